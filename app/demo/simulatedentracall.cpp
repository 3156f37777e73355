// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedentracall.h"

#include "demo/simulatedclaims.h"

#include <QJsonArray>
#include <QLocale>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

SimulatedForm formOf(const SimulatedRequest& request)
{
    if (request.verb != "POST") {
        return SimulatedForm::parse(request.url.query(QUrl::FullyEncoded).toLatin1());
    }
    const QByteArray type = headerValue(request.headers, "content-type").toLower();
    // A body of another kind is not read; what was in it is then missing.
    return type.startsWith("application/x-www-form-urlencoded") ? SimulatedForm::parse(request.body) : SimulatedForm();
}

QString guid(const QString& of)
{
    static const QUuid calls(u"0f5e7b1c-7d0e-4a53-8a3c-3f0f6a9d2b41"_s);
    return QUuid::createUuidV5(calls, of).toString(QUuid::WithoutBraces);
}

} // namespace

SimulatedEntraCall::SimulatedEntraCall(const SimulatedRequest& request, const SimulatedCloud& cloud,
                                       const SimulatedEstate& estate, const QDateTime& utcNow, int number)
    : m_request(request)
    , m_cloud(cloud)
    , m_estate(estate)
    , m_utcNow(utcNow)
    , m_form(formOf(request))
    , m_traceId(guid(u"trace %1"_s.arg(number)))
{
    const QString below = request.url.path().mid(cloud.login.path().size());
    m_segment = below.section(u'/', 0, 0);
    m_path = below.section(u'/', 1);
    const QString given = QString::fromLatin1(headerValue(request.headers, "client-request-id"));
    m_correlationId = isUuid(given) ? given : guid(u"correlation %1"_s.arg(number));
}

QString SimulatedEntraCall::authority() const
{
    if (m_segment == "organizations"_L1 || m_segment == "common"_L1) {
        return m_segment;
    }
    if (m_segment == "consumers"_L1 || TenantId(m_segment) == TenantId(simulatedConsumers.toString())) {
        return u"consumers"_s;
    }
    for (const SimulatedTenant& tenant : m_estate.tenants()) {
        if (tenant.id == TenantId(m_segment) || tenant.defaultDomain.compare(m_segment, Qt::CaseInsensitive) == 0) {
            return tenant.id.toString();
        }
    }
    return {};
}

const SimulatedTenant& SimulatedEntraCall::tenantFor(const SimulatedPerson& person) const
{
    const SimulatedTenant* named = m_estate.tenant(TenantId(authority()));
    return named ? *named : *m_estate.tenant(person.startTenant());
}

QString SimulatedEntraCall::address(const QString& below) const
{
    return m_cloud.login.toString() + below;
}

QString SimulatedEntraCall::description(const SimulatedEntraError& error) const
{
    return u"AADSTS%1: "_s.arg(error.code) + error.message +
           u" Trace ID: %1 Correlation ID: %2 Timestamp: %3"_s.arg(m_traceId, m_correlationId, entraTime(m_utcNow));
}

SimulatedAnswer SimulatedEntraCall::refuse(const SimulatedEntraError& error, SimulatedRefusalForm form) const
{
    using Form = SimulatedRefusalForm;
    QJsonObject body{{u"error"_s, error.error},
                     {u"error_description"_s, description(error)},
                     {u"error_codes"_s, QJsonArray{error.code}},
                     {u"timestamp"_s, entraTime(m_utcNow)},
                     {u"trace_id"_s, m_traceId},
                     {u"correlation_id"_s, m_correlationId},
                     {u"error_uri"_s, address(u"error?code=%1"_s.arg(error.code))}};
    if (!error.suberror.isEmpty()) {
        body.insert("suberror"_L1, error.suberror);
    }
    if (!error.claims.isEmpty()) {
        body.insert("claims"_L1, QString::fromUtf8(SimulatedClaims::written(error.claims)));
    }
    if (form == Form::CodesAsTexts) {
        body.insert("error_codes"_L1, QJsonArray{QString::number(error.code)});
    } else if (form != Form::Whole) {
        body.remove("error_codes"_L1);
    }
    if (form == Form::CodesAsTexts || form == Form::DescriptionOnly) {
        body.remove("error_uri"_L1);
    } else if (form == Form::UriOnly) {
        body.insert("error_description"_L1, error.message);
    }
    return SimulatedAnswer::json(error.status, body);
}

SimulatedAnswer SimulatedEntraCall::page(int status, const QString& title, const QString& text) const
{
    SimulatedAnswer answer;
    answer.status = status;
    answer.headers = {{"content-type"_ba, "text/html; charset=utf-8"_ba}};
    answer.body = u"<!DOCTYPE html><html><head><title>%1</title></head><body><h1>%1</h1><p>%2</p></body></html>"_s
                      .arg(title.toHtmlEscaped(), text.toHtmlEscaped())
                      .toUtf8();
    return answer;
}

SimulatedAnswer SimulatedEntraCall::page(const SimulatedEntraError& error) const
{
    return page(error.status, u"Sorry, but we’re having trouble signing you in."_s, description(error));
}

void SimulatedEntraCall::addHeaders(SimulatedAnswer& answer) const
{
    answer.headers += SimulatedHeaders{
        {"date"_ba, QLocale::c().toString(m_utcNow, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1()},
        {"cache-control"_ba, "no-store, no-cache"_ba},
        {"pragma"_ba, "no-cache"_ba},
        {"expires"_ba, "-1"_ba},
        {"strict-transport-security"_ba, "max-age=31536000; includeSubDomains"_ba},
        {"x-content-type-options"_ba, "nosniff"_ba},
        {"x-ms-request-id"_ba, m_traceId.toLatin1()},
        {"x-ms-ests-server"_ba, "2.1.0 - SIMULATED ProdSlices"_ba},
    };
    const QByteArray clientId = headerValue(m_request.headers, "client-request-id");
    if (!clientId.isEmpty() && headerValue(m_request.headers, "return-client-request-id").toLower() == "true") {
        answer.headers.append({"client-request-id"_ba, clientId});
    }
}

QString entraTime(const QDateTime& utc)
{
    return utc.toString(u"yyyy-MM-dd hh:mm:ss'Z'"_s);
}

} // namespace CommKeys
