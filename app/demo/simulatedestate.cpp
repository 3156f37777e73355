// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedestate.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

QString placeOf(const SubscriptionId& subscription, const QString& group, const QString& name)
{
    return (subscription.toString() + u'/' + group + u'/' + name).toLower();
}

template <typename List, typename Matches>
const auto* firstOf(const List& list, Matches matches)
{
    const auto found = std::find_if(list.begin(), list.end(), matches);
    return found == list.end() ? nullptr : &*found;
}

} // namespace

std::optional<SimulatedRole> SimulatedSubscription::roleOf(const TenantId& from) const
{
    if (from == tenant) {
        return role;
    }
    const auto* delegation =
        firstOf(delegations, [&from](const SimulatedDelegation& candidate) { return candidate.tenant == from; });
    return delegation ? std::optional(delegation->role) : std::nullopt;
}

void SimulatedEstate::add(const SubscriptionId& subscription, const SimulatedDelegation& delegation)
{
    for (SimulatedSubscription& candidate : m_subscriptions) {
        if (candidate.id == subscription) {
            candidate.delegations.append(delegation);
        }
    }
}

void SimulatedEstate::add(const SimulatedResource& resource)
{
    addGroup(resource.subscription, resource.group);
    m_byPlace.insert(placeOf(resource.subscription, resource.group, resource.name), m_resources.size());
    m_bySubscription[resource.subscription].append(m_resources.size());
    m_resources.append(resource);
}

void SimulatedEstate::remove(const SimulatedResource& resource, const QDateTime& utcNow)
{
    m_resources[m_byPlace.value(placeOf(resource.subscription, resource.group, resource.name))].deletedUtc = utcNow;
}

void SimulatedEstate::addGroup(const SubscriptionId& subscription, const QString& group)
{
    m_groups.insert(placeOf(subscription, group, {}));
}

const SimulatedTenant* SimulatedEstate::tenant(const TenantId& id) const
{
    return firstOf(m_tenants, [&id](const SimulatedTenant& tenant) { return tenant.id == id; });
}

const SimulatedSubscription* SimulatedEstate::subscription(const SubscriptionId& id) const
{
    return firstOf(m_subscriptions, [&id](const SimulatedSubscription& candidate) { return candidate.id == id; });
}

const SimulatedSubscription* SimulatedEstate::subscriptionNamed(const QString& displayName) const
{
    return firstOf(m_subscriptions, [&displayName](const SimulatedSubscription& candidate) {
        return candidate.displayName == displayName;
    });
}

bool SimulatedEstate::hasGroup(const SubscriptionId& subscription, const QString& group) const
{
    return m_groups.contains(placeOf(subscription, group, {}));
}

const SimulatedResource* SimulatedEstate::resource(const SubscriptionId& subscription, const QString& group,
                                                   const QString& name) const
{
    const auto found = m_byPlace.constFind(placeOf(subscription, group, name));
    const bool exists = found != m_byPlace.cend() && !m_resources.at(*found).deletedUtc.isValid();
    return exists ? &m_resources.at(*found) : nullptr;
}

const SimulatedResource* SimulatedEstate::resourceNamed(const QString& name) const
{
    return firstOf(m_resources, [&name](const SimulatedResource& resource) {
        return resource.name.compare(name, Qt::CaseInsensitive) == 0;
    });
}

QList<const SimulatedResource*> SimulatedEstate::resourcesOf(const SubscriptionId& subscription,
                                                             const QString& group) const
{
    QList<const SimulatedResource*> found;
    for (const qsizetype index : m_bySubscription.value(subscription)) {
        const SimulatedResource& resource = m_resources.at(index);
        const bool isInGroup = group.isEmpty() || resource.group.compare(group, Qt::CaseInsensitive) == 0;
        if (isInGroup && !resource.deletedUtc.isValid()) {
            found.append(&resource);
        }
    }
    return found;
}

QList<const SimulatedResource*> SimulatedEstate::resourcesAt(const SubscriptionId& subscription,
                                                             const QDateTime& utc) const
{
    QList<const SimulatedResource*> found;
    for (const qsizetype index : m_bySubscription.value(subscription)) {
        const SimulatedResource& resource = m_resources.at(index);
        const bool isCreated = !resource.createdUtc.isValid() || resource.createdUtc <= utc;
        if (isCreated && (!resource.deletedUtc.isValid() || resource.deletedUtc > utc)) {
            found.append(&resource);
        }
    }
    return found;
}

const SimulatedResource& SimulatedEstate::regenerateKey(const SimulatedResource& resource, KeyType type)
{
    SimulatedResource& kept =
        m_resources[m_byPlace.value(placeOf(resource.subscription, resource.group, resource.name))];
    kept.regenerate(type);
    return kept;
}

void SimulatedEstate::recreate(const SimulatedResource& resource, const QDateTime& utcNow)
{
    m_resources[m_byPlace.value(placeOf(resource.subscription, resource.group, resource.name))].recreate(utcNow);
}

} // namespace CommKeys
