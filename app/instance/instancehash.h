// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace CommKeys {

/// The part of an instanceAddress() that tells persons and folders apart: letters and digits, short enough for a
/// socket's path. The same folder under another name (a link, a relative path) gives the same.
[[nodiscard]] QString instanceHash(const QString& folder);

} // namespace CommKeys
