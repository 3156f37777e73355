// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keytype.h"
#include "core/resourceid.h"
#include "core/resourceidentity.h"
#include "core/secret.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace CommKeys {

/// A key that another one has replaced. It holds nothing of the key.
struct FormerKey
{
    QString fingerprint;   ///< formerFingerprint()
    QDateTime replacedUtc; ///< the latest time at which it can have happened
    bool isCertain = true; ///< false: concluded from what Azure listed

    bool operator==(const FormerKey&) const = default;
};

/// One key of a resource as the keychain holds it.
struct KeptKey
{
    Secret key;                   ///< may be empty when the service gave only the connection string
    Secret connectionString;      ///< may be empty when the service gave only the key
    QDateTime keptAtUtc;          ///< when the service returned it last
    QList<FormerKey> former = {}; ///< the keys before it, the latest first; at most mostFormerKeys are stored

    bool operator==(const KeptKey&) const = default;
};

/// The keychain entry of one resource: the keys that CommKeys has seen of it.
struct KeptKeys
{
    ResourceId resource;
    std::optional<KeptKey> primary;
    std::optional<KeptKey> secondary;
    ResourceIdentity identity = {}; ///< of the resource that the keys open; unknown in entries of CommKeys 0.1

    [[nodiscard]] const std::optional<KeptKey>& at(KeyType type) const
    {
        return type == KeyType::Primary ? primary : secondary;
    }
    [[nodiscard]] std::optional<KeptKey>& at(KeyType type) { return type == KeyType::Primary ? primary : secondary; }
    [[nodiscard]] bool isEmpty() const { return !primary && !secondary; }
    bool operator==(const KeptKeys&) const = default;
};

inline constexpr qsizetype mostFormerKeys = 6;

/// The secret by which a key is told from another; see keyOf().
[[nodiscard]] Secret keyOf(const KeptKey& kept);
/// True when the two have a part in common and no part that differs: the service may return the key, the connection
/// string, or both.
[[nodiscard]] bool isSameKey(const KeptKey& a, const KeptKey& b);
/// Takes over the parts that @p key lacks.
void fillIn(KeptKey& key, const KeptKey& from);

/// 16 hex digits of SHA-256 of its canonical spelling: enough to recognize a key of 500 random bits, and too little to
/// say anything about it.
[[nodiscard]] QString formerFingerprint(const Secret& key);
/// How @p key was replaced, by the former keys of @p by; nothing when it is none of them.
[[nodiscard]] std::optional<FormerKey> formerKeyIn(const KeptKey& by, const Secret& key);
/// Adds to the keys before @p key. A key is never its own former key; what one of two says for certain is certain.
void addFormer(KeptKey& key, const QList<FormerKey>& former);

/// The entry as it stands in the keychain: one line of JSON, members named as in the API, so that a person who opens it
/// in a keychain program understands it. Below maximumSecretSize for every legal resource with keys of today's lengths;
/// a key that its connection string repeats is left out before an entry would grow beyond it, then the former keys.
[[nodiscard]] Secret encodeKeptKeys(const KeptKeys& keys);

/// Fails with BadAnswer when the entry is not one of ours; the message holds nothing of it.
[[nodiscard]] Result<KeptKeys> decodeKeptKeys(const Secret& entry, const ResourceId& resource);

} // namespace CommKeys
