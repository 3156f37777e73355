// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychain/keptkeys.h"

#include "keychain/connectionstring.h"
#include "keychain/secretstore.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

constexpr int formatVersion = 1;

/// The names of a key's three members: "primaryKey", "primaryConnectionString", "primaryKeptAt".
QString memberName(KeyType type, QLatin1StringView what)
{
    return (type == KeyType::Primary ? u"primary"_s : u"secondary"_s) + what;
}

void put(QJsonObject& object, KeyType type, const std::optional<KeptKey>& kept, bool leaveOutRepeatedKeys)
{
    if (!kept) {
        return;
    }
    const bool isRepeated = leaveOutRepeatedKeys && kept->key == keyIn(kept->connectionString);
    if (!kept->key.isEmpty() && !isRepeated) {
        object.insert(memberName(type, "Key"_L1), kept->key.revealText());
    }
    if (!kept->connectionString.isEmpty()) {
        object.insert(memberName(type, "ConnectionString"_L1), kept->connectionString.revealText());
    }
    object.insert(memberName(type, "KeptAt"_L1), kept->keptAtUtc.toUTC().toString(Qt::ISODate));
}

Secret encode(const KeptKeys& keys, bool leaveOutRepeatedKeys)
{
    QJsonObject object{{u"commkeys"_s, formatVersion}, {u"resource"_s, keys.resource.toString()}};
    put(object, KeyType::Primary, keys.primary, leaveOutRepeatedKeys);
    put(object, KeyType::Secondary, keys.secondary, leaveOutRepeatedKeys);
    QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return Secret::take(json);
}

std::optional<KeptKey> take(const QJsonObject& object, KeyType type)
{
    KeptKey kept;
    QString key = object.value(memberName(type, "Key"_L1)).toString();
    QString connectionString = object.value(memberName(type, "ConnectionString"_L1)).toString();
    kept.key = Secret::take(key);
    kept.connectionString = Secret::take(connectionString);
    kept.keptAtUtc = QDateTime::fromString(object.value(memberName(type, "KeptAt"_L1)).toString(), Qt::ISODate);
    if (kept.key.isEmpty() && kept.connectionString.isEmpty()) {
        return std::nullopt;
    }
    if (kept.key.isEmpty()) {
        kept.key = keyIn(kept.connectionString);
    }
    return kept;
}

} // namespace

Secret encodeKeptKeys(const KeptKeys& keys)
{
    Secret entry = encode(keys, false);
    return entry.size() < maximumSecretSize ? entry : encode(keys, true);
}

Result<KeptKeys> decodeKeptKeys(const Secret& entry, const ResourceId& resource)
{
    const QJsonObject object = QJsonDocument::fromJson(entry.reveal().toByteArray()).object();
    if (object.value("commkeys"_L1).toInt() != formatVersion) {
        return Error::badAnswer(
            QCoreApplication::translate("CommKeys::KeptKeys",
                                        "The keychain entry of %1 is not one that this version of CommKeys wrote.")
                .arg(resource.name()));
    }
    KeptKeys keys;
    keys.resource = resource;
    keys.primary = take(object, KeyType::Primary);
    keys.secondary = take(object, KeyType::Secondary);
    return keys;
}

} // namespace CommKeys
