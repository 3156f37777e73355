// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/accountstore.h"
#include "auth/entraclient.h"
#include "demo/simulatedbrowser.h"
#include "demo/simulatedcatalog.h"
#include "http/notokens.h"
#include "keychain/memorystore.h"
#include "support/finishedresult.h"
#include "support/manualclock.h"
#include "support/simulatedazureserver.h"

#include <QDateTime>
#include <QNetworkAccessManager>
#include <QTest>

#include <memory>

namespace CommKeys {

/// A simulated Entra behind a real socket, a browser with somebody in front of it, and a client whose clock is wrong by
/// ten minutes.
class EntraWorld
{
public:
    EntraWorld() { browserNetwork.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy); }

    [[nodiscard]] EntraClient client()
    {
        LoginService login;
        login.endpoint = server.azure().cloud().login.adjusted(QUrl::StripTrailingSlash);
        login.environment = QStringLiteral("login.own.example");
        const OpenBrowser open = [this](const QUrl& address) {
            opened << address;
            if (browserWorks) {
                browser.open(address);
            }
            return browserWorks;
        };
        return {login, clientId, {}, server.azure().cloud().audiences.last(), {network, tokens, clock}, open};
    }

    [[nodiscard]] SimulatedEntraPolicy& policy() { return server.azure().entra().policy(); }

    [[nodiscard]] TenantId tenant(const QString& name)
    {
        for (const SimulatedTenant& tenant : server.azure().estate().tenants()) {
            if (tenant.displayName == name) {
                return tenant.id;
            }
        }
        return {};
    }

    [[nodiscard]] std::shared_ptr<AccountStore> makeAccounts()
    {
        return std::make_shared<AccountStore>(
            std::make_unique<MsalCacheStore>(secrets, QStringLiteral("test"), QString(), clock), QString(), clock);
    }

    const QString clientId = QStringLiteral("11111111-2222-3333-4444-555555555555");
    SimulatedAzureServer server{demoEstate()};
    QNetworkAccessManager network;
    QNetworkAccessManager browserNetwork;
    SimulatedBrowser browser{browserNetwork};
    NoTokens tokens;
    ManualClock clock{QDateTime::currentDateTimeUtc().addSecs(-600)};
    MemoryStore secrets;
    QList<QUrl> opened;
    bool browserWorks = true;
};

} // namespace CommKeys
