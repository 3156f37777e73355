// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedazure.h"

#include "demo/simulatedaccess.h"
#include "demo/simulateddirectory.h"
#include "demo/simulatedgate.h"
#include "demo/simulatedpage.h"
#include "demo/simulatedresourcegraph.h"
#include "demo/simulatedstandardheaders.h"

#include <QJsonDocument>
#include <QUrlQuery>
#include <QUuid>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

QString apiVersionOf(const SimulatedRequest& request)
{
    return QUrlQuery(request.url).queryItemValue(u"api-version"_s);
}

/// An error of the gateway itself, before any provider has seen the request.
SimulatedAnswer gatewayError(int status, const QString& code, const QString& message)
{
    SimulatedAnswer answer = SimulatedAnswer::error(status, code, message);
    answer.headers.append({"x-ms-failure-cause"_ba, "gateway"_ba});
    return answer;
}

SimulatedAnswer invalidKeyType(const QString& scope)
{
    const QString message = u"HTTP request payload failed validation against API specification with one or more "
                            "errors. Please see details for more information."_s;
    const QJsonObject detail{{u"code"_s, u"InvalidProperties"_s},
                             {u"message"_s, u"The value of 'keyType' is not one of 'Primary', 'Secondary'."_s},
                             {u"target"_s, u"keyType"_s}};
    return SimulatedAnswer::error(400, u"HttpRequestPayloadAPISpecValidationFailed"_s, message,
                                  {{u"target"_s, scope}, {u"details"_s, QJsonArray{detail}}});
}

/// A line of the log. What a sign-in says in its query is nobody's business: there are codes and names in it.
SimulatedExchange entry(const SimulatedRequest& request, bool isLogin, int status, bool acted)
{
    const QByteArray id = headerValue(request.headers, isLogin ? "client-request-id" : "x-ms-client-request-id");
    const QUrl url = isLogin ? request.url.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment) : request.url;
    return {request.verb, url, id, status, acted};
}

} // namespace

SimulatedAzure::SimulatedAzure(SimulatedEstate estate, SimulatedCloud cloud)
    : m_estate(std::move(estate))
    , m_cloud(std::move(cloud))
    , m_entra(m_estate.seed())
{
}

SimulatedAnswer SimulatedAzure::answer(const SimulatedRequest& request, const QDateTime& utcNow)
{
    SimulatedAnswer answer;
    bool acted = false;
    ++m_number;
    m_activityLog.begin(m_estate, utcNow);
    actLate(utcNow);
    if (!m_cloud.serves(request.url)) {
        answer.transport = SimulatedAnswer::Transport::UnknownHost;
    } else {
        const std::optional<SimulatedFault> fault = m_faults.take(request);
        acted = !fault || fault->acts;
        if (acted) {
            answer = act(request, utcNow);
        } else if (fault->actsAfterRequests > 0) {
            m_late.append({request, fault->actsAfterRequests});
        }
        if (fault && fault->reply == SimulatedFault::Reply::PreviousKeys) {
            answer = previousKeys(request, SimulatedRoute::of(request.url));
        }
        if (fault) {
            answer = fault->answer(request, answer);
        }
        answer.delay += m_faults.latency;
        if (!m_cloud.isLogin(request.url)) {
            addStandardHeaders(answer, request, SimulatedRoute::of(request.url), m_number, utcNow);
        }
    }
    m_log.append(entry(request, m_cloud.isLogin(request.url), answer.status, acted));
    return answer;
}

void SimulatedAzure::actLate(const QDateTime& utcNow)
{
    for (Late& late : m_late) {
        if (late.requestsBefore-- == 0) {
            static_cast<void>(act(late.request, utcNow));
        }
    }
    m_late.removeIf([](const Late& late) { return late.requestsBefore < 0; });
}

void SimulatedAzure::actOnAllLate(const QDateTime& utcNow)
{
    for (const Late& late : std::exchange(m_late, {})) {
        static_cast<void>(act(late.request, utcNow));
    }
}

int SimulatedAzure::count(const QByteArray& verb, const QString& pathContains) const
{
    return static_cast<int>(std::count_if(m_log.begin(), m_log.end(), [&](const SimulatedExchange& exchange) {
        return exchange.verb == verb && exchange.url.path().contains(pathContains, Qt::CaseInsensitive);
    }));
}

QString SimulatedAzure::currentKey(const QString& resourceName, KeyType type) const
{
    const SimulatedResource* resource = m_estate.resourceNamed(resourceName);
    return resource ? resource->key(m_estate.seed(), type) : QString();
}

QByteArray SimulatedAzure::issueToken(const TenantId& tenant, const QDateTime& expiresUtc, const QString& upn) const
{
    return SimulatedToken::issue(tenant, m_cloud.audiences.first(), expiresUtc, upn);
}

SimulatedAnswer SimulatedAzure::act(const SimulatedRequest& request, const QDateTime& utcNow)
{
    return m_cloud.isLogin(request.url) ? m_entra.answer(request, m_cloud, m_estate, utcNow)
                                        : manage(request, SimulatedRoute::of(request.url), utcNow);
}

SimulatedAnswer SimulatedAzure::manage(const SimulatedRequest& request, const SimulatedRoute& route,
                                       const QDateTime& utcNow)
{
    const QString apiVersion = apiVersionOf(request);
    // The real gateway checks this before it looks at the token.
    if (apiVersion.isEmpty()) {
        return gatewayError(400, u"MissingApiVersionParameter"_s,
                            u"The api-version query parameter (?api-version=) is required for all requests."_s);
    }
    const SimulatedSubscription* subscription = m_estate.subscription(route.subscription);
    std::variant<SimulatedToken, SimulatedAnswer> admitted = SimulatedToken();
    if (route.kind != SimulatedRoute::Kind::Metadata) {
        admitted = admit(request, m_cloud, m_estate, subscription, utcNow);
        if (auto* refused = std::get_if<SimulatedAnswer>(&admitted)) {
            return *refused;
        }
        const SimulatedEntraPolicy& policy = m_entra.policy();
        const QString operation = request.url.path().section(u'/', -1);
        if (policy.claimsOperations.isEmpty() || policy.claimsOperations.contains(operation, Qt::CaseInsensitive)) {
            if (auto refused = challenge(std::get<SimulatedToken>(admitted), m_cloud, policy.claimsChallenge)) {
                return *refused;
            }
        }
    }
    const bool isMissing = route.kind == SimulatedRoute::Kind::ResourceGraph && !m_faults.resourceGraph;
    if (route.kind == SimulatedRoute::Kind::Unknown || isMissing) {
        return gatewayError(404, u"NotFound"_s,
                            u"There is nothing at '%1' in this simulation."_s.arg(request.url.path()));
    }
    if (!route.apiVersions().contains(apiVersion)) {
        return gatewayError(400, u"InvalidApiVersionParameter"_s,
                            u"The api-version '%1' is invalid. The supported versions are '%2'."_s.arg(
                                apiVersion, route.apiVersions().join(u',')));
    }
    if (request.verb != route.verb()) {
        return gatewayError(
            405, u"MethodNotAllowed"_s,
            u"The requested resource does not support http method '%1'."_s.arg(QString::fromLatin1(request.verb)));
    }
    const SimulatedToken& token = std::get<SimulatedToken>(admitted);
    const std::optional<SimulatedAnswer> refused = refusal(route, token);
    const SimulatedAnswer answer = refused ? *refused : carryOut(request, route, token, utcNow);
    note(request, route, token, answer, utcNow);
    return answer;
}

void SimulatedAzure::note(const SimulatedRequest& request, const SimulatedRoute& route, const SimulatedToken& token,
                          const SimulatedAnswer& answer, const QDateTime& utcNow)
{
    // Reading leaves no trace (azure-api §4), and neither does what is about nothing that exists.
    const bool isAboutKeys =
        route.kind == SimulatedRoute::Kind::ListKeys || route.kind == SimulatedRoute::Kind::RegenerateKey;
    if (!isAboutKeys || answer.status == 404) {
        return;
    }
    SimulatedActivity activity;
    activity.subscription = route.subscription;
    activity.tenant = token.tenant;
    activity.resource = route.scope;
    activity.action = route.kind == SimulatedRoute::Kind::ListKeys ? u"ListKeys"_s : u"RegenerateKey"_s;
    activity.requestBody = QString::fromUtf8(request.body);
    activity.caller = token.upn;
    activity.correlationId = QString::fromLatin1(correlationIdOf(request, m_number));
    activity.endUtc = utcNow;
    activity.status = answer.status;
    m_activityLog.add(activity);
}

std::optional<SimulatedAnswer> SimulatedAzure::refusal(const SimulatedRoute& route, const SimulatedToken& token) const
{
    if (route.subscription.isEmpty()) {
        return std::nullopt;
    }
    if (!isUuid(route.subscription.toString())) {
        return gatewayError(
            400, u"InvalidSubscriptionId"_s,
            u"The provided subscription identifier '%1' is malformed or invalid."_s.arg(route.subscription.toString()));
    }
    const SimulatedSubscription* subscription = m_estate.subscription(route.subscription);
    if (!subscription) {
        return gatewayError(404, u"SubscriptionNotFound"_s,
                            u"The subscription '%1' could not be found."_s.arg(route.subscription.toString()));
    }
    if (m_faults.forbiddenSubscriptions.contains(route.subscription) ||
        !isAllowed(subscription->roleOf(token.tenant).value_or(SimulatedRole::Reader), route.action())) {
        return gatewayError(403, u"AuthorizationFailed"_s,
                            u"The client '%1' with object id '%2' does not have authorization to perform action '%3' "
                            "over scope '%4' or the scope is invalid. If access was recently granted, please refresh "
                            "your credentials."_s.arg(token.upn, token.objectId, route.action(), route.scope));
    }
    if (!route.group.isEmpty() && !m_estate.hasGroup(route.subscription, route.group)) {
        return gatewayError(404, u"ResourceGroupNotFound"_s,
                            u"Resource group '%1' could not be found."_s.arg(route.group));
    }
    if (!route.name.isEmpty() && !m_estate.resource(route.subscription, route.group, route.name)) {
        return gatewayError(404, u"ResourceNotFound"_s,
                            u"The Resource 'Microsoft.Communication/CommunicationServices/%1' under resource group "
                            "'%2' was not found. For more details please go to "
                            "https://aka.ms/ARMResourceNotFoundFix"_s.arg(route.name, route.group));
    }
    const QList<SimulatedLock> all = locks();
    const SimulatedLock* lock = route.verb() == "POST" ? readOnlyLockOver(route.scope, all) : nullptr;
    if (lock) {
        return gatewayError(409, u"ScopeLocked"_s,
                            u"The scope '%1' cannot perform write operation because following scope(s) are locked: "
                            "'%2'. Please remove the lock and try again."_s.arg(route.scope, lock->scope));
    }
    return std::nullopt;
}

SimulatedAnswer SimulatedAzure::carryOut(const SimulatedRequest& request, const SimulatedRoute& route,
                                         const SimulatedToken& token, const QDateTime& utcNow)
{
    using Kind = SimulatedRoute::Kind;
    const QString apiVersion = apiVersionOf(request);
    const SimulatedResource* resource = m_estate.resource(route.subscription, route.group, route.name);
    switch (route.kind) {
    case Kind::Metadata: {
        SimulatedAnswer answer = SimulatedAnswer::json(200, {});
        answer.body = m_cloud.metadata(apiVersion, m_faults.metadata);
        return answer;
    }
    case Kind::ResourceGraph:
        return answerResourceGraph(request, token, m_estate, m_faults, utcNow);
    case Kind::Tenants:
        return pageOf(request, m_faults, tenantsAsJson(m_estate, token, apiVersion));
    case Kind::Subscriptions: {
        const QJsonArray all = subscriptionsAsJson(m_estate, token.tenant, apiVersion);
        const QJsonObject count{{u"type"_s, u"Total"_s}, {u"value"_s, all.size()}};
        return pageOf(request, m_faults, all, {{u"count"_s, count}});
    }
    case Kind::Subscription:
        return SimulatedAnswer::json(200, subscriptionAsJson(*m_estate.subscription(route.subscription), apiVersion));
    case Kind::ListBySubscription:
    case Kind::ListByResourceGroup: {
        QJsonArray value;
        for (const SimulatedResource* found : m_estate.resourcesOf(route.subscription, route.group)) {
            value.append(found->toJson(apiVersion));
        }
        return pageOf(request, m_faults, value);
    }
    case Kind::Resource:
        return SimulatedAnswer::json(200, resource->toJson(apiVersion));
    case Kind::ListKeys:
        return keysOf(asItWas(*resource, m_faults.keyReadLag, utcNow));
    case Kind::RegenerateKey:
        return regenerateKey(request, route, utcNow);
    case Kind::Permissions:
        return pageOf(
            request, m_faults,
            permissionsOf(
                m_estate.subscription(route.subscription)->roleOf(token.tenant).value_or(SimulatedRole::Reader)));
    case Kind::Locks:
        return pageOf(request, m_faults, locksAt(route.scope, locks()));
    case Kind::ActivityLog:
        return m_activityLog.answer(request, route.subscription, m_faults, utcNow);
    case Kind::Unknown:
        break;
    }
    Q_UNREACHABLE();
}

QDateTime SimulatedAzure::replacedUtc(const QString& resourceName, KeyType type, const QString& key) const
{
    const SimulatedResource* resource = m_estate.resourceNamed(resourceName);
    if (resource == nullptr || key == currentKey(resourceName, type)) {
        return {};
    }
    const auto past = std::find_if(m_past.rbegin(), m_past.rend(), [&](const Past& one) {
        return one.resource.id == resource->id && one.resource.key(m_estate.seed(), type) == key;
    });
    return past == m_past.rend() ? QDateTime() : past->untilUtc;
}

QDateTime SimulatedAzure::lastChangeUtc(const QString& resourceName) const
{
    const auto past = std::find_if(m_past.rbegin(), m_past.rend(), [&resourceName](const Past& one) {
        return one.resource.name.compare(resourceName, Qt::CaseInsensitive) == 0;
    });
    return past == m_past.rend() ? QDateTime() : past->untilUtc;
}

void SimulatedAzure::regenerateElsewhere(const QString& resourceName, KeyType type, const QDateTime& utcNow,
                                         const QString& caller)
{
    const SimulatedResource* resource = m_estate.resourceNamed(resourceName);
    if (resource == nullptr) {
        return;
    }
    m_activityLog.begin(m_estate, utcNow);
    remember(*resource, utcNow);
    SimulatedActivity activity;
    activity.subscription = resource->subscription;
    activity.tenant = m_estate.subscription(resource->subscription)->tenant;
    activity.resource = resource->id;
    activity.action = u"RegenerateKey"_s;
    activity.requestBody = u"{\"keyType\":\"%1\"}"_s.arg(apiName(type));
    activity.caller = caller;
    activity.correlationId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    activity.endUtc = utcNow;
    activity.status = 200;
    m_activityLog.add(activity);
    static_cast<void>(m_estate.regenerateKey(*resource, type));
}

void SimulatedAzure::recreate(const QString& resourceName, const QDateTime& utcNow)
{
    if (const SimulatedResource* resource = m_estate.resourceNamed(resourceName)) {
        remember(*resource, utcNow);
        m_estate.recreate(*resource, utcNow);
    }
}

void SimulatedAzure::remember(const SimulatedResource& resource, const QDateTime& utcNow)
{
    constexpr qsizetype mostPast = 200;
    m_past.append({resource, utcNow});
    if (m_past.size() > mostPast) {
        m_past.removeFirst();
    }
}

const SimulatedResource& SimulatedAzure::asItWas(const SimulatedResource& resource, std::chrono::milliseconds lag,
                                                 const QDateTime& utcNow) const
{
    const QDateTime seen = utcNow.addMSecs(-lag.count());
    const auto past = std::find_if(m_past.begin(), m_past.end(), [&resource, &seen](const Past& one) {
        return one.resource.id == resource.id && one.untilUtc > seen;
    });
    return lag.count() > 0 && past != m_past.end() ? past->resource : resource;
}

const SimulatedResource& SimulatedAzure::beforeLastChange(const SimulatedResource& resource) const
{
    const auto past = std::find_if(m_past.rbegin(), m_past.rend(),
                                   [&resource](const Past& one) { return one.resource.id == resource.id; });
    return past == m_past.rend() ? resource : past->resource;
}

SimulatedAnswer SimulatedAzure::previousKeys(const SimulatedRequest& request, const SimulatedRoute& route) const
{
    const SimulatedResource* resource = m_estate.resource(route.subscription, route.group, route.name);
    if (resource == nullptr) {
        return gatewayError(404, u"ResourceNotFound"_s, u"There is no such resource."_s);
    }
    const SimulatedResource& past = beforeLastChange(*resource);
    if (route.kind != SimulatedRoute::Kind::RegenerateKey) {
        return keysOf(past);
    }
    const QString wanted = QJsonDocument::fromJson(request.body).object().value("keyType"_L1).toString();
    return keyOf(past, wanted == apiName(KeyType::Primary) ? KeyType::Primary : KeyType::Secondary);
}

SimulatedAnswer SimulatedAzure::keysOf(const SimulatedResource& resource) const
{
    const QString primary = resource.key(m_estate.seed(), KeyType::Primary);
    const QString secondary = resource.key(m_estate.seed(), KeyType::Secondary);
    return SimulatedAnswer::json(200, {{u"primaryKey"_s, primary},
                                       {u"secondaryKey"_s, secondary},
                                       {u"primaryConnectionString"_s, resource.connectionString(primary)},
                                       {u"secondaryConnectionString"_s, resource.connectionString(secondary)}});
}

/// Only the regenerated side: the other two members are absent, not null (Regenerate Key, example).
SimulatedAnswer SimulatedAzure::keyOf(const SimulatedResource& resource, KeyType type) const
{
    const QString key = resource.key(m_estate.seed(), type);
    const QString side = apiName(type).toLower();
    return SimulatedAnswer::json(
        200, {{side + u"Key"_s, key}, {side + u"ConnectionString"_s, resource.connectionString(key)}});
}

SimulatedAnswer SimulatedAzure::regenerateKey(const SimulatedRequest& request, const SimulatedRoute& route,
                                              const QDateTime& utcNow)
{
    if (!headerValue(request.headers, "content-type").toLower().startsWith("application/json")) {
        return gatewayError(
            415, u"UnsupportedMediaType"_s,
            u"The content media type '%1' is not supported. Only 'application/json' is supported."_s.arg(
                QString::fromLatin1(headerValue(request.headers, "content-type"))));
    }
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &problem);
    if (!document.isObject()) {
        return gatewayError(
            400, u"InvalidRequestContent"_s,
            u"The request content was invalid and could not be deserialized: '%1'."_s.arg(problem.errorString()));
    }
    const QString wanted = document.object().value("keyType"_L1).toString();
    for (const KeyType type : {KeyType::Primary, KeyType::Secondary}) {
        if (wanted == apiName(type)) {
            const SimulatedResource* resource = m_estate.resource(route.subscription, route.group, route.name);
            remember(*resource, utcNow);
            return keyOf(m_estate.regenerateKey(*resource, type), type);
        }
    }
    return invalidKeyType(route.scope);
}

} // namespace CommKeys
