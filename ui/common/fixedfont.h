// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>

namespace CommKeys {

/// The system's font with letters of one width, as large as @p like: the two need not have the same size by themselves.
[[nodiscard]] QFont fixedFont(const QFont& like);

} // namespace CommKeys
