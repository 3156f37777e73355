// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/livesessionopener.h"

#include "auth/browsersignin.h"
#include "core/version.h"
#include "keychain/qtkeychainstore.h"
#include "session/democloud.h"
#include "session/livenetwork.h"
#include "session/openaccountjob.h"
#include "session/openazureclijob.h"
#include "session/opensigninjob.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

QString fileIn(const QString& folder, const QString& name)
{
    return folder.isEmpty() ? QString() : QDir(folder).absoluteFilePath(name);
}

} // namespace

LiveSessionOpener::LiveSessionOpener(std::shared_ptr<Clock> clock, const QString& folder, OpenBrowser openBrowser)
    : m_demoKeychain(
          std::make_shared<QtKeychainStore>(applicationName + u" Demo"_s, applicationId + u".Demo"_s, *clock))
{
    m_supplies.clock = clock;
    m_supplies.secrets = std::make_shared<QtKeychainStore>(applicationName, applicationId, *clock);
    m_supplies.accounts =
        std::make_shared<AccountStore>(std::make_unique<MsalCacheStore>(*m_supplies.secrets, applicationId,
                                                                        fileIn(folder, u"accounts.lock"_s), *clock),
                                       fileIn(folder, u"signed-out"_s), *clock);
    m_supplies.journal = std::make_shared<RotationJournal>(folder, nullptr);
    m_supplies.lockFolder = folder;
    m_supplies.openBrowser = std::move(openBrowser);
    m_supplies.makeNetwork = [proxy = m_proxy, system = makeSystemProxies()] {
        return std::make_unique<LiveNetwork>(proxy, system);
    };
}

void LiveSessionOpener::setProxy(const Proxy& proxy)
{
    *m_proxy = proxy;
}

JobOf<std::shared_ptr<Session>>* LiveSessionOpener::openDemo(QObject* parent)
{
    const auto demo = std::make_shared<DemoCloud>(m_supplies.clock);
    return new OpenSignInJob(demo->supplies(demo, m_demoKeychain), Settings(), {.way = firstSignInWay()}, demo->cloud(),
                             parent);
}

JobOf<std::shared_ptr<Session>>* LiveSessionOpener::openAzureCli(const Settings& settings, QObject* parent)
{
    return new OpenAzureCliJob(settings, m_supplies, parent);
}

SignInSessionJob* LiveSessionOpener::signIn(const Settings& settings, const SignInRequest& request, QObject* parent)
{
    return new OpenSignInJob(m_supplies, settings, request, std::nullopt, parent);
}

JobOf<std::shared_ptr<Session>>* LiveSessionOpener::openAccount(const Settings& settings, const Account& account,
                                                                QObject* parent)
{
    return new OpenAccountJob(m_supplies, settings, account, parent);
}

JobOf<std::shared_ptr<Session>>* LiveSessionOpener::resume(const Settings& settings, QObject* parent)
{
    return new OpenAccountJob(m_supplies, settings, std::nullopt, parent);
}

} // namespace CommKeys
