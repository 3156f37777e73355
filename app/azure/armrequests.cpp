// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/armrequests.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace CommKeys::ArmRequests {

namespace {

const QString communicationVersion = u"2023-04-01"_s;
/// The first that tells of disableLocalAuth. Everything else stays with the older one, which more clouds know.
const QString localAuthVersion = u"2025-05-01"_s;
const QString resourcesVersion = u"2022-12-01"_s;
const QString resourceGraphVersion = u"2021-03-01"_s;
const QString permissionsVersion = u"2022-04-01"_s;
const QString locksVersion = u"2016-09-01"_s;
const QString activityLogVersion = u"2015-04-01"_s;

QUrl armUrl(const Cloud& cloud, const QString& path, const QString& apiVersion)
{
    QUrl url = cloud.armEndpoint;
    url.setPath(path);
    QUrlQuery query;
    query.addQueryItem(u"api-version"_s, apiVersion);
    url.setQuery(query);
    return url;
}

HttpRequest get(const Cloud& cloud, const TenantId& tenant, const QString& path, const QString& apiVersion)
{
    HttpRequest request;
    request.url = armUrl(cloud, path, apiVersion);
    request.token = TokenRequest{tenant, cloud.audience};
    return request;
}

HttpRequest post(const Cloud& cloud, const TenantId& tenant, const QString& path, const QString& apiVersion)
{
    HttpRequest request = get(cloud, tenant, path, apiVersion);
    request.verb = "POST";
    request.retry = RetryRule::OnlyWhenNotDone;
    return request;
}

QString subscriptionPath(const SubscriptionId& id)
{
    return u"/subscriptions/"_s + id.toString();
}

HttpRequest locksAt(const Cloud& cloud, const TenantId& tenant, const QString& scope)
{
    return get(cloud, tenant, scope + u"/providers/Microsoft.Authorization/locks"_s, locksVersion);
}

} // namespace

HttpRequest tenants(const Cloud& cloud)
{
    return get(cloud, {}, u"/tenants"_s, resourcesVersion);
}

HttpRequest subscriptions(const Cloud& cloud, const TenantId& tenant)
{
    return get(cloud, tenant, u"/subscriptions"_s, resourcesVersion);
}

HttpRequest communicationServices(const Cloud& cloud, const TenantId& tenant, const SubscriptionId& in)
{
    return get(cloud, tenant,
               u"/subscriptions/%1/providers/Microsoft.Communication/communicationServices"_s.arg(in.toString()),
               communicationVersion);
}

HttpRequest resourceGraph(const Cloud& cloud, const TenantId& tenant)
{
    HttpRequest request = post(cloud, tenant, u"/providers/Microsoft.ResourceGraph/resources"_s, resourceGraphVersion);
    request.retry = RetryRule::WhenUnclear;
    return request;
}

HttpRequest communicationServicesOfGroup(const Cloud& cloud, const TenantId& tenant, const SubscriptionId& in,
                                         const QString& resourceGroup)
{
    return get(cloud, tenant,
               u"/subscriptions/%1/resourceGroups/%2/providers/Microsoft.Communication/communicationServices"_s.arg(
                   in.toString(), resourceGroup),
               communicationVersion);
}

HttpRequest communicationService(const Cloud& cloud, const TenantId& tenant, const ResourceId& id)
{
    return get(cloud, tenant, id.toString(), communicationVersion);
}

HttpRequest listKeys(const Cloud& cloud, const TenantId& tenant, const ResourceId& id)
{
    return post(cloud, tenant, id.toString() + u"/listKeys"_s, communicationVersion);
}

HttpRequest regenerateKey(const Cloud& cloud, const TenantId& tenant, const ResourceId& id, KeyType type)
{
    HttpRequest request = post(cloud, tenant, id.toString() + u"/regenerateKey"_s, communicationVersion);
    request.body = QJsonDocument(QJsonObject{{u"keyType"_s, apiName(type)}}).toJson(QJsonDocument::Compact);
    request.retry = RetryRule::Never;
    return request;
}

HttpRequest localAuthState(const Cloud& cloud, const TenantId& tenant, const ResourceId& id)
{
    return get(cloud, tenant, id.toString(), localAuthVersion);
}

HttpRequest permissions(const Cloud& cloud, const TenantId& tenant, const ResourceId& id)
{
    return get(cloud, tenant, id.toString() + u"/providers/Microsoft.Authorization/permissions"_s, permissionsVersion);
}

HttpRequest locks(const Cloud& cloud, const TenantId& tenant, const ResourceId& id)
{
    return locksAt(cloud, tenant, id.toString());
}

HttpRequest locksOfGroup(const Cloud& cloud, const TenantId& tenant, const ResourceId& id)
{
    return locksAt(cloud, tenant, subscriptionPath(id.subscription()) + u"/resourceGroups/"_s + id.resourceGroup());
}

HttpRequest locksOfSubscription(const Cloud& cloud, const TenantId& tenant, const ResourceId& id)
{
    return locksAt(cloud, tenant, subscriptionPath(id.subscription()));
}

HttpRequest activityLog(const Cloud& cloud, const TenantId& tenant, const SubscriptionId& of, const QDateTime& fromUtc,
                        const QDateTime& untilUtc)
{
    HttpRequest request =
        get(cloud, tenant, subscriptionPath(of) + u"/providers/Microsoft.Insights/eventtypes/management/values"_s,
            activityLogVersion);
    QUrlQuery query(request.url);
    query.addQueryItem(u"$filter"_s, u"eventTimestamp ge '%1' and eventTimestamp le '%2' and resourceProvider eq "
                                     "'Microsoft.Communication'"_s.arg(fromUtc.toUTC().toString(Qt::ISODate),
                                                                       untilUtc.toUTC().toString(Qt::ISODate)));
    request.url.setQuery(query);
    return request;
}

HttpRequest cloudMetadata(const QUrl& armEndpoint, const QString& apiVersion)
{
    Cloud cloud;
    cloud.armEndpoint = armEndpoint;
    HttpRequest request;
    request.url = armUrl(cloud, u"/metadata/endpoints"_s, apiVersion);
    return request;
}

} // namespace CommKeys::ArmRequests
