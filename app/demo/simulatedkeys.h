// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keytype.h"

#include <QByteArrayView>
#include <QString>

namespace CommKeys {

/// The two shapes of access keys that the real service has handed out (azure-api §0.6).
enum class SimulatedKeyFormat {
    Plain,  ///< 64 random bytes: 88 letters, "==" at the end; all recordings until 2024-06
    Marked, ///< 63 bytes: 84 letters without padding, "JQQJ99" at 52 and "AAAAAZCS" before a checksum of 4
};

/// An access key that opens nothing. The same arguments give the same key, so a run can be repeated; a further
/// @p generation gives another key, which is all that regenerating means here.
[[nodiscard]] QString simulatedKey(QByteArrayView seed, const QString& resourceId, KeyType type, int generation,
                                   SimulatedKeyFormat format);

} // namespace CommKeys
