// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QString>

namespace CommKeys {

/// How long ago @p then was at @p now, as a person says it: "just now", "5 minutes ago", "12 days ago". Whole units,
/// rounded down; months from 60 days and years from 730 on. What lies ahead (two clocks that differ) is "just now".
/// Empty when either is not valid.
[[nodiscard]] QString relativeTime(const QDateTime& then, const QDateTime& now);

} // namespace CommKeys
