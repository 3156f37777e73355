// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedestate.h"
#include "demo/simulatedtoken.h"

#include <QJsonArray>

namespace CommKeys {

/// Tenants and subscriptions as Resource Manager tells them: less of each the older the api-version.

/// All tenants of the person of @p token; those of somebody whom the simulation does not know are all there are.
[[nodiscard]] QJsonArray tenantsAsJson(const SimulatedEstate& estate, const SimulatedToken& token,
                                       const QString& apiVersion);
/// The subscriptions of @p tenant, and those that others have delegated to it.
[[nodiscard]] QJsonArray subscriptionsAsJson(const SimulatedEstate& estate, const TenantId& tenant,
                                             const QString& apiVersion);
[[nodiscard]] QJsonObject subscriptionAsJson(const SimulatedSubscription& subscription, const QString& apiVersion);

} // namespace CommKeys
