// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/armclient.h"

#include "azure/anytenantjob.h"
#include "azure/armjob.h"
#include "azure/armrequests.h"
#include "azure/inventoryjob.h"
#include "azure/listlocksjob.h"
#include "azure/pagedlistjob.h"
#include "azure/queryresourcesjob.h"
#include "core/finishedjob.h"
#include "core/mappedjob.h"

namespace CommKeys {

namespace {

using Right = SubscriptionTenants::Right;

/// What an answer about resources does not say: whose token found them.
PagedListJob<CommunicationService>::Parse resourcesIn(const Subscription& in)
{
    return [in](const QByteArray& body) {
        Result<Page<CommunicationService>> page = parseCommunicationServicePage(body);
        if (page) {
            for (CommunicationService& service : page->items) {
                service.tenant = in.tenant;
                service.subscriptionName = in.displayName;
            }
            shareTexts(page->items);
        }
        return page;
    };
}

/// Of a busy subscription's log only what is wanted stays in memory.
Result<Page<ActivityLogEvent>> regenerationsIn(const QByteArray& body)
{
    Result<Page<ActivityLogEvent>> page = parseActivityLogPage(body);
    if (page) {
        page->items.removeIf([](const ActivityLogEvent& event) { return !event.isKeyRegeneration(); });
    }
    return page;
}

} // namespace

InventoryJob* ArmClient::listInventory(QObject* parent, const QList<TenantId>& excluded)
{
    return new InventoryJob(*this, excluded, parent);
}

PagedListJob<Tenant>* ArmClient::listTenants(QObject* parent)
{
    return new PagedListJob<Tenant>(m_http, ArmRequests::tenants(m_cloud), parseTenantPage, parent);
}

PagedListJob<Subscription>* ArmClient::listSubscriptions(const TenantId& tenant, QObject* parent)
{
    return new PagedListJob<Subscription>(
        m_http, ArmRequests::subscriptions(m_cloud, tenant),
        [tenant](const QByteArray& body) {
            Result<Page<Subscription>> page = parseSubscriptionPage(body);
            if (page) {
                for (Subscription& subscription : page->items) {
                    // A subscription that is managed for a customer names the customer's tenant; the token that
                    // reaches it is this one's.
                    subscription.tenant = tenant;
                }
            }
            return page;
        },
        parent);
}

QueryResourcesJob* ArmClient::queryCommunicationServices(const QList<Subscription>& in, QObject* parent)
{
    const TenantId tenant = in.isEmpty() ? TenantId() : in.first().tenant;
    return new QueryResourcesJob(m_http, ArmRequests::resourceGraph(m_cloud, tenant), in, parent);
}

PagedListJob<CommunicationService>* ArmClient::listCommunicationServices(const Subscription& in, QObject* parent)
{
    return new PagedListJob<CommunicationService>(m_http, ArmRequests::communicationServices(m_cloud, in.tenant, in.id),
                                                  resourcesIn(in), parent);
}

JobOf<QList<CommunicationService>>* ArmClient::listCommunicationServices(const Subscription& in,
                                                                         const QString& resourceGroup, QObject* parent)
{
    if (const QString problem = problemWithResourceGroup(resourceGroup); !problem.isEmpty()) {
        return new FinishedJob<QList<CommunicationService>>(Error::invalidInput(problem), parent);
    }
    return new PagedListJob<CommunicationService>(
        m_http, ArmRequests::communicationServicesOfGroup(m_cloud, in.tenant, in.id, resourceGroup), resourcesIn(in),
        parent);
}

JobOf<CommunicationService>* ArmClient::getCommunicationService(const TenantId& tenant, const ResourceId& id,
                                                                QObject* parent)
{
    return new ArmJob<CommunicationService>(
        m_http, ArmRequests::communicationService(m_cloud, tenant, id),
        [tenant](const QByteArray& body) {
            Result<CommunicationService> service = parseCommunicationService(body);
            if (service) {
                service->tenant = tenant;
            }
            return service;
        },
        parent);
}

JobOf<CommunicationServiceKeys>* ArmClient::listKeys(const CommunicationService& resource, QObject* parent)
{
    return new AnyTenantJob<CommunicationServiceKeys>(
        m_tenants, resource, Right::ListKeys,
        [this](const CommunicationService& by, QObject* owner) {
            return new ArmJob<CommunicationServiceKeys>(m_http, ArmRequests::listKeys(m_cloud, by.tenant, by.id),
                                                        parseCommunicationServiceKeys, owner);
        },
        [](const CommunicationServiceKeys&) { return true; }, parent);
}

JobOf<CommunicationServiceKeys>* ArmClient::regenerateKey(const CommunicationService& resource, KeyType type,
                                                          QObject* parent)
{
    return new ArmJob<CommunicationServiceKeys>(
        m_http, ArmRequests::regenerateKey(m_cloud, tenantToRegenerate(resource), resource.id, type),
        [type](QByteArray& body) -> Result<CommunicationServiceKeys> {
            Result<CommunicationServiceKeys> keys = parseCommunicationServiceKeys(body);
            if (keys && keys->at(type).isEmpty()) {
                return Error::badAnswer(QCoreApplication::translate(
                    "CommKeys::ArmClient", "Azure's answer carries the other key, not the one that was regenerated."));
            }
            return keys;
        },
        parent);
}

JobOf<QList<KeyRegenerationEvent>>* ArmClient::listKeyRegenerations(const Subscription& in, const QDateTime& sinceUtc,
                                                                    QObject* parent)
{
    const QDateTime now = m_http.clock.utcNow();
    const HttpRequest request =
        ArmRequests::activityLog(m_cloud, in.tenant, in.id, activityLogStart(sinceUtc, now), now);
    return new MappedJob<QList<ActivityLogEvent>, QList<KeyRegenerationEvent>>(
        [this, &request](QObject* owner) {
            return new PagedListJob<ActivityLogEvent>(m_http, request, regenerationsIn, owner);
        },
        [](const Result<QList<ActivityLogEvent>>& events) -> Result<QList<KeyRegenerationEvent>> {
            return events ? Result<QList<KeyRegenerationEvent>>(keyRegenerations(*events)) : events.error();
        },
        parent);
}

TenantId ArmClient::tenantToRegenerate(const CommunicationService& resource) const
{
    const TenantId lister = m_tenants.tenantsFor(resource.id, resource.tenant, Right::ListKeys).constFirst();
    return m_tenants.tenantsFor(resource.id, lister, Right::RegenerateKey).constFirst();
}

JobOf<QList<Permission>>* ArmClient::listPermissions(const CommunicationService& resource, QObject* parent)
{
    return new AnyTenantJob<QList<Permission>>(
        m_tenants, resource, Right::RegenerateKey,
        [this](const CommunicationService& by, QObject* owner) {
            return new PagedListJob<Permission>(m_http, ArmRequests::permissions(m_cloud, by.tenant, by.id),
                                                parsePermissionPage, owner);
        },
        [](const QList<Permission>& permissions) { return isAllowed(permissions, regenerateKeyAction.toString()); },
        parent);
}

JobOf<QList<ManagementLock>>* ArmClient::listLocks(const CommunicationService& resource, QObject* parent)
{
    return new AnyTenantJob<QList<ManagementLock>>(
        m_tenants, resource, Right::Read,
        [this](const CommunicationService& by, QObject* owner) { return new ListLocksJob(m_http, m_cloud, by, owner); },
        [](const QList<ManagementLock>&) { return true; }, parent);
}

JobOf<LocalAuthState>* ArmClient::localAuthState(const CommunicationService& resource, QObject* parent)
{
    return new MappedJob<LocalAuthState, LocalAuthState>(
        [this, &resource](QObject* owner) {
            return new AnyTenantJob<LocalAuthState>(
                m_tenants, resource, Right::Read,
                [this](const CommunicationService& by, QObject* asking) {
                    return new ArmJob<LocalAuthState>(m_http, ArmRequests::localAuthState(m_cloud, by.tenant, by.id),
                                                      parseLocalAuthState, asking);
                },
                [](const LocalAuthState&) { return true; }, owner);
        },
        [](const Result<LocalAuthState>& state) {
            return !state && isUnknownApiVersion(state.error()) ? LocalAuthState() : state;
        },
        parent);
}

} // namespace CommKeys
