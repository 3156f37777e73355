// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/bearerchallenge.h"

#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

QString decodedClaims(const QString& base64)
{
    QByteArray text = base64.toLatin1();
    text.replace('-', '+').replace('_', '/');
    while (text.size() % 4 != 0) {
        text.append('=');
    }
    const auto decoded = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || !QJsonDocument::fromJson(*decoded).isObject()) {
        return {};
    }
    return QString::fromUtf8(*decoded);
}

QString unquoted(const QRegularExpressionMatch& match)
{
    if (match.hasCaptured(3)) {
        return match.captured(3);
    }
    QString value = match.captured(2);
    return value.replace(u"\\\""_s, u"\""_s);
}

} // namespace

std::optional<BearerChallenge> parseBearerChallenge(const QByteArray& header)
{
    static const QRegularExpression scheme(u"(?:^|,)\\s*Bearer(?=\\s|$)"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression parameter(u"([A-Za-z_]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s,\"]+))"_s);
    const QString text = QString::fromLatin1(header);
    const QRegularExpressionMatch found = scheme.match(text);
    if (!found.hasMatch()) {
        return std::nullopt;
    }
    BearerChallenge challenge;
    for (auto it = parameter.globalMatch(text, found.capturedEnd()); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const QString name = match.captured(1).toLower();
        const QString value = unquoted(match);
        if (name == "error"_L1) {
            challenge.error = value;
        } else if (name == "error_description"_L1) {
            challenge.errorDescription = value;
        } else if (name == "authorization_uri"_L1 || name == "authorization"_L1) {
            challenge.authorizationUri = value;
        } else if (name == "claims"_L1) {
            challenge.claims = decodedClaims(value);
        }
    }
    return challenge;
}

} // namespace CommKeys
