// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace CommKeys {

/// What people call the keychain of this computer: "Secret Service", "KWallet", "Credential Manager", "Keychain".
/// One file for each system defines it.
[[nodiscard]] QString keychainName();

} // namespace CommKeys
