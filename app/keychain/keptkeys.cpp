// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychain/keptkeys.h"

#include "keychain/canonicalkey.h"
#include "keychain/connectionstring.h"
#include "keychain/secretstore.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

constexpr int formatVersion = 1;
constexpr qsizetype fingerprintSize = 16;

/// What is left out of an entry that would be too large, in this order.
enum class Detail { All, NoRepeatedKeys, NoFormerKeys };

/// The names of a key's members: "primaryKey", "primaryConnectionString", "primaryKeptAt", "primaryFormer".
QString memberName(KeyType type, QLatin1StringView what)
{
    return (type == KeyType::Primary ? u"primary"_s : u"secondary"_s) + what;
}

QJsonArray toJson(const QList<FormerKey>& former)
{
    QJsonArray array;
    for (const FormerKey& key : former.first(std::min(former.size(), mostFormerKeys))) {
        QJsonObject object{{u"sha256"_s, key.fingerprint},
                           {u"replaced"_s, key.replacedUtc.toUTC().toString(Qt::ISODate)}};
        if (!key.isCertain) {
            object.insert("listed"_L1, true);
        }
        array.append(object);
    }
    return array;
}

void put(QJsonObject& object, KeyType type, const std::optional<KeptKey>& kept, Detail detail)
{
    if (!kept) {
        return;
    }
    const bool isLeftOut = detail != Detail::All && kept->key == keyIn(kept->connectionString);
    if (!kept->key.isEmpty() && !isLeftOut) {
        object.insert(memberName(type, "Key"_L1), kept->key.revealText());
    }
    if (!kept->connectionString.isEmpty()) {
        object.insert(memberName(type, "ConnectionString"_L1), kept->connectionString.revealText());
    }
    object.insert(memberName(type, "KeptAt"_L1), kept->keptAtUtc.toUTC().toString(Qt::ISODateWithMs));
    if (!kept->former.isEmpty() && detail != Detail::NoFormerKeys) {
        object.insert(memberName(type, "Former"_L1), toJson(kept->former));
    }
}

Secret encode(const KeptKeys& keys, Detail detail)
{
    QJsonObject object{{u"commkeys"_s, formatVersion}, {u"resource"_s, keys.resource.toString()}};
    if (!keys.identity.immutableId.isNull()) {
        object.insert("immutableResourceId"_L1, keys.identity.immutableId.toString(QUuid::WithoutBraces));
    }
    if (keys.identity.createdUtc.isValid()) {
        object.insert("createdAt"_L1, keys.identity.createdUtc.toUTC().toString(Qt::ISODate));
    }
    put(object, KeyType::Primary, keys.primary, detail);
    put(object, KeyType::Secondary, keys.secondary, detail);
    QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return Secret::take(json);
}

QDateTime timeAt(const QJsonObject& object, const QString& member)
{
    return QDateTime::fromString(object.value(member).toString(), Qt::ISODate).toUTC();
}

QList<FormerKey> formerKeys(const QJsonArray& array)
{
    QList<FormerKey> former;
    for (const QJsonValue& value : array) {
        const QJsonObject object = value.toObject();
        FormerKey key{object.value("sha256"_L1).toString(), timeAt(object, u"replaced"_s),
                      !object.value("listed"_L1).toBool()};
        if (key.fingerprint.size() == fingerprintSize && key.replacedUtc.isValid() && former.size() < mostFormerKeys) {
            former.append(std::move(key));
        }
    }
    return former;
}

std::optional<KeptKey> take(const QJsonObject& object, KeyType type)
{
    KeptKey kept;
    QString key = object.value(memberName(type, "Key"_L1)).toString();
    QString connectionString = object.value(memberName(type, "ConnectionString"_L1)).toString();
    kept.key = Secret::take(key);
    kept.connectionString = Secret::take(connectionString);
    kept.keptAtUtc = timeAt(object, memberName(type, "KeptAt"_L1));
    kept.former = formerKeys(object.value(memberName(type, "Former"_L1)).toArray());
    if (kept.key.isEmpty() && kept.connectionString.isEmpty()) {
        return std::nullopt;
    }
    if (kept.key.isEmpty()) {
        kept.key = keyIn(kept.connectionString);
    }
    return kept;
}

} // namespace

Secret keyOf(const KeptKey& kept)
{
    return keyOf(kept.key, kept.connectionString);
}

bool isSameKey(const KeptKey& a, const KeptKey& b)
{
    const bool bothKeys = !a.key.isEmpty() && !b.key.isEmpty();
    const bool bothStrings = !a.connectionString.isEmpty() && !b.connectionString.isEmpty();
    return (bothKeys || bothStrings) && (!bothKeys || a.key == b.key) &&
           (!bothStrings || a.connectionString == b.connectionString);
}

void fillIn(KeptKey& key, const KeptKey& from)
{
    if (key.key.isEmpty()) {
        key.key = from.key;
    }
    if (key.connectionString.isEmpty()) {
        key.connectionString = from.connectionString;
    }
}

QString formerFingerprint(const Secret& key)
{
    return key.isEmpty() ? QString() : canonicalKey(key).fingerprint().first(fingerprintSize);
}

std::optional<FormerKey> formerKeyIn(const KeptKey& by, const Secret& key)
{
    const QString fingerprint = formerFingerprint(key);
    const auto found = std::find_if(by.former.begin(), by.former.end(), [&fingerprint](const FormerKey& former) {
        return former.fingerprint == fingerprint;
    });
    return found == by.former.end() ? std::nullopt : std::optional(*found);
}

void addFormer(KeptKey& key, const QList<FormerKey>& former)
{
    const QString own = formerFingerprint(keyOf(key));
    QList<FormerKey> all;
    for (const FormerKey& one : key.former + former) {
        const auto known = std::find_if(
            all.begin(), all.end(), [&one](const FormerKey& other) { return other.fingerprint == one.fingerprint; });
        if (known != all.end()) {
            known->isCertain = known->isCertain || one.isCertain;
        } else if (!one.fingerprint.isEmpty() && one.fingerprint != own) {
            all.append(one);
        }
    }
    key.former = std::move(all);
}

Secret encodeKeptKeys(const KeptKeys& keys)
{
    for (const Detail detail : {Detail::All, Detail::NoRepeatedKeys}) {
        if (Secret entry = encode(keys, detail); entry.size() < maximumSecretSize) {
            return entry;
        }
    }
    return encode(keys, Detail::NoFormerKeys);
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
    keys.identity = {QUuid::fromString(object.value("immutableResourceId"_L1).toString()),
                     timeAt(object, u"createdAt"_s)};
    keys.primary = take(object, KeyType::Primary);
    keys.secondary = take(object, KeyType::Secondary);
    return keys;
}

} // namespace CommKeys
