// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/armclient.h"

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

InventoryJob* ArmClient::listInventory(QObject* parent)
{
    return new InventoryJob(*this, parent);
}

JobOf<QList<Tenant>>* ArmClient::listTenants(QObject* parent)
{
    return new PagedListJob<Tenant>(m_http, ArmRequests::tenants(m_cloud), parseTenantPage, parent);
}

JobOf<QList<Subscription>>* ArmClient::listSubscriptions(const TenantId& tenant, QObject* parent)
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

JobOf<QList<CommunicationService>>* ArmClient::listCommunicationServices(const Subscription& in, QObject* parent)
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
    return new ArmJob<CommunicationServiceKeys>(m_http, ArmRequests::listKeys(m_cloud, resource.tenant, resource.id),
                                                parseCommunicationServiceKeys, parent);
}

JobOf<CommunicationServiceKeys>* ArmClient::regenerateKey(const CommunicationService& resource, KeyType type,
                                                          QObject* parent)
{
    return new ArmJob<CommunicationServiceKeys>(
        m_http, ArmRequests::regenerateKey(m_cloud, resource.tenant, resource.id, type),
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

JobOf<QList<Permission>>* ArmClient::listPermissions(const CommunicationService& resource, QObject* parent)
{
    return new PagedListJob<Permission>(m_http, ArmRequests::permissions(m_cloud, resource.tenant, resource.id),
                                        parsePermissionPage, parent);
}

JobOf<QList<ManagementLock>>* ArmClient::listLocks(const CommunicationService& resource, QObject* parent)
{
    return new ListLocksJob(m_http, m_cloud, resource, parent);
}

JobOf<LocalAuthState>* ArmClient::localAuthState(const CommunicationService& resource, QObject* parent)
{
    const HttpRequest request = ArmRequests::localAuthState(m_cloud, resource.tenant, resource.id);
    return new MappedJob<LocalAuthState, LocalAuthState>(
        [this, &request](QObject* owner) {
            return new ArmJob<LocalAuthState>(m_http, request, parseLocalAuthState, owner);
        },
        [](const Result<LocalAuthState>& state) {
            return !state && isUnknownApiVersion(state.error()) ? LocalAuthState() : state;
        },
        parent);
}

} // namespace CommKeys
