// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/tokenclaims.h"

#include "core/utctime.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace CommKeys {

std::optional<TokenClaims> readTokenClaims(const Secret& token)
{
    const QByteArrayView text = token.reveal();
    const qsizetype first = text.indexOf('.');
    const qsizetype second = first < 0 ? -1 : text.indexOf('.', first + 1);
    if (second < 0) {
        return std::nullopt;
    }
    const QByteArray payload =
        QByteArray::fromBase64(text.sliced(first + 1, second - first - 1).toByteArray(), QByteArray::Base64UrlEncoding);
    const QJsonDocument document = QJsonDocument::fromJson(payload);
    if (!document.isObject()) {
        return std::nullopt;
    }
    const QJsonObject object = document.object();
    TokenClaims claims;
    claims.audience = object.value("aud"_L1).toString();
    claims.tenant = object.value("tid"_L1).toString();
    claims.name = object.value("name"_L1).toString();
    claims.objectId = object.value("oid"_L1).toString(object.value("sub"_L1).toString());
    claims.nonce = object.value("nonce"_L1).toString();
    for (const auto name : {"upn"_L1, "preferred_username"_L1, "unique_name"_L1, "email"_L1, "appid"_L1}) {
        if (claims.account.isEmpty()) {
            claims.account = object.value(name).toString();
        }
    }
    if (const qint64 expires = object.value("exp"_L1).toInteger(); expires > 0) {
        claims.expiresUtc = utcTime(expires);
    }
    return claims;
}

} // namespace CommKeys
