// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/activitylog.h"
#include "keychain/keptkeysstore.h"
#include "rotation/rotationrecord.h"

namespace CommKeys {

/// What is recorded against a key that is stored or shown.
struct KeyStanding
{
    enum class Kind {
        Good,           ///< nothing
        Replaced,       ///< a regeneration has replaced it: it no longer works
        MaybeReplaced,  ///< one of the resource's two keys was regenerated since; the Activity Log doesn't say which
        FormerResource, ///< the resource that it opened was deleted, and another one has its name
    };

    Kind kind = Kind::Good;
    QDateTime atUtc; ///< of the regeneration, or the creation of the resource of now; invalid: not known
    QString who;     ///< who regenerated it; may be empty

    bool operator==(const KeyStanding&) const = default;
};

/// All that decides about a key.
struct KeyStandingFacts
{
    ResourceId resource;
    KeyType type = KeyType::Primary;
    KeptKey key;
    ResourceIdentity storedFor;             ///< of the resource that returned it
    ResourceIdentity now;                   ///< of the resource behind the id now
    std::optional<Replacement> replacement; ///< KeptKeysStore::replacementOf()
    QList<KeyRegenerationEvent> events;     ///< of the Activity Log; empty: none, or it was not read
    QList<RotationRecord> records;          ///< of this computer
};

/// Puts together what the window shows side by side. Pure. A regeneration of this computer is recognized by the key's
/// fingerprint; one of the Activity Log has replaced every key that Azure returned before it. A replacement that was
/// concluded from listings is not held against a key: Azure itself may have been out of date.
[[nodiscard]] KeyStanding standingOf(const KeyStandingFacts& facts);

} // namespace CommKeys
