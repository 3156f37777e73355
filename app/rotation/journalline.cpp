// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rotation/journalline.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

constexpr qsizetype checksumSize = 16;
constexpr qsizetype fingerprintSize = 64;

bool isHexDigit(char letter)
{
    return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f');
}

bool isHex(QByteArrayView text, qsizetype size)
{
    return text.size() == size && std::all_of(text.begin(), text.end(), isHexDigit);
}

QByteArray checksum(QByteArrayView json)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(json);
    return hash.result().toHex().first(checksumSize);
}

/// Wherever a line begins in the middle of another, this is what stands there.
bool isBeginOfLine(QByteArrayView text)
{
    return text.size() > checksumSize + 1 && text[checksumSize] == ' ' && text[checksumSize + 1] == '{' &&
           isHex(text.first(checksumSize), checksumSize);
}

QByteArray encode(QJsonObject object, QByteArrayView salt)
{
    object.insert("commkeys"_L1, journalVersion);
    object.insert("salt"_L1, QString::fromLatin1(salt.toByteArray().toHex()));
    const QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return checksum(json) + ' ' + json + '\n';
}

void put(QJsonObject& object, QLatin1StringView name, const QString& value)
{
    if (!value.isEmpty()) {
        object.insert(name, value);
    }
}

void put(QJsonObject& object, QLatin1StringView name, const QDateTime& time)
{
    if (time.isValid()) {
        object.insert(name, time.toUTC().toString(Qt::ISODateWithMs));
    }
}

/// A text that is no fingerprint might be what none of our files may hold.
QString fingerprintOrNothing(const QString& text)
{
    return isHex(text.toLatin1(), fingerprintSize) ? text : QString();
}

QDateTime timeAt(const QJsonObject& object, QLatin1StringView name)
{
    return QDateTime::fromString(object.value(name).toString(), Qt::ISODateWithMs).toUTC();
}

/// The value whose name stands there. Names are compared as they are written; there is no other spelling.
template <typename Enum, typename Name>
std::optional<Enum> valueAt(const QJsonObject& object, QLatin1StringView member, std::initializer_list<Enum> values,
                            Name name)
{
    const QString text = object.value(member).toString();
    const auto* const found =
        std::find_if(values.begin(), values.end(), [&](Enum value) { return name(value) == text; });
    return found == values.end() ? std::nullopt : std::optional<Enum>(*found);
}

std::optional<RotationRecord> recordIn(const QJsonObject& object)
{
    using Stage = RotationRecord::Stage;
    const Result<ResourceId> resource = ResourceId::parse(object.value("resource"_L1).toString());
    const auto type = valueAt(object, "key"_L1, {KeyType::Primary, KeyType::Secondary}, apiName);
    const auto stage = valueAt(object, "stage"_L1, {Stage::Intended, Stage::Sent, Stage::Unclear, Stage::Ended},
                               [](Stage value) { return nameOf(value); });
    const auto end = valueAt(object, "end"_L1,
                             {RotationEnd::Kept, RotationEnd::NotKept, RotationEnd::Unchanged, RotationEnd::Unclear},
                             [](RotationEnd value) { return nameOf(value); });
    RotationRecord record;
    record.id = object.value("id"_L1).toString();
    record.startedUtc = timeAt(object, "started"_L1);
    if (!isUuid(record.id) || !resource || !type || !stage || !record.startedUtc.isValid() ||
        (*stage == Stage::Ended) != end.has_value()) {
        return std::nullopt;
    }
    record.armHost = object.value("armHost"_L1).toString();
    record.resource = *resource;
    record.tenant = TenantId(object.value("tenant"_L1).toString());
    record.type = *type;
    record.account = object.value("account"_L1).toString();
    record.endedUtc = timeAt(object, "ended"_L1);
    record.stage = *stage;
    record.end = end;
    record.fingerprintBefore = fingerprintOrNothing(object.value("fingerprintBefore"_L1).toString());
    record.fingerprintAfter = fingerprintOrNothing(object.value("fingerprintAfter"_L1).toString());
    record.mayBeOld = object.value("mayBeOld"_L1).toBool();
    record.isFromListing = object.value("isFromListing"_L1).toBool();
    record.clientRequestId = object.value("clientRequestId"_L1).toString();
    record.requestId = object.value("requestId"_L1).toString();
    record.correlationId = object.value("correlationId"_L1).toString();
    record.problem = object.value("problem"_L1).toString();
    return record;
}

} // namespace

QByteArray encodeJournalHead(QByteArrayView salt)
{
    return encode({}, salt);
}

QByteArray encodeJournalLine(const RotationRecord& record, QByteArrayView salt)
{
    QJsonObject object;
    put(object, "id"_L1, record.id);
    put(object, "armHost"_L1, record.armHost);
    put(object, "resource"_L1, record.resource.toString());
    put(object, "tenant"_L1, record.tenant.toString());
    put(object, "key"_L1, apiName(record.type));
    put(object, "account"_L1, record.account);
    put(object, "started"_L1, record.startedUtc);
    put(object, "ended"_L1, record.endedUtc);
    put(object, "stage"_L1, nameOf(record.stage));
    put(object, "end"_L1, record.end ? nameOf(*record.end) : QString());
    put(object, "fingerprintBefore"_L1, fingerprintOrNothing(record.fingerprintBefore));
    put(object, "fingerprintAfter"_L1, fingerprintOrNothing(record.fingerprintAfter));
    if (record.mayBeOld) {
        object.insert("mayBeOld"_L1, true);
    }
    if (record.isFromListing) {
        object.insert("isFromListing"_L1, true);
    }
    put(object, "clientRequestId"_L1, record.clientRequestId);
    put(object, "requestId"_L1, record.requestId);
    put(object, "correlationId"_L1, record.correlationId);
    put(object, "problem"_L1, record.problem);
    return encode(object, salt);
}

std::optional<JournalLine> readJournalLine(QByteArrayView line)
{
    if (line.size() > longestJournalLine || !isBeginOfLine(line)) {
        return std::nullopt;
    }
    const QByteArrayView json = line.sliced(checksumSize + 1);
    if (checksum(json) != line.first(checksumSize)) {
        return std::nullopt;
    }
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), json.size())).object();
    JournalLine read;
    read.version = object.value("commkeys"_L1).toInt();
    if (read.version != journalVersion) {
        return read.version > 0 ? std::optional(read) : std::nullopt;
    }
    read.salt = QByteArray::fromHex(object.value("salt"_L1).toString().toLatin1());
    if (read.salt.size() != saltSize) {
        return std::nullopt;
    }
    if (object.contains("id"_L1)) {
        read.record = recordIn(object);
        if (!read.record) {
            return std::nullopt;
        }
    }
    return read;
}

std::optional<RotationRecord> parseJournalLine(QByteArrayView line)
{
    const std::optional<JournalLine> read = readJournalLine(line);
    return read ? read->record : std::nullopt;
}

QList<JournalLine> wholeLinesInside(QByteArrayView damaged)
{
    QList<JournalLine> lines;
    if (damaged.size() > longestJournalLine) {
        return lines;
    }
    // From the back, each byte in at most two readings: damage must not cost time either.
    for (qsizetype at = damaged.size() - 1; at >= 0; --at) {
        if (!isBeginOfLine(damaged.sliced(at))) {
            continue;
        }
        std::optional<JournalLine> line = readJournalLine(damaged.sliced(at));
        if (!line) {
            // With what was a LF at its end.
            line = readJournalLine(damaged.sliced(at).chopped(1));
        }
        if (line) {
            lines.prepend(*line);
        }
        damaged = damaged.first(at);
    }
    return lines;
}

} // namespace CommKeys
