// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace CommKeys {

/// The colours of the window; System follows what the desktop says.
enum class Theme { System, Light, Dark };

} // namespace CommKeys
