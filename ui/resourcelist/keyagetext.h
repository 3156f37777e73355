// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rotation/keyage.h"

#include <QString>

namespace CommKeys {

/// The age of a resource's older key in a cell: "12 days", "over 90 days", "12 days or more", "unknown"; with ", due"
/// behind it where it is older than the policy allows.
[[nodiscard]] QString keyAgeText(const KeyAge& age, const QDateTime& nowUtc, bool isDue);

/// What the cell stands on, in sentences. @p dueDays: the policy that it breaks; 0: none.
[[nodiscard]] QString keyAgeExplanation(const KeyAge& age, const QDateTime& nowUtc, int dueDays);

} // namespace CommKeys
