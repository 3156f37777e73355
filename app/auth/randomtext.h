// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace CommKeys {

/// 256 bits of the operating system's randomness as 43 letters that need no escaping anywhere: a state, a nonce, a
/// verifier. Source: RFC 7636 §4.1, RFC 6749 §10.10.
[[nodiscard]] QString randomText();

} // namespace CommKeys
