// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedentradiscovery.h"

#include "core/serviceurl.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

/// One cloud under all its names. Source: "Instance discovery rules" of the Microsoft Authentication Library for .NET.
struct Instance
{
    QString network; ///< the name to ask
    QString cache;   ///< the name to remember tokens under
    QStringList aliases;
};

QList<Instance> instancesOf(const SimulatedCloud& cloud)
{
    if (cloud.login != SimulatedCloud::publicCloud().login) {
        const QString own = cloud.login.authority();
        return {{own, own, {own}}};
    }
    return {{u"login.microsoftonline.com"_s,
             u"login.windows.net"_s,
             {u"login.microsoftonline.com"_s, u"login.windows.net"_s, u"login.microsoft.com"_s, u"sts.windows.net"_s}},
            {u"login.partner.microsoftonline.cn"_s,
             u"login.partner.microsoftonline.cn"_s,
             {u"login.partner.microsoftonline.cn"_s, u"login.chinacloudapi.cn"_s}},
            {u"login.microsoftonline.us"_s,
             u"login.microsoftonline.us"_s,
             {u"login.microsoftonline.us"_s, u"login.usgovcloudapi.net"_s}}};
}

QJsonArray metadata(const QList<Instance>& instances)
{
    QJsonArray list;
    for (const Instance& instance : instances) {
        list.append(QJsonObject{{u"preferred_network"_s, instance.network},
                                {u"preferred_cache"_s, instance.cache},
                                {u"aliases"_s, QJsonArray::fromStringList(instance.aliases)}});
    }
    return list;
}

bool knows(const QList<Instance>& instances, const QUrl& url)
{
    for (const Instance& instance : instances) {
        if (instance.aliases.contains(url.authority(), Qt::CaseInsensitive)) {
            return true;
        }
    }
    return false;
}

} // namespace

SimulatedAnswer openIdConfiguration(const SimulatedEntraCall& call)
{
    const QString authority = call.authority();
    if (authority.isEmpty()) {
        return call.refuse(SimulatedEntraError::of(90002, {call.segment()}));
    }
    const QString base = call.address(authority);
    const QString issuer = isUuid(authority) ? authority : u"{tenantid}"_s;
    return SimulatedAnswer::json(
        200, {{u"issuer"_s, call.address(issuer + u"/v2.0"_s)},
              {u"authorization_endpoint"_s, base + u"/oauth2/v2.0/authorize"_s},
              {u"token_endpoint"_s, base + u"/oauth2/v2.0/token"_s},
              {u"device_authorization_endpoint"_s, base + u"/oauth2/v2.0/devicecode"_s},
              {u"end_session_endpoint"_s, base + u"/oauth2/v2.0/logout"_s},
              {u"jwks_uri"_s, base + u"/discovery/v2.0/keys"_s},
              {u"token_endpoint_auth_methods_supported"_s,
               QJsonArray{u"client_secret_post"_s, u"private_key_jwt"_s, u"client_secret_basic"_s}},
              {u"response_modes_supported"_s, QJsonArray{u"query"_s, u"fragment"_s, u"form_post"_s}},
              {u"response_types_supported"_s, QJsonArray{u"code"_s, u"id_token"_s, u"code id_token"_s}},
              {u"scopes_supported"_s, QJsonArray{u"openid"_s, u"profile"_s, u"email"_s, u"offline_access"_s}},
              {u"subject_types_supported"_s, QJsonArray{u"pairwise"_s}},
              {u"id_token_signing_alg_values_supported"_s, QJsonArray{u"RS256"_s}},
              {u"tenant_region_scope"_s, isUuid(authority) ? QJsonValue(u"NA"_s) : QJsonValue()},
              {u"cloud_instance_name"_s, call.cloud().login.authority()}});
}

SimulatedAnswer instanceDiscovery(const SimulatedEntraCall& call)
{
    const SimulatedForm& form = call.form();
    for (const QString& field : {u"api-version"_s, u"authorization_endpoint"_s}) {
        if (form.value(field).isEmpty()) {
            return call.refuse(SimulatedEntraError::missing(field));
        }
    }
    const QUrl asked(form.value(u"authorization_endpoint"_s));
    const QList<Instance> instances = instancesOf(call.cloud());
    if (asked.scheme() != call.cloud().login.scheme() || !knows(instances, asked)) {
        return call.refuse(SimulatedEntraError::of(50049));
    }
    const QString endpoint = asked.toString();
    const QString tenant = endpoint.chopped(endpoint.endsWith("/oauth2/v2.0/authorize"_L1) ? 22 : 0);
    return SimulatedAnswer::json(
        200, {{u"tenant_discovery_endpoint"_s, tenant + u"/v2.0/.well-known/openid-configuration"_s},
              {u"api-version"_s, form.value(u"api-version"_s)},
              {u"metadata"_s, metadata(instances)}});
}

} // namespace CommKeys
