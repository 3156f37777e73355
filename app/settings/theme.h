// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace CommKeys {

/// Whether the window is light or dark; System: as the rest of the desktop, also when that changes.
enum class Theme { System, Light, Dark };

} // namespace CommKeys
