// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace CommKeys {

/// @p text with everything that looks like a secret replaced by "[removed]": `accesskey=…`, bearer tokens and other
/// JSON web tokens, `client_secret`, `refresh_token` and `password` values, a `code` or `sig` in a query, and base64 as
/// long as an access key. Applied to whatever a server, a program or Qt says before it is stored in an Error or written
/// to a log. It may remove too much (a long random id); it must not remove too little. Access keys are 84 or 88 letters
/// of base64 (azure-api §0.6), so every run of 60 and more counts as one.
[[nodiscard]] QString redacted(const QString& text);

} // namespace CommKeys
