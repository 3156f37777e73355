// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedclaims.h"

#include <QJsonDocument>

namespace CommKeys::SimulatedClaims {

std::optional<QJsonObject> parse(const QString& text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (text.isEmpty() || document.isObject()) {
        return document.object();
    }
    return std::nullopt;
}

bool contains(const QJsonObject& given, const QJsonObject& wanted)
{
    for (auto member = wanted.begin(); member != wanted.end(); ++member) {
        const QJsonValue value = given.value(member.key());
        const bool isThere =
            member.value().isObject() ? contains(value.toObject(), member.value().toObject()) : value == member.value();
        if (!given.contains(member.key()) || !isThere) {
            return false;
        }
    }
    return true;
}

QJsonObject merged(const QJsonObject& a, const QJsonObject& b)
{
    QJsonObject both = a;
    for (auto member = b.begin(); member != b.end(); ++member) {
        const QJsonValue mine = a.value(member.key());
        const bool areObjects = mine.isObject() && member.value().isObject();
        both.insert(member.key(),
                    areObjects ? QJsonValue(merged(mine.toObject(), member.value().toObject())) : *member);
    }
    return both;
}

QByteArray written(const QJsonObject& claims)
{
    return QJsonDocument(claims).toJson(QJsonDocument::Compact);
}

} // namespace CommKeys::SimulatedClaims
