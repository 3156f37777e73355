// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rotation/rotationrecord.h"

#include <QString>

namespace CommKeys {

/// How a regeneration ended, in words for one cell of a table. An open one's end is not known yet.
[[nodiscard]] QString resultText(const RotationRecord& record);

/// How long it took, "1.2 s"; empty where that is not known.
[[nodiscard]] QString durationText(const RotationRecord& record);

/// When it began, on this computer's clock and as this country writes it.
[[nodiscard]] QString beginText(const RotationRecord& record);

/// All there is to know of it, a line a fact: ids, fingerprints cut short, and the request that it was. No secret.
[[nodiscard]] QString detailsText(const RotationRecord& record);

} // namespace CommKeys
