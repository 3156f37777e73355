// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedmembers.h"

using namespace Qt::StringLiterals;

namespace CommKeys::SimulatedMembers {

Reader into(bool& place)
{
    return [&place](const QJsonValue& value) {
        place = value.toBool();
        return value.isBool();
    };
}

Reader into(int& place)
{
    return [&place](const QJsonValue& value) {
        place = value.toInt(-1);
        return place >= 0;
    };
}

Reader into(QString& place)
{
    return [&place](const QJsonValue& value) {
        place = value.toString();
        return value.isString();
    };
}

Reader into(QStringList& place)
{
    return [&place](const QJsonValue& value) {
        const QJsonArray entries = value.toArray();
        for (const QJsonValue& entry : entries) {
            if (!entry.isString()) {
                return false;
            }
            place.append(entry.toString());
        }
        return value.isArray();
    };
}

Reader into(QJsonObject& place)
{
    return [&place](const QJsonValue& value) {
        place = value.toObject();
        return value.isObject();
    };
}

Result<Done> read(const QJsonObject& json, const QHash<QString, Reader>& readers)
{
    for (auto member = json.begin(); member != json.end(); ++member) {
        const auto reader = readers.constFind(member.key());
        if (reader == readers.cend()) {
            return Error::invalidInput(u"There is no lever called “%1”."_s.arg(member.key()));
        }
        if (!(*reader)(member.value())) {
            return Error::invalidInput(u"The value of “%1” is not one it can have."_s.arg(member.key()));
        }
    }
    return Done{};
}

} // namespace CommKeys::SimulatedMembers
