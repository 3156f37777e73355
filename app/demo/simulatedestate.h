// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "demo/simulatedresource.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <optional>

namespace CommKeys {

struct SimulatedTenant
{
    TenantId id;
    QString displayName;
    QString defaultDomain;
};

/// What everybody who signs in may do in a subscription.
enum class SimulatedRole {
    Owner,       ///< `*`
    Contributor, ///< `*` but for the usual notActions of Microsoft.Authorization
    Reader,      ///< `*/read`: sees the resources, may not see or regenerate their keys
};

/// Another tenant that reaches a subscription, as Azure Lighthouse lets it.
struct SimulatedDelegation
{
    TenantId tenant;
    SimulatedRole role = SimulatedRole::Reader;
};

struct SimulatedSubscription
{
    SubscriptionId id;
    TenantId tenant;
    QString displayName;
    QString state = QStringLiteral("Enabled");
    SimulatedRole role = SimulatedRole::Owner;
    QList<SimulatedDelegation> delegations = {};

    /// What somebody with a token of @p from may do; nothing where that tenant does not reach the subscription.
    [[nodiscard]] std::optional<SimulatedRole> roleOf(const TenantId& from) const;
};

struct SimulatedLock
{
    QString scope; ///< id of a subscription, a resource group or a resource; holds for everything below it
    QString name;
    QString level; ///< "ReadOnly" or "CanNotDelete"
    QString notes; ///< empty: the member is missing
};

/// A key that was regenerated before the simulation began; only the Activity Log knows of it.
struct SimulatedPastRegeneration
{
    QString resource; ///< its name
    KeyType type = KeyType::Primary;
    int daysAgo = 0; ///< from the first request on
    QString caller;  ///< the name somebody signs in with, or an object id
};

/// Everything that exists in a simulated Azure. All look-ups disregard case, as Resource Manager does.
class SimulatedEstate
{
public:
    /// Equal seeds give equal keys.
    explicit SimulatedEstate(const QByteArray& seed = QByteArrayLiteral("CommKeys")) : m_seed(seed) {}

    void add(const SimulatedTenant& tenant) { m_tenants.append(tenant); }
    void add(const SimulatedSubscription& subscription) { m_subscriptions.append(subscription); }
    /// Lets a further tenant reach a subscription that exists.
    void add(const SubscriptionId& subscription, const SimulatedDelegation& delegation);
    void add(const SimulatedLock& lock) { m_locks.append(lock); }
    void add(const SimulatedResource& resource);
    void add(const SimulatedPastRegeneration& past) { m_pastRegenerations.append(past); }
    void addGroup(const SubscriptionId& subscription, const QString& group);
    /// Deletes a resource; Azure Resource Graph may show it for a while.
    void remove(const SimulatedResource& resource, const QDateTime& utcNow);

    [[nodiscard]] const QByteArray& seed() const { return m_seed; }
    [[nodiscard]] const QList<SimulatedTenant>& tenants() const { return m_tenants; }
    [[nodiscard]] const QList<SimulatedSubscription>& subscriptions() const { return m_subscriptions; }
    [[nodiscard]] const QList<SimulatedResource>& resources() const { return m_resources; }
    [[nodiscard]] const QList<SimulatedLock>& locks() const { return m_locks; }
    [[nodiscard]] const QList<SimulatedPastRegeneration>& pastRegenerations() const { return m_pastRegenerations; }

    /// Null when there is none.
    [[nodiscard]] const SimulatedTenant* tenant(const TenantId& id) const;
    [[nodiscard]] const SimulatedSubscription* subscription(const SubscriptionId& id) const;
    /// By the name a person sees: "Production". Null when there is none.
    [[nodiscard]] const SimulatedSubscription* subscriptionNamed(const QString& displayName) const;
    [[nodiscard]] bool hasGroup(const SubscriptionId& subscription, const QString& group) const;

    /// Null when there is none. The pointer is good until the next add() or regenerateKey().
    [[nodiscard]] const SimulatedResource* resource(const SubscriptionId& subscription, const QString& group,
                                                    const QString& name) const;
    /// The first of that name in any subscription; null when there is none.
    [[nodiscard]] const SimulatedResource* resourceNamed(const QString& name) const;

    /// In the order in which they were added; @p group empty: all groups.
    [[nodiscard]] QList<const SimulatedResource*> resourcesOf(const SubscriptionId& subscription,
                                                              const QString& group) const;
    /// What a subscription had at @p utc, with what was deleted since and without what was created since.
    [[nodiscard]] QList<const SimulatedResource*> resourcesAt(const SubscriptionId& subscription,
                                                              const QDateTime& utc) const;

    /// Gives a resource that exists another key of that type, and answers it as it is then.
    const SimulatedResource& regenerateKey(const SimulatedResource& resource, KeyType type);

    /// Deletes a resource that exists and creates another one under its id.
    void recreate(const SimulatedResource& resource, const QDateTime& utcNow);

private:
    QByteArray m_seed;
    QList<SimulatedTenant> m_tenants;
    QList<SimulatedSubscription> m_subscriptions;
    QList<SimulatedLock> m_locks;
    QList<SimulatedPastRegeneration> m_pastRegenerations;
    QList<SimulatedResource> m_resources;
    QSet<QString> m_groups;
    QHash<QString, qsizetype> m_byPlace;
    QHash<SubscriptionId, QList<qsizetype>> m_bySubscription;
};

} // namespace CommKeys
