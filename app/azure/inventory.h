// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/communicationservice.h"
#include "azure/subscription.h"
#include "azure/tenant.h"

namespace CommKeys {

/// A tenant or a subscription that could not be listed while others could.
struct ListingFailure
{
    enum class Scope { Tenant, Subscription };
    Scope scope = Scope::Tenant;
    QString name; ///< display name of the tenant or subscription
    Error error;
    TenantId tenant = {};             ///< of a tenant
    SubscriptionId subscription = {}; ///< of a subscription
};

/// All that an account can reach, and what of it did not answer.
struct Inventory
{
    QList<Tenant> tenants;
    QList<Subscription> subscriptions;
    QList<CommunicationService> resources;
    QList<ListingFailure> failures;
};

} // namespace CommKeys
