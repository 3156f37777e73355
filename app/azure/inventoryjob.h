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
/// a time. found() brings resources as they come, each once; progressed() counts subscriptions, in parts of a question
/// by how many of its resources have come. A tenant or subscription that refuses becomes a ListingFailure, and the rest
/// goes on. A subscription that several tenants list is asked about with a token of the tenant that it belongs to, else
/// with that of the smallest id, whichever answers first; ArmClient::tenants() knows all of them. The job itself fails
/// only when the tenants cannot be listed, when there is but one and it fails, or when none can be reached (with the
/// first one's Error).
class InventoryJob final : public JobOf<Inventory>
{
    Q_OBJECT

public:
    InventoryJob(ArmClient& arm, QObject* parent);

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
    void query(const Batch& batch);
    void queried(const Batch& batch, bool hasFound, const Result<qsizetype>& count);
    void take(const QList<CommunicationService>& resources);
    void list(const Subscription& subscription);
    void listed(const Subscription& subscription, const Result<QList<CommunicationService>>& resources);
    void startMore();
    void tellProgress();
    void finishIfDone();

    ArmClient& m_arm;
    Inventory m_inventory;
    QQueue<Batch> m_toQuery;
    QQueue<Subscription> m_toList;
    QSet<SubscriptionId> m_known;
    QHash<SubscriptionId, QList<Subscription>> m_delegated; ///< listed by tenants that they do not belong to
    QHash<SubscriptionId, QList<TenantId>> m_tenantsOf;
    QHash<const QueryResourcesJob*, double> m_partly; ///< subscriptions of the questions that are being answered
    int m_tenantsOpen = 0;
    int m_listing = 0;
    int m_listed = 0;
};

} // namespace CommKeys
