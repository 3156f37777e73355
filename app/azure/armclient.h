// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/accesskeyservice.h"
#include "azure/activitylog.h"
#include "azure/cloud.h"
#include "azure/inventory.h"
#include "azure/preflightservice.h"
#include "azure/subscription.h"
#include "azure/subscriptiontenants.h"
#include "azure/tenant.h"
#include "http/httpjob.h"

namespace CommKeys {

class InventoryJob;
class QueryResourcesJob;
template <typename T>
class PagedListJob;

/// Azure Resource Manager of one cloud: hands out jobs. Every job is a child of the parent it was asked for with and is
/// not yet started.
///
/// Where several tenants reach a subscription, questions about a resource are asked with the token of each in turn
/// until one has the right to ask. A regeneration goes out once: with the token that the permissions have shown to have
/// the right, else with the one that has listed the keys, else with that of CommunicationService::tenant.
class ArmClient final : public AccessKeyService, public PreflightService
{
public:
    ArmClient(const Cloud& cloud, HttpContext http) : m_cloud(cloud), m_http(http) {}

    [[nodiscard]] const Cloud& cloud() const { return m_cloud; }
    [[nodiscard]] SubscriptionTenants& tenants() { return m_tenants; }

    /// Everything that the account can reach but through @p excluded; see InventoryJob for what it reports on the way.
    [[nodiscard]] InventoryJob* listInventory(QObject* parent, const QList<TenantId>& excluded = {});

    [[nodiscard]] PagedListJob<Tenant>* listTenants(QObject* parent);
    [[nodiscard]] PagedListJob<Subscription>* listSubscriptions(const TenantId& tenant, QObject* parent);
    /// By Azure Resource Graph, which not every cloud has. @p in: subscriptions of one tenant, a thousand at most.
    [[nodiscard]] QueryResourcesJob* queryCommunicationServices(const QList<Subscription>& in, QObject* parent);
    [[nodiscard]] PagedListJob<CommunicationService>* listCommunicationServices(const Subscription& in,
                                                                                QObject* parent);
    [[nodiscard]] JobOf<QList<CommunicationService>>* listCommunicationServices(const Subscription& in,
                                                                                const QString& resourceGroup,
                                                                                QObject* parent);
    [[nodiscard]] JobOf<CommunicationService>* getCommunicationService(const TenantId& tenant, const ResourceId& id,
                                                                       QObject* parent);

    /// Who regenerated which key of the resources in a subscription since @p sinceUtc, the newest first; see
    /// keyRegenerations(). One query for all of them. The log reaches back 90 days, of which the last hour is not asked
    /// for, and lags some minutes behind: nothing in it is no proof that nothing was done.
    [[nodiscard]] JobOf<QList<KeyRegenerationEvent>>* listKeyRegenerations(const Subscription& in,
                                                                           const QDateTime& sinceUtc, QObject* parent);

    [[nodiscard]] JobOf<CommunicationServiceKeys>* listKeys(const CommunicationService& resource,
                                                            QObject* parent) override;
    [[nodiscard]] JobOf<CommunicationServiceKeys>* regenerateKey(const CommunicationService& resource, KeyType type,
                                                                 QObject* parent) override;

    [[nodiscard]] JobOf<QList<Permission>>* listPermissions(const CommunicationService& resource,
                                                            QObject* parent) override;
    [[nodiscard]] JobOf<QList<ManagementLock>>* listLocks(const CommunicationService& resource,
                                                          QObject* parent) override;
    [[nodiscard]] JobOf<LocalAuthState>* localAuthState(const CommunicationService& resource, QObject* parent) override;

private:
    [[nodiscard]] TenantId tenantToRegenerate(const CommunicationService& resource) const;

    Cloud m_cloud;
    HttpContext m_http;
    SubscriptionTenants m_tenants;
};

} // namespace CommKeys
