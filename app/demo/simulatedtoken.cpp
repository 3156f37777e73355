// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedtoken.h"

#include "core/utctime.h"

#include <QJsonDocument>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

constexpr auto satisfiedClaims = "simulated_claims"_L1;

constexpr auto webBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray part(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toBase64(webBase64);
}

} // namespace

QByteArray SimulatedToken::written() const
{
    QJsonObject payload{{u"aud"_s, audience},
                        {u"iss"_s, u"https://sts.windows.net/%1/"_s.arg(tenant.toString())},
                        {u"iat"_s, issuedUtc.toSecsSinceEpoch()},
                        {u"nbf"_s, issuedUtc.toSecsSinceEpoch()},
                        {u"exp"_s, expiresUtc.toSecsSinceEpoch()},
                        {u"name"_s, displayNameOf(upn)},
                        {u"oid"_s, objectIdOf(upn)},
                        {u"tid"_s, tenant.toString()},
                        {u"upn"_s, upn},
                        {u"ver"_s, u"1.0"_s}};
    if (!claims.isEmpty()) {
        payload.insert(satisfiedClaims, claims);
    }
    return unsignedJwt(payload);
}

QByteArray SimulatedToken::issue(const TenantId& tenant, const QString& audience, const QDateTime& expiresUtc,
                                 const QString& upn)
{
    SimulatedToken token;
    token.tenant = tenant;
    token.audience = audience;
    token.issuedUtc = expiresUtc.addSecs(-3600);
    token.expiresUtc = expiresUtc;
    token.upn = upn;
    return token.written();
}

std::optional<SimulatedToken> SimulatedToken::parse(const QByteArray& text)
{
    const QList<QByteArray> parts = text.split('.');
    if (parts.size() != 3) {
        return std::nullopt;
    }
    const auto decoded =
        QByteArray::fromBase64Encoding(parts.at(1), webBase64 | QByteArray::AbortOnBase64DecodingErrors);
    const QJsonObject claims = decoded ? QJsonDocument::fromJson(*decoded).object() : QJsonObject();
    if (!claims.value("exp"_L1).isDouble() || !claims.value("tid"_L1).isString()) {
        return std::nullopt;
    }
    SimulatedToken token;
    token.tenant = TenantId(claims.value("tid"_L1).toString());
    token.audience = claims.value("aud"_L1).toString();
    token.issuedUtc = utcTime(claims.value("iat"_L1).toInteger());
    token.expiresUtc = utcTime(claims.value("exp"_L1).toInteger());
    token.upn = claims.value("upn"_L1).toString();
    token.objectId = claims.value("oid"_L1).toString();
    token.claims = claims.value(satisfiedClaims).toObject();
    return token;
}

QByteArray SimulatedToken::unsignedJwt(const QJsonObject& claims)
{
    const QJsonObject header{{u"typ"_s, u"JWT"_s}, {u"alg"_s, u"none"_s}};
    return part(header) + '.' + part(claims) + '.' + "simulated-not-signed"_ba.toBase64(webBase64);
}

QString SimulatedToken::displayNameOf(const QString& upn)
{
    const QString name = upn.section(u'@', 0, 0);
    return name.left(1).toUpper() + name.mid(1);
}

QString SimulatedToken::objectIdOf(const QString& upn)
{
    static const QUuid people(u"5a1f0c44-6c35-4f0e-9a0b-6d1d1c3f7e10"_s);
    return QUuid::createUuidV5(people, upn.toLower()).toString(QUuid::WithoutBraces);
}

} // namespace CommKeys
