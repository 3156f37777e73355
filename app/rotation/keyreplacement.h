// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "keychain/keyfreshness.h"
#include "rotation/rotationrecord.h"

#include <QList>

namespace CommKeys {

/// How a key was replaced, by the regenerations of this computer. Pure.
///
/// The latest record that names the key decides: one that began with it and ended with another has replaced it; one
/// that ended with it, or left it as it was, says that it was accepted then, and a later one may have replaced it. What
/// was found by listKeys after a lost answer is not certain. @p records: as RotationJournal::records(), the latest
/// first. @p fingerprint empty: nothing.
[[nodiscard]] std::optional<Replacement> replacementIn(const QList<RotationRecord>& records, const ResourceId& resource,
                                                       KeyType type, const QString& fingerprint);

} // namespace CommKeys
