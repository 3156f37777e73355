// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/loginservice.h"
#include "azure/cloud.h"

namespace CommKeys {

/// Where one signs in to @p cloud.
[[nodiscard]] LoginService loginServiceOf(const Cloud& cloud);

} // namespace CommKeys
