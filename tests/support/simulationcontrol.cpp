// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/simulationcontrol.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace CommKeys::SimulationControl {

namespace {

SimulatedAnswer wrong(const QString& message)
{
    return SimulatedAnswer::error(400, u"InvalidSimulation"_s, message);
}

SimulatedAnswer setFaults(const QJsonObject& body, SimulatedAzure& azure)
{
    const Result<SimulatedFaults> faults = SimulatedFaults::fromJson(body);
    if (!faults) {
        return wrong(faults.error().message);
    }
    azure.setFaults(*faults);
    return SimulatedAnswer::json(200, {});
}

SimulatedAnswer setEntraPolicy(const QJsonObject& body, SimulatedAzure& azure)
{
    const Result<SimulatedEntraPolicy> policy = SimulatedEntraPolicy::fromJson(body);
    if (!policy) {
        return wrong(policy.error().message);
    }
    azure.entra().setPolicy(*policy);
    return SimulatedAnswer::json(200, {});
}

SimulatedAnswer requests(const SimulatedAzure& azure)
{
    QJsonArray list;
    for (const SimulatedExchange& exchange : azure.log()) {
        list.append(QJsonObject{{u"verb"_s, QString::fromLatin1(exchange.verb)},
                                {u"path"_s, exchange.url.path()},
                                {u"query"_s, exchange.url.query()},
                                {u"status"_s, exchange.status},
                                {u"acted"_s, exchange.acted},
                                {u"clientRequestId"_s, QString::fromLatin1(exchange.clientRequestId)}});
    }
    return SimulatedAnswer::json(200, {{u"requests"_s, list}});
}

SimulatedAnswer issueToken(const QJsonObject& body, const SimulatedAzure& azure, const QDateTime& utcNow)
{
    const QString wanted = body.value("tenant"_L1).toString();
    const qint64 lifetime = body.value("expiresInSeconds"_L1).toInteger(3600);
    const QString upn = body.value("upn"_L1).toString(u"avery@contoso.example"_s);
    for (const SimulatedTenant& tenant : azure.estate().tenants()) {
        if (tenant.id == TenantId(wanted) || tenant.displayName == wanted) {
            const QDateTime expires = utcNow.addSecs(lifetime);
            const QByteArray token = azure.issueToken(tenant.id, expires, upn);
            return SimulatedAnswer::json(200, {{u"accessToken"_s, QString::fromLatin1(token)},
                                               {u"expiresOn"_s, expires.toString(Qt::ISODate)},
                                               {u"tenant"_s, tenant.id.toString()}});
        }
    }
    return wrong(u"There is no tenant “%1”."_s.arg(wanted));
}

SimulatedAnswer estate(const SimulatedEstate& estate)
{
    QJsonArray tenants;
    for (const SimulatedTenant& tenant : estate.tenants()) {
        tenants.append(QJsonObject{{u"id"_s, tenant.id.toString()}, {u"name"_s, tenant.displayName}});
    }
    QJsonArray subscriptions;
    for (const SimulatedSubscription& subscription : estate.subscriptions()) {
        subscriptions.append(QJsonObject{{u"id"_s, subscription.id.toString()},
                                         {u"name"_s, subscription.displayName},
                                         {u"tenant"_s, subscription.tenant.toString()}});
    }
    QJsonArray resources;
    for (const SimulatedResource& resource : estate.resources()) {
        resources.append(QJsonObject{{u"id"_s, resource.id}, {u"name"_s, resource.name}});
    }
    return SimulatedAnswer::json(
        200, {{u"tenants"_s, tenants}, {u"subscriptions"_s, subscriptions}, {u"resources"_s, resources}});
}

SimulatedAnswer keys(const QString& name, SimulatedAzure& azure)
{
    const QString primary = azure.currentKey(name, KeyType::Primary);
    if (primary.isEmpty()) {
        return wrong(u"There is no resource “%1”."_s.arg(name));
    }
    return SimulatedAnswer::json(
        200, {{u"primaryKey"_s, primary}, {u"secondaryKey"_s, azure.currentKey(name, KeyType::Secondary)}});
}

} // namespace

bool isFor(const SimulatedRequest& request)
{
    return request.url.path().startsWith("/simulation/"_L1);
}

SimulatedAnswer answer(const SimulatedRequest& request, SimulatedAzure& azure, const QDateTime& utcNow)
{
    const QString what = QString::fromLatin1(request.verb) + u' ' + request.url.path();
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &problem);
    if (request.verb == "POST" && !document.isObject()) {
        return wrong(u"The body is not a JSON object: %1."_s.arg(problem.errorString()));
    }
    if (what == "POST /simulation/faults"_L1) {
        return setFaults(document.object(), azure);
    }
    if (what == "POST /simulation/entra"_L1) {
        return setEntraPolicy(document.object(), azure);
    }
    if (what == "GET /simulation/entra"_L1) {
        return SimulatedAnswer::json(200, azure.entra().policy().toJson());
    }
    if (what == "GET /simulation/requests"_L1) {
        return requests(azure);
    }
    if (what == "DELETE /simulation/requests"_L1) {
        azure.clearLog();
        return SimulatedAnswer::json(200, {});
    }
    if (what == "POST /simulation/tokens"_L1) {
        return issueToken(document.object(), azure, utcNow);
    }
    if (what == "GET /simulation/estate"_L1) {
        return estate(azure.estate());
    }
    if (what == "GET /simulation/keys"_L1) {
        return keys(QUrlQuery(request.url).queryItemValue(u"name"_s, QUrl::FullyDecoded), azure);
    }
    return wrong(u"There is no lever “%1”."_s.arg(what));
}

} // namespace CommKeys::SimulationControl
