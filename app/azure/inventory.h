// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/communicationservice.h"
#include "azure/subscription.h"
#include "azure/tenant.h"

namespace CommKeys {

/// A part of a listing that is missing while the rest is there.
struct ListingFailure
{
    enum class Scope {
        Tenant,       ///< could not be listed
        Subscription, ///< could not be listed
        Entry,        ///< an entry of a list that could not be read: a resource, a subscription or a tenant
    };
    Scope scope = Scope::Tenant;
    QString name; ///< display name of the tenant or subscription; id or name of the entry
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
    QList<Tenant> excluded; ///< tenants that were not asked, since the settings exclude them; not among `tenants`
};

} // namespace CommKeys
