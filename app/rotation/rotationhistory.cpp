// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rotation/rotationhistory.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace CommKeys::RotationHistory {

namespace {

using Column = std::pair<QString, QString>;

QString timeText(const QDateTime& time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QString durationText(const RotationRecord& record)
{
    const auto duration = record.duration();
    return duration ? QString::number(duration->count()) : QString();
}

QString requestUrl(const RotationRecord& record)
{
    return u"https://%1%2/regenerateKey?api-version=2023-04-01"_s.arg(record.armHost, record.resource.toString());
}

/// All that there is to tell about a record, in the order of the columns.
QList<Column> columns(const RotationRecord& record)
{
    return {
        {u"id"_s, record.id},
        {u"started"_s, timeText(record.startedUtc)},
        {u"ended"_s, timeText(record.endedUtc)},
        {u"durationMs"_s, durationText(record)},
        {u"resource"_s, record.resource.name()},
        {u"resourceGroup"_s, record.resource.resourceGroup()},
        {u"subscription"_s, record.resource.subscription().toString()},
        {u"resourceId"_s, record.resource.toString()},
        {u"tenant"_s, record.tenant.toString()},
        {u"armHost"_s, record.armHost},
        {u"key"_s, apiName(record.type)},
        {u"account"_s, record.account},
        {u"stage"_s, nameOf(record.stage)},
        {u"end"_s, record.end ? nameOf(*record.end) : QString()},
        {u"mayBeOld"_s, record.mayBeOld ? u"yes"_s : QString()},
        {u"problem"_s, record.problem},
        {u"fingerprintBefore"_s, record.fingerprintBefore},
        {u"fingerprintAfter"_s, record.fingerprintAfter},
        {u"clientRequestId"_s, record.clientRequestId},
        {u"requestId"_s, record.requestId},
        {u"correlationId"_s, record.correlationId},
        {u"request"_s, requestLine(record)},
        {u"requestBody"_s, QString::fromUtf8(requestBody(record))},
    };
}

/// Source: RFC 4180, section 2; "CSV Injection", OWASP, for the letters that begin a formula.
QString cell(QString text)
{
    static const QString beginsFormula = u"=+-@\t\r"_s;
    if (!text.isEmpty() && beginsFormula.contains(text.front())) {
        text.prepend(u'\'');
    }
    const bool needsQuotes = std::any_of(text.cbegin(), text.cend(), [](QChar letter) {
        return letter == u',' || letter == u'"' || letter == u'\r' || letter == u'\n';
    });
    return needsQuotes ? u'"' + text.replace(u'"', u"\"\""_s) + u'"' : text;
}

QString row(const QList<Column>& columns, QString Column::*part)
{
    QStringList cells;
    for (const Column& column : columns) {
        cells.append(cell(column.*part));
    }
    return cells.join(u',') + u"\r\n"_s;
}

QJsonObject jsonObject(const RotationRecord& record)
{
    QJsonObject object;
    const QList<Column> all = columns(record);
    for (const Column& column : all) {
        if (!column.second.isEmpty()) {
            object.insert(column.first, column.second);
        }
    }
    if (const auto duration = record.duration()) {
        object.insert("durationMs"_L1, static_cast<qint64>(duration->count()));
    }
    object.remove("requestBody"_L1);
    object.insert("request"_L1, QJsonObject{{u"method"_s, u"POST"_s},
                                            {u"url"_s, requestUrl(record)},
                                            {u"body"_s, QJsonObject{{u"keyType"_s, apiName(record.type)}}}});
    return object;
}

} // namespace

bool isShown(const RotationRecord& record, const Filter& filter)
{
    const QString text = filter.text.trimmed();
    QStringList places{record.resource.name(),
                       record.resource.resourceGroup(),
                       record.resource.subscription().toString(),
                       record.tenant.toString(),
                       record.account,
                       record.id,
                       record.clientRequestId,
                       record.requestId,
                       record.correlationId};
    if (text.contains(u'/')) {
        places.append(record.resource.toString());
    }
    const bool hasText = std::any_of(places.cbegin(), places.cend(),
                                     [&](const QString& place) { return place.contains(text, Qt::CaseInsensitive); });
    return hasText && (!filter.type || record.type == *filter.type) && (!filter.end || record.end == filter.end) &&
           (!filter.from.isValid() || record.startedUtc >= filter.from) &&
           (!filter.until.isValid() || record.startedUtc < filter.until);
}

QList<RotationRecord> filtered(const QList<RotationRecord>& records, const Filter& filter)
{
    QList<RotationRecord> shown = records;
    shown.removeIf([&](const RotationRecord& record) { return !isShown(record, filter); });
    return shown;
}

QString requestLine(const RotationRecord& record)
{
    return u"POST "_s + requestUrl(record);
}

QByteArray requestBody(const RotationRecord& record)
{
    return QJsonDocument(QJsonObject{{u"keyType"_s, apiName(record.type)}}).toJson(QJsonDocument::Compact);
}

QByteArray toCsv(const QList<RotationRecord>& records)
{
    QString text = row(columns({}), &Column::first);
    for (const RotationRecord& record : records) {
        text += row(columns(record), &Column::second);
    }
    return "\xEF\xBB\xBF" + text.toUtf8();
}

QByteArray toJson(const QList<RotationRecord>& records)
{
    QJsonArray array;
    for (const RotationRecord& record : records) {
        array.append(jsonObject(record));
    }
    return QJsonDocument(array).toJson();
}

} // namespace CommKeys::RotationHistory
