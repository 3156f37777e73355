// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/secret.h"

#include <QString>

namespace CommKeys {

/// The endpoint in a text.
struct HostInText
{
    QString host; ///< in lower case; empty if there is none
    bool isOneOfSeveral = false;
};

/// The host behind the name `endpoint`, else the only one of Communication Services (`*.communication.azure.*`).
/// @p text is ASCII without escapes. Takes linear time.
[[nodiscard]] HostInText hostIn(const Secret& text);

} // namespace CommKeys
