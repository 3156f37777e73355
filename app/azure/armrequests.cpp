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
const QString resourcesVersion = u"2022-12-01"_s;

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

HttpRequest cloudMetadata(const QUrl& armEndpoint, const QString& apiVersion)
{
    Cloud cloud;
    cloud.armEndpoint = armEndpoint;
    HttpRequest request;
    request.url = armUrl(cloud, u"/metadata/endpoints"_s, apiVersion);
    return request;
}

} // namespace CommKeys::ArmRequests
