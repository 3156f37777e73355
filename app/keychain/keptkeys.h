// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keytype.h"
#include "core/resourceid.h"
#include "core/secret.h"

#include <QDateTime>

#include <optional>

namespace CommKeys {

/// One key of a resource as the keychain holds it.
struct KeptKey
{
    Secret key;              ///< may be empty when the service gave only the connection string
    Secret connectionString; ///< may be empty when the service gave only the key
    QDateTime keptAtUtc;     ///< when CommKeys learnt it from the service

    bool operator==(const KeptKey&) const = default;
};

/// The keychain entry of one resource: the keys that CommKeys has seen of it.
struct KeptKeys
{
    ResourceId resource;
    std::optional<KeptKey> primary;
    std::optional<KeptKey> secondary;

    [[nodiscard]] const std::optional<KeptKey>& at(KeyType type) const
    {
        return type == KeyType::Primary ? primary : secondary;
    }
    [[nodiscard]] std::optional<KeptKey>& at(KeyType type) { return type == KeyType::Primary ? primary : secondary; }
    [[nodiscard]] bool isEmpty() const { return !primary && !secondary; }
    bool operator==(const KeptKeys&) const = default;
};

/// The entry as it stands in the keychain: one line of JSON, members named as in the API, so that a person who opens it
/// in a keychain program understands it. Below maximumSecretSize for every legal resource with keys of today's lengths;
/// a key that its connection string repeats is left out before an entry would grow beyond it.
[[nodiscard]] Secret encodeKeptKeys(const KeptKeys& keys);

/// Fails with BadAnswer when the entry is not one of ours; the message holds nothing of it.
[[nodiscard]] Result<KeptKeys> decodeKeptKeys(const Secret& entry, const ResourceId& resource);

} // namespace CommKeys
