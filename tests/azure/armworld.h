// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/armclient.h"
#include "demo/simulatedcatalog.h"
#include "support/manualclock.h"
#include "tenanttokens.h"

#include <QNetworkAccessManager>

namespace CommKeys {

/// An ArmClient and all that it needs, against the simulated Azure over real sockets. One for each test.
struct ArmWorld
{
    explicit ArmWorld(SimulatedEstate estate = demoEstate()) : server(std::move(estate)) {}

    SimulatedAzureServer server;
    QNetworkAccessManager network;
    TenantTokens tokens{server};
    ManualClock clock{QDateTime::currentDateTimeUtc()};
    ArmClient arm{cloudAt(server), HttpContext{network, tokens, clock}};

private:
    static Cloud cloudAt(SimulatedAzureServer& server)
    {
        Cloud cloud;
        cloud.armEndpoint = server.baseUrl();
        cloud.audience = server.azure().cloud().audiences.first();
        return cloud;
    }
};

} // namespace CommKeys
