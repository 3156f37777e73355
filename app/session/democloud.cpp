// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/democloud.h"

#include "core/finishedjob.h"
#include "demo/simulatedcatalog.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

namespace {

/// "invalid" is a name that no network may ever resolve (RFC 6761 §6.4): a mistake would lead nowhere.
constexpr auto demoAddress = "https://management.demo.invalid"_L1;

constexpr std::chrono::seconds tokenLife = 1h;

} // namespace

DemoCloud::DemoCloud(std::shared_ptr<Clock> clock)
    : m_clock(std::move(clock))
    , m_azure(demoEstate(), SimulatedCloud::at(QUrl(demoAddress)))
{
}

Cloud DemoCloud::cloud() const
{
    Cloud cloud;
    cloud.name = u"Demo"_s;
    cloud.armEndpoint = m_azure.cloud().resourceManager;
    cloud.loginEndpoint = m_azure.cloud().login;
    cloud.audience = m_azure.cloud().audiences.value(0);
    return cloud;
}

QString DemoCloud::account() const
{
    return u"avery@contoso.example"_s;
}

JobOf<Secret>* DemoCloud::accessToken(const TokenRequest& request, QObject* parent)
{
    const TenantId tenant = request.tenant.isEmpty() ? m_azure.estate().tenants().first().id : request.tenant;
    QByteArray token = m_azure.issueToken(tenant, m_clock->utcNow().addSecs(tokenLife.count()), account());
    return new FinishedJob<Secret>(Secret::take(token), parent);
}

} // namespace CommKeys
