// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/subscriptiontenants.h"

#include <algorithm>
#include <utility>

namespace CommKeys {

void SubscriptionTenants::add(const SubscriptionId& subscription, const TenantId& tenant)
{
    QList<TenantId>& tenants = m_tenants[subscription];
    if (!tenants.contains(tenant)) {
        tenants.append(tenant);
    }
}

void SubscriptionTenants::replace(QHash<SubscriptionId, QList<TenantId>> tenants)
{
    m_tenants = std::move(tenants);
}

QList<TenantId> SubscriptionTenants::tenantsFor(const ResourceId& resource, const TenantId& preferred,
                                                Right right) const
{
    QList<TenantId> known = m_tenants.value(resource.subscription());
    if (known.isEmpty()) {
        return {preferred};
    }
    std::sort(known.begin(), known.end(), [&](const TenantId& a, const TenantId& b) {
        if ((a == preferred) != (b == preferred)) {
            return a == preferred;
        }
        return a.toString().compare(b.toString(), Qt::CaseInsensitive) < 0;
    });
    const TenantId granted = m_granted.value(keyOf(resource, right));
    if (const qsizetype index = known.indexOf(granted); index > 0) {
        known.move(index, 0);
    }
    return known;
}

void SubscriptionTenants::noteGranted(const ResourceId& resource, const TenantId& tenant, Right right)
{
    if (m_tenants.value(resource.subscription()).size() > 1) {
        m_granted.insert(keyOf(resource, right), tenant);
    }
}

QString SubscriptionTenants::keyOf(const ResourceId& resource, Right right)
{
    return QString::number(static_cast<int>(right)) + resource.toString().toLower();
}

} // namespace CommKeys
