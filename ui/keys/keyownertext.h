// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rotation/keyowner.h"

#include <QString>

namespace CommKeys {

/// Whose the key is, in plain sentences, a line each.
[[nodiscard]] QString ownerText(const KeyOwner& owner);

} // namespace CommKeys
