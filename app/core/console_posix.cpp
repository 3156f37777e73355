// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/console.h"

namespace CommKeys {

Console::Console() = default;

Console::~Console() = default;

} // namespace CommKeys
