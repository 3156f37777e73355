// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/inventory.h"
#include "core/job.h"

#include <QHash>
#include <QQueue>
#include <QSet>

namespace CommKeys {

class ArmClient;
class QueryResourcesJob;

/// Lists every Communication Services resource of every subscription of every tenant that the account can reach.
///
/// Tenants first, then each tenant's subscriptions, then their resources: by Azure Resource Graph, a thousand
/// subscriptions a question, and one list for each of them where it refuses or is not there; at most eight requests at
/// a time. Tenants and subscriptions whose names are equal are told apart: see withDistinctNames().
///
/// found() brings resources as they come, each once, and once more where another subscription of the same name came
/// to light afterwards; progressed() counts subscriptions, in parts of a question by how many of its resources have
/// come. A tenant or subscription that refuses, and an entry that cannot be read, become a ListingFailure, and the rest
/// goes on. A subscription that several tenants list is asked about with a token of the tenant that it belongs to, else
/// with that of the smallest id, whichever answers first; ArmClient::tenants() knows all of them. The job itself fails
/// only when the tenants cannot be listed, when there is but one and it fails, or when none can be reached (with the
/// first one's Error).
///
/// Azure Resource Graph is an index that lags minutes behind what is created and deleted. So the provider's own list,
/// which does not, is asked for the subscriptions of listDirectly(), for up to `mostDirect` subscriptions more with
/// distrustIndex(), and for as many of those in which the index has nothing.
class InventoryJob final : public JobOf<Inventory>
{
    Q_OBJECT

public:
    /// @p excluded: tenants that are not asked for their subscriptions.
    InventoryJob(ArmClient& arm, QList<TenantId> excluded, QObject* parent);

    /// How many subscriptions are listed one by one beside the index.
    static constexpr int mostDirect = 10;

    /// Call before start(): where the index is known or likely to be wrong.
    void listDirectly(const QSet<SubscriptionId>& subscriptions) { m_direct = subscriptions; }
    /// Call before start(): the person asks again, so something may be missing.
    void distrustIndex() { m_isDistrusted = true; }

signals:
    /// The tenants and subscriptions that are known by now, for the filters. Before the found() of their resources.
    void scopesFound(const QList<CommKeys::Tenant>& tenants, const QList<CommKeys::Subscription>& subscriptions);
    void found(const QList<CommKeys::CommunicationService>& resources);

private:
    /// What one question is about: subscriptions of one tenant.
    struct Batch
    {
        QString tenantName;
        QList<Subscription> subscriptions;
    };

    void run() override;

    void tenantsListed(const Result<QList<Tenant>>& tenants);
    void subscriptionsListed(const Tenant& tenant, const Result<QList<Subscription>>& subscriptions);
    void sortOut(const QList<Subscription>& subscriptions);
    void chooseTenants();
    void wait(const QList<Subscription>& subscriptions);
    [[nodiscard]] QString nameOf(const TenantId& tenant) const;
    void renameFound();
    void query(const Batch& batch);
    void queried(const Batch& batch, const QueryResourcesJob& job, const Result<qsizetype>& count);
    void listEmptyOnes(const Batch& batch, const QueryResourcesJob& job);
    [[nodiscard]] bool isDirect(const SubscriptionId& subscription);
    void addUnreadable(const QStringList& names, const QString& where);
    void take(const QList<CommunicationService>& resources);
    void list(const Subscription& subscription);
    void listed(const Subscription& subscription, const Result<QList<CommunicationService>>& resources);
    void startMore();
    void tellProgress();
    void finishIfDone();

    ArmClient& m_arm;
    const QList<TenantId> m_excluded;
    Inventory m_inventory;
    QQueue<Batch> m_toQuery;
    QQueue<Subscription> m_toList;
    QList<Subscription> m_subscriptions; ///< with the names that the service gave
    QSet<SubscriptionId> m_known;
    QHash<SubscriptionId, QList<Subscription>> m_delegated; ///< listed by tenants that they do not belong to
    QHash<SubscriptionId, QList<TenantId>> m_tenantsOf;
    QSet<SubscriptionId> m_direct;
    bool m_isDistrusted = false;
    int m_directLeft = mostDirect;
    QHash<const QueryResourcesJob*, double> m_partly; ///< subscriptions of the questions that are being answered
    int m_tenantsOpen = 0;
    int m_listing = 0;
    int m_listed = 0;
};

} // namespace CommKeys
