// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/activitylog.h"

#include "azure/armjson.h"
#include "core/externaltext.h"
#include "core/redaction.h"
#include "http/jsonbody.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

bool same(const QString& text, QLatin1StringView word)
{
    return text.compare(word, Qt::CaseInsensitive) == 0;
}

/// Most words of an event come as `{"value": …, "localizedValue": …}`.
QString wordOf(const QJsonObject& event, QLatin1StringView name)
{
    return event.value(name).toObject().value("value"_L1).toString();
}

ResourceId resourceOf(const QJsonObject& event)
{
    QString text = event.value("resourceId"_L1).toString();
    if (text.isEmpty()) {
        text = event.value("authorization"_L1).toObject().value("scope"_L1).toString();
    }
    const Result<ResourceId> id = ResourceId::parse(text);
    return id ? *id : ResourceId();
}

/// The body that was sent is in the log as a text.
std::optional<KeyType> keyTypeOf(const QJsonObject& event)
{
    const QString body = event.value("properties"_L1).toObject().value("requestbody"_L1).toString();
    const QString keyType = parseJsonBody(body.toUtf8()).object().value("keyType"_L1).toString();
    for (const KeyType type : {KeyType::Primary, KeyType::Secondary}) {
        if (keyType.compare(apiName(type), Qt::CaseInsensitive) == 0) {
            return type;
        }
    }
    return std::nullopt;
}

std::optional<ActivityLogEvent> eventFrom(const QJsonObject& object)
{
    constexpr qsizetype mostLetters = 200;
    constexpr qsizetype mostLettersRead = 2000; // more than are shown, so that no secret is cut where it begins
    ActivityLogEvent event;
    event.resource = resourceOf(object);
    event.operation = wordOf(object, "operationName"_L1);
    event.phase = wordOf(object, "eventName"_L1);
    event.status = wordOf(object, "status"_L1);
    event.caller = externalText(redacted(object.value("caller"_L1).toString().left(mostLettersRead)).left(mostLetters));
    event.correlationId = object.value("correlationId"_L1).toString();
    event.timeUtc = QDateTime::fromString(object.value("eventTimestamp"_L1).toString(), Qt::ISODateWithMs).toUTC();
    event.keyType = same(event.phase, "BeginRequest"_L1) ? keyTypeOf(object) : std::nullopt;
    return event.correlationId.isEmpty() || !event.timeUtc.isValid() ? std::nullopt : std::optional(event);
}

/// What the events of one operation add up to.
struct Operation
{
    KeyRegenerationEvent told;
    bool hasEnd = false;
    bool contradictsItself = false; ///< beginnings of one id that name different keys

    void take(const ActivityLogEvent& event);
    void takeBegin(const ActivityLogEvent& event);
    void takeEnd(const ActivityLogEvent& event);
};

void Operation::take(const ActivityLogEvent& event)
{
    told.resource = event.resource;
    told.correlationId = event.correlationId;
    if (told.caller.isEmpty()) {
        told.caller = event.caller;
    }
    if (same(event.phase, "EndRequest"_L1)) {
        takeEnd(event);
    } else {
        takeBegin(event);
    }
}

void Operation::takeBegin(const ActivityLogEvent& event)
{
    contradictsItself = contradictsItself || (told.type && event.keyType && told.type != event.keyType);
    told.type = event.keyType ? event.keyType : told.type;
    if (!hasEnd && (!told.timeUtc.isValid() || event.timeUtc < told.timeUtc)) {
        told.timeUtc = event.timeUtc;
    }
}

void Operation::takeEnd(const ActivityLogEvent& event)
{
    const bool succeeded = same(event.status, "Succeeded"_L1);
    const bool isBetter = succeeded && !told.succeeded;
    const bool isLater = succeeded == told.succeeded && event.timeUtc > told.timeUtc;
    if (!hasEnd || isBetter || isLater) {
        told.timeUtc = event.timeUtc;
        told.succeeded = succeeded;
    }
    hasEnd = true;
}

} // namespace

bool ActivityLogEvent::isKeyRegeneration() const
{
    return same(operation, "Microsoft.Communication/CommunicationServices/RegenerateKey/action"_L1) &&
           !resource.isEmpty();
}

Result<Page<ActivityLogEvent>> parseActivityLogPage(const QByteArray& json)
{
    return ArmJson::page<ActivityLogEvent>(
        json, QCoreApplication::translate("CommKeys::ActivityLog", "The Activity Log"), eventFrom);
}

QList<KeyRegenerationEvent> keyRegenerations(const QList<ActivityLogEvent>& events)
{
    QList<Operation> operations;
    QHash<QString, qsizetype> places;
    for (const ActivityLogEvent& event : events) {
        if (!event.isKeyRegeneration()) {
            continue;
        }
        // A client may give all that it does one correlation id.
        const QString key = (event.resource.toString() + u'\n' + event.correlationId).toLower();
        const auto place = places.constFind(key);
        if (place == places.cend()) {
            places.insert(key, operations.size());
            operations.append(Operation());
        }
        operations[places.value(key)].take(event);
    }
    QList<KeyRegenerationEvent> list;
    list.reserve(operations.size());
    for (const Operation& operation : std::as_const(operations)) {
        list.append(operation.told);
        list.last().type = operation.contradictsItself ? std::nullopt : operation.told.type;
    }
    std::stable_sort(list.begin(), list.end(), [](const KeyRegenerationEvent& a, const KeyRegenerationEvent& b) {
        return a.timeUtc > b.timeUtc;
    });
    return list;
}

QDateTime activityLogStart(const QDateTime& sinceUtc, const QDateTime& nowUtc)
{
    constexpr qint64 hour = 60 * 60;
    const QDateTime earliest = nowUtc.addSecs(-(90 * 24 - 1) * hour);
    return sinceUtc.isValid() ? std::clamp(sinceUtc.toUTC(), earliest, nowUtc) : earliest;
}

} // namespace CommKeys
