// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedroute.h"

#include <QUrl>

#include <algorithm>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

bool same(const QString& a, QLatin1StringView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

/// Takes @p names off the front of @p parts when they stand there, in any casing.
bool takeFront(QStringList& parts, std::initializer_list<QLatin1StringView> names)
{
    if (parts.size() < qsizetype(names.size()) ||
        !std::equal(names.begin(), names.end(), parts.cbegin(),
                    [](auto name, const QString& part) { return same(part, name); })) {
        return false;
    }
    parts.remove(0, qsizetype(names.size()));
    return true;
}

SimulatedRoute::Kind kindBelowScope(const SimulatedRoute& route, QStringList rest)
{
    using Kind = SimulatedRoute::Kind;
    const bool isResource = !route.name.isEmpty();
    if (takeFront(rest, {"providers"_L1, "Microsoft.Authorization"_L1})) {
        if (rest.size() == 1 && same(rest.first(), "permissions"_L1)) {
            return Kind::Permissions;
        }
        return rest.size() == 1 && same(rest.first(), "locks"_L1) ? Kind::Locks : Kind::Unknown;
    }
    if (takeFront(rest, {"providers"_L1, "Microsoft.Communication"_L1, "communicationServices"_L1})) {
        if (!rest.isEmpty() || isResource) {
            return Kind::Unknown;
        }
        return route.group.isEmpty() ? Kind::ListBySubscription : Kind::ListByResourceGroup;
    }
    if (route.group.isEmpty() && takeFront(rest, {"providers"_L1, "Microsoft.Insights"_L1, "eventtypes"_L1})) {
        return takeFront(rest, {"management"_L1, "values"_L1}) && rest.isEmpty() ? Kind::ActivityLog : Kind::Unknown;
    }
    if (isResource && rest.size() == 1) {
        return same(rest.first(), "listKeys"_L1)        ? Kind::ListKeys
               : same(rest.first(), "regenerateKey"_L1) ? Kind::RegenerateKey
                                                        : Kind::Unknown;
    }
    if (!rest.isEmpty()) {
        return Kind::Unknown;
    }
    return isResource ? Kind::Resource : route.group.isEmpty() ? Kind::Subscription : Kind::Unknown;
}

} // namespace

SimulatedRoute SimulatedRoute::of(const QUrl& url)
{
    SimulatedRoute route;
    QStringList parts;
    for (const QString& part : url.path(QUrl::FullyEncoded).split(u'/', Qt::SkipEmptyParts)) {
        parts.append(QUrl::fromPercentEncoding(part.toLatin1())); // after splitting: %2F is part of a name
    }
    const auto isWhole = [&parts](std::initializer_list<QLatin1StringView> names) {
        QStringList copy = parts;
        return takeFront(copy, names) && copy.isEmpty();
    };
    if (isWhole({"metadata"_L1, "endpoints"_L1})) {
        route.kind = Kind::Metadata;
    } else if (isWhole({"providers"_L1, "Microsoft.ResourceGraph"_L1, "resources"_L1})) {
        route.kind = Kind::ResourceGraph;
    } else if (isWhole({"tenants"_L1})) {
        route.kind = Kind::Tenants;
    } else if (isWhole({"subscriptions"_L1})) {
        route.kind = Kind::Subscriptions;
    } else if (takeFront(parts, {"subscriptions"_L1})) {
        route.subscription = SubscriptionId(parts.takeFirst());
        route.scope = u"/subscriptions/"_s + route.subscription.toString();
        if (parts.size() >= 2 && takeFront(parts, {"resourceGroups"_L1})) {
            route.group = parts.takeFirst();
            route.scope += u"/resourceGroups/"_s + route.group;
        }
        QStringList behindType = parts;
        if (!route.group.isEmpty() &&
            takeFront(behindType, {"providers"_L1, "Microsoft.Communication"_L1, "communicationServices"_L1}) &&
            !behindType.isEmpty()) {
            route.name = behindType.takeFirst();
            route.scope += u"/providers/Microsoft.Communication/communicationServices/"_s + route.name;
            parts = behindType;
        }
        route.kind = kindBelowScope(route, parts);
    }
    return route;
}

QByteArray SimulatedRoute::verb() const
{
    const bool isPost = kind == Kind::ListKeys || kind == Kind::RegenerateKey || kind == Kind::ResourceGraph;
    return isPost ? "POST"_ba : "GET"_ba;
}

QString SimulatedRoute::action() const
{
    const QString services = u"Microsoft.Communication/communicationServices/"_s;
    switch (kind) {
    case Kind::ListBySubscription:
    case Kind::ListByResourceGroup:
    case Kind::Resource:
        return services + u"read"_s;
    case Kind::ListKeys:
        return services + u"listKeys/action"_s;
    case Kind::RegenerateKey:
        return services + u"regenerateKey/action"_s;
    case Kind::Permissions:
        return u"Microsoft.Authorization/permissions/read"_s;
    case Kind::Locks:
        return u"Microsoft.Authorization/locks/read"_s;
    case Kind::ActivityLog:
        return u"Microsoft.Insights/eventtypes/values/read"_s;
    default:
        return u"Microsoft.Resources/subscriptions/read"_s;
    }
}

QStringList SimulatedRoute::apiVersions() const
{
    switch (kind) {
    case Kind::Metadata:
        return {u"1.0"_s, u"2015-01-01"_s, u"2019-05-01"_s, u"2022-09-01"_s};
    case Kind::Permissions:
        return {u"2015-07-01"_s, u"2018-01-01-preview"_s, u"2018-07-01"_s, u"2022-04-01"_s};
    case Kind::Locks:
        return {u"2015-01-01"_s, u"2016-09-01"_s, u"2017-04-01"_s, u"2020-05-01"_s};
    case Kind::ActivityLog:
        return {u"2015-04-01"_s};
    case Kind::ResourceGraph:
        return {u"2021-03-01"_s, u"2022-10-01"_s, u"2024-04-01"_s};
    case Kind::ListBySubscription:
    case Kind::ListByResourceGroup:
    case Kind::Resource:
    case Kind::ListKeys:
    case Kind::RegenerateKey:
        return {u"2020-08-20"_s,         u"2021-10-01-preview"_s, u"2022-07-01-preview"_s, u"2023-03-01-preview"_s,
                u"2023-03-31"_s,         u"2023-04-01-preview"_s, u"2023-04-01"_s,         u"2023-06-01-preview"_s,
                u"2024-09-01-preview"_s, u"2025-05-01-preview"_s, u"2025-05-01"_s,         u"2025-09-01"_s,
                u"2026-03-18"_s};
    default:
        return {u"2016-06-01"_s, u"2018-06-01"_s, u"2019-06-01"_s, u"2019-11-01"_s, u"2020-01-01"_s,
                u"2021-01-01"_s, u"2021-04-01"_s, u"2022-09-01"_s, u"2022-12-01"_s};
    }
}

bool SimulatedRoute::isCommunication() const
{
    return kind == Kind::ListBySubscription || kind == Kind::ListByResourceGroup || kind == Kind::Resource ||
           kind == Kind::ListKeys || kind == Kind::RegenerateKey;
}

} // namespace CommKeys
