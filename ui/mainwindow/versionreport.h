// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace CommKeys {

/// What a bug report needs to know of this program and this computer, one thing a line, in English whatever the window
/// speaks. No name of a person, a computer or a tenant, and no secret.
[[nodiscard]] QString versionReport();

} // namespace CommKeys
