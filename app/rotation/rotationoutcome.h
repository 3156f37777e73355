// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/communicationservicekeys.h"
#include "core/error.h"
#include "core/keytype.h"

#include <optional>

namespace CommKeys {

/// How a regeneration ended, told apart by what is known of the key.
enum class RotationEnd {
    Kept,      ///< the key that the service accepts now, in the keychain, read back
    NotKept,   ///< the key that the service accepts now, in memory only: the keychain refused it. It must be copied or
               ///< kept again
    Unchanged, ///< nothing has happened: the old key still works
    Unclear,   ///< the answer was lost and the service could not be asked: the key may or may not have changed
};

struct RotationOutcome
{
    RotationEnd end = RotationEnd::Unclear;
    KeyType type = KeyType::Primary;
    AccessKey newKey;           ///< Kept and NotKept: the key that the service accepts now
    std::optional<Error> error; ///< what went wrong on the way, for the details; with Kept too, after a lost answer
    bool mayBeOld = false;      ///< newKey may be the one from before: the answer was lost, and nobody knows that one
    bool isFromListing = false; ///< known from listKeys after a lost answer, which can be out of date
    bool isCorrection = false;  ///< it takes the place of an earlier one, which stood on an answer that was out of date
    AccessKey otherKey = {};    ///< the resource's other key as listKeys returned it last; empty: it did not

    [[nodiscard]] bool hasNewKey() const { return end == RotationEnd::Kept || end == RotationEnd::NotKept; }
};

} // namespace CommKeys
