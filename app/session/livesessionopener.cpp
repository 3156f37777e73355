// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/livesessionopener.h"

#include "core/finishedjob.h"
#include "core/version.h"
#include "demo/simulatednetworkaccessmanager.h"
#include "keychain/qtkeychainstore.h"
#include "session/democloud.h"
#include "session/openazureclijob.h"

using namespace Qt::StringLiterals;

namespace CommKeys {

LiveSessionOpener::LiveSessionOpener(std::shared_ptr<Clock> clock)
    : m_clock(std::move(clock))
    , m_keychain(std::make_shared<QtKeychainStore>(applicationName, applicationId, *m_clock))
    , m_demoKeychain(
          std::make_shared<QtKeychainStore>(applicationName + u" Demo"_s, applicationId + u".Demo"_s, *m_clock))
{
}

JobOf<std::shared_ptr<Session>>* LiveSessionOpener::openDemo(QObject* parent)
{
    auto demo = std::make_unique<DemoCloud>(m_clock);
    Session::Parts parts;
    parts.cloud = demo->cloud();
    parts.account = demo->account();
    parts.isDemo = true;
    parts.clock = m_clock;
    parts.secrets = m_demoKeychain;
    parts.network = std::make_unique<SimulatedNetworkAccessManager>(demo->azure(), *m_clock);
    parts.tokens = std::move(demo);
    return new FinishedJob<std::shared_ptr<Session>>(std::make_shared<Session>(std::move(parts)), parent);
}

JobOf<std::shared_ptr<Session>>* LiveSessionOpener::openAzureCli(const Settings& settings, QObject* parent)
{
    return new OpenAzureCliJob(settings, m_clock, m_keychain, parent);
}

} // namespace CommKeys
