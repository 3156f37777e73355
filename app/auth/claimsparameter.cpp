// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/claimsparameter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace CommKeys {

QString claimsParameter(const QString& challenge)
{
    QJsonObject claims = QJsonDocument::fromJson(challenge.toUtf8()).object();
    QJsonObject accessToken = claims.value("access_token"_L1).toObject();
    accessToken.insert("xms_cc"_L1, QJsonObject{{u"values"_s, QJsonArray{u"cp1"_s}}});
    claims.insert("access_token"_L1, accessToken);
    return QString::fromUtf8(QJsonDocument(claims).toJson(QJsonDocument::Compact));
}

} // namespace CommKeys
