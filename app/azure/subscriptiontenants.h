// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "core/resourceid.h"

#include <QHash>
#include <QList>

namespace CommKeys {

/// Through which tenants the subscriptions of a session can be reached.
///
/// A subscription that is delegated (Azure Lighthouse), or whose owner has invited the person as a guest, is listed by
/// more than one tenant, and the rights differ: a request that is refused with a token of one may be granted with a
/// token of another. What was granted is remembered for each resource, until the session ends.
class SubscriptionTenants
{
public:
    /// What a token has to be good for.
    enum class Right { Read, ListKeys, RegenerateKey };

    /// @p tenant lists @p subscription.
    void add(const SubscriptionId& subscription, const TenantId& tenant);
    /// A listing has ended; @p tenants is all that it found. Replaces what was added.
    void replace(QHash<SubscriptionId, QList<TenantId>> tenants);

    /// The tenants with whose tokens to try a request for @p resource, best first, each once; never empty. First the
    /// one that has granted @p right, then @p preferred unless it no longer lists the subscription, then the others in
    /// the order of their ids, so that it is the same order each time.
    [[nodiscard]] QList<TenantId> tenantsFor(const ResourceId& resource, const TenantId& preferred, Right right) const;

    /// A token of @p tenant had @p right on @p resource.
    void noteGranted(const ResourceId& resource, const TenantId& tenant, Right right);

private:
    [[nodiscard]] static QString keyOf(const ResourceId& resource, Right right);

    QHash<SubscriptionId, QList<TenantId>> m_tenants;
    QHash<QString, TenantId> m_granted; ///< only of subscriptions with several tenants
};

} // namespace CommKeys
