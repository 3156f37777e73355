// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/tokenanswer.h"

#include "http/jsonbody.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

/// A token without a word about its end: what Entra gives at least.
constexpr qint64 defaultSeconds = 3600;
constexpr qint64 longestSeconds = 86'400LL * 30;

Secret secretMember(const QJsonObject& object, QLatin1StringView name)
{
    QString text = object.value(name).toString();
    return Secret::take(text);
}

/// A number, or (from endpoints of version 1 and from AD FS) a number as text.
qint64 secondsMember(const QJsonObject& object, QLatin1StringView name)
{
    const QJsonValue value = object.value(name);
    const qint64 seconds = value.isString() ? value.toString().toLongLong() : value.toInteger();
    return seconds > 0 ? std::min(seconds, longestSeconds) : defaultSeconds;
}

/// "uid.utid" out of base64url of {"uid","utid"}; empty when it is something else.
QString homeAccountIdOf(const QString& clientInfo)
{
    const QByteArray json = QByteArray::fromBase64(clientInfo.toLatin1(), QByteArray::Base64UrlEncoding);
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const QString person = object.value("uid"_L1).toString();
    const QString tenant = object.value("utid"_L1).toString();
    return person.isEmpty() || tenant.isEmpty() ? QString() : person + u'.' + tenant;
}

} // namespace

Result<TokenAnswer> parseTokenAnswer(QByteArray& json, const QDateTime& nowUtc)
{
    const QJsonObject object = parseJsonBody(json).object();
    wipe(json);
    TokenAnswer answer;
    answer.access.token = secretMember(object, "access_token"_L1);
    if (answer.access.token.isEmpty()) {
        return Error::of(
            ErrorKind::BadAnswer,
            QCoreApplication::translate("CommKeys::TokenAnswer", "The sign-in service answered without a token."),
            QCoreApplication::translate("CommKeys::TokenAnswer",
                                        "Is a proxy or a sign-in page of the network in the way?"));
    }
    answer.access.expiresUtc = nowUtc.addSecs(secondsMember(object, "expires_in"_L1));
    answer.scopes = object.value("scope"_L1).toString().split(u' ', Qt::SkipEmptyParts);
    answer.refreshToken = secretMember(object, "refresh_token"_L1);
    answer.idToken = secretMember(object, "id_token"_L1);
    answer.identity = readTokenClaims(answer.idToken).value_or(TokenClaims());
    answer.clientInfo = object.value("client_info"_L1).toString();
    answer.familyId = object.value("foci"_L1).toString();
    answer.homeAccountId = homeAccountIdOf(answer.clientInfo);
    if (answer.homeAccountId.isEmpty() && !answer.identity.objectId.isEmpty()) {
        const QString& tenant = answer.identity.tenant;
        answer.homeAccountId = answer.identity.objectId + (tenant.isEmpty() ? tenant : u'.' + tenant);
    }
    return answer;
}

} // namespace CommKeys
