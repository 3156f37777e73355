// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace CommKeys {

/// The part of an instanceAddress() that tells persons and folders apart: letters and digits, short enough for a
/// socket's path. The same folder under another name (a link, a relative path) gives the same.
[[nodiscard]] QString instanceHash(const QString& folder);

/// Tells this computer from others that have the same home: letters and digits. Stays the same over a reboot and, where
/// the system has a machine id, under another host name.
[[nodiscard]] QString computerHash();

} // namespace CommKeys
