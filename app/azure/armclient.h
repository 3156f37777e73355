// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/accesskeyservice.h"
#include "azure/cloud.h"
#include "azure/inventory.h"
#include "azure/subscription.h"
#include "azure/tenant.h"
#include "http/httpjob.h"

namespace CommKeys {

class InventoryJob;

/// Azure Resource Manager of one cloud: hands out jobs, holds no state of its own. Every job is a child of the parent
/// it was asked for with and is not yet started.
class ArmClient final : public AccessKeyService
{
public:
    ArmClient(const Cloud& cloud, HttpContext http) : m_cloud(cloud), m_http(http) {}

    [[nodiscard]] const Cloud& cloud() const { return m_cloud; }

    /// Everything that the account can reach; see InventoryJob for what it tells on the way.
    [[nodiscard]] InventoryJob* listInventory(QObject* parent);

    [[nodiscard]] JobOf<QList<Tenant>>* listTenants(QObject* parent);
    [[nodiscard]] JobOf<QList<Subscription>>* listSubscriptions(const TenantId& tenant, QObject* parent);
    [[nodiscard]] JobOf<QList<CommunicationService>>* listCommunicationServices(const Subscription& in,
                                                                                QObject* parent);
    [[nodiscard]] JobOf<QList<CommunicationService>>* listCommunicationServices(const Subscription& in,
                                                                                const QString& resourceGroup,
                                                                                QObject* parent);
    [[nodiscard]] JobOf<CommunicationService>* getCommunicationService(const TenantId& tenant, const ResourceId& id,
                                                                       QObject* parent);

    [[nodiscard]] JobOf<CommunicationServiceKeys>* listKeys(const CommunicationService& resource,
                                                            QObject* parent) override;
    [[nodiscard]] JobOf<CommunicationServiceKeys>* regenerateKey(const CommunicationService& resource, KeyType type,
                                                                 QObject* parent) override;

private:
    Cloud m_cloud;
    HttpContext m_http;
};

} // namespace CommKeys
