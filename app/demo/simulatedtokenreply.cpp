// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedtokenreply.h"

#include "demo/simulatedtoken.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

/// The Azure CLI's. Its refresh tokens are good for the other programs of the family too.
constexpr auto familyClient = "04b07795-8ddb-461a-bbee-02f9e1bf7b46"_L1;

QByteArray accessToken(const SimulatedTokenOrder& order, const QDateTime& utcNow, const QDateTime& expiresUtc)
{
    SimulatedToken token;
    token.tenant = order.tenant.id;
    token.audience = order.scopes.audience();
    token.issuedUtc = utcNow;
    token.expiresUtc = expiresUtc;
    token.upn = order.person.upn;
    token.claims = order.claims;
    return token.written();
}

QByteArray idToken(const SimulatedEntraCall& call, const SimulatedTokenOrder& order)
{
    const qint64 now = call.utcNow().toSecsSinceEpoch();
    const QString tenant = order.tenant.id.toString();
    QJsonObject claims{{u"aud"_s, order.grant.client},
                       {u"iss"_s, call.address(tenant + u"/v2.0"_s)},
                       {u"iat"_s, now},
                       {u"nbf"_s, now},
                       {u"exp"_s, now + 3600},
                       {u"name"_s, SimulatedToken::displayNameOf(order.person.upn)},
                       {u"oid"_s, SimulatedToken::objectIdOf(order.person.upn)},
                       {u"preferred_username"_s, order.person.upn},
                       {u"tid"_s, tenant},
                       {u"ver"_s, u"2.0"_s}};
    if (!order.nonce.isEmpty()) {
        claims.insert("nonce"_L1, order.nonce);
    }
    return SimulatedToken::unsignedJwt(claims);
}

} // namespace

SimulatedAnswer tokenReply(const SimulatedEntraCall& call, SimulatedEntraState& state, const SimulatedTokenOrder& order)
{
    const qint64 lifetime = state.policy.accessTokenLifetime.count();
    const QByteArray access = accessToken(order, call.utcNow(), call.utcNow().addSecs(lifetime));
    QJsonObject body{{u"token_type"_s, u"Bearer"_s},
                     {u"scope"_s, order.scopes.granted()},
                     {u"expires_in"_s, lifetime},
                     {u"ext_expires_in"_s, lifetime},
                     {u"access_token"_s, QString::fromLatin1(access)}};
    if (order.scopes.has(u"offline_access"_s)) {
        body.insert("refresh_token"_L1, state.grants.add({order.grant, call.utcNow(), call.utcNow(), {}, false}));
    }
    if (order.scopes.has(u"openid"_s)) {
        body.insert("id_token"_L1, QString::fromLatin1(idToken(call, order)));
    }
    if (call.form().value(u"client_info"_s) == "1"_L1) {
        body.insert("client_info"_L1, clientInfoOf(order.person));
    }
    if (order.grant.client.compare(familyClient, Qt::CaseInsensitive) == 0) {
        body.insert("foci"_L1, u"1"_s);
    }
    return SimulatedAnswer::json(200, body);
}

QString clientInfoOf(const SimulatedPerson& person)
{
    const QJsonObject info{{u"uid"_s, SimulatedToken::objectIdOf(person.upn)}, {u"utid"_s, person.home.toString()}};
    return QString::fromLatin1(QJsonDocument(info)
                                   .toJson(QJsonDocument::Compact)
                                   .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

} // namespace CommKeys
