// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>

namespace CommKeys {

/// For what is to be read first: @p like in bold letters, so many times as large.
[[nodiscard]] QFont headingFont(const QFont& like, qreal times);

} // namespace CommKeys
