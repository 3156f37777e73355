// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/democloud.h"

#include "core/version.h"
#include "demo/simulatedcatalog.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

namespace {

/// "invalid" is a name that no network may ever resolve (RFC 6761 §6.4): a mistake would lead nowhere.
constexpr auto demoAddress = "https://management.demo.invalid"_L1;

} // namespace

DemoCloud::DemoCloud(std::shared_ptr<Clock> clock)
    : m_clock(std::move(clock))
    , m_azure(demoEstate(), SimulatedCloud::at(QUrl(demoAddress)))
    , m_browserNetwork(m_azure, *m_clock)
    , m_browser(m_browserNetwork)
{
    m_azure.entra().policy().deviceLogin = SimulatedDeviceLogin::Approve;
    m_azure.entra().policy().deviceLoginInterval = 1s;
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

SessionSupplies DemoCloud::supplies(const std::shared_ptr<DemoCloud>& self,
                                    const std::shared_ptr<SecretStore>& keychain)
{
    SessionSupplies supplies;
    supplies.clock = m_clock;
    supplies.secrets = keychain;
    supplies.accounts = std::make_shared<AccountStore>(
        std::make_unique<MsalCacheStore>(m_signIns, applicationId + u".Demo"_s, QString(), *m_clock), QString(),
        *m_clock);
    supplies.openBrowser = [self](const QUrl& address) {
        self->m_browser.open(address);
        return true;
    };
    supplies.makeNetwork = [self] {
        return std::make_unique<SimulatedNetworkAccessManager>(self->m_azure, *self->m_clock);
    };
    supplies.simulation = self;
    return supplies;
}

} // namespace CommKeys
