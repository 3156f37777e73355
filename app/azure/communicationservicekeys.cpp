// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/communicationservicekeys.h"

#include "azure/armjson.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommKeys::CommunicationServiceKeys)
};

/// Takes a member into @p target. False: it is there and is no text, or an empty one. An explicit null is an absence.
bool takeMember(const QJsonObject& object, QLatin1StringView name, std::optional<Secret>& target)
{
    const QJsonValue value = object.value(name);
    if (value.isUndefined() || value.isNull()) {
        return true;
    }
    QString text = value.toString();
    if (text.isEmpty()) {
        return false;
    }
    target = Secret::take(text);
    return true;
}

Result<CommunicationServiceKeys> keysFrom(const QJsonObject& object)
{
    CommunicationServiceKeys keys;
    const bool isSound = takeMember(object, "primaryKey"_L1, keys.primary.key) &&
                         takeMember(object, "primaryConnectionString"_L1, keys.primary.connectionString) &&
                         takeMember(object, "secondaryKey"_L1, keys.secondary.key) &&
                         takeMember(object, "secondaryConnectionString"_L1, keys.secondary.connectionString);
    if (!isSound || (keys.primary.isEmpty() && keys.secondary.isEmpty())) {
        return Error::badAnswer(Text::tr("Azure's answer carries no keys."));
    }
    return keys;
}

} // namespace

Result<CommunicationServiceKeys> parseCommunicationServiceKeys(QByteArray& json)
{
    const Result<QJsonObject> object = ArmJson::object(json, Text::tr("Azure's answer with the keys"));
    Result<CommunicationServiceKeys> keys = object ? keysFrom(*object) : object.error();
    wipe(json);
    return keys;
}

} // namespace CommKeys
