// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMimeData>

namespace CommKeys {

/// Adds the formats that ask clipboard histories, cloud clipboards and managers not to keep what stands beside them:
/// on macOS the two of nspasteboard.org, elsewhere the three that Windows documents and KDE's, none of which minds the
/// others. Source: "Clipboard Formats", Win32 documentation; KeePassXC and KWallet for x-kde-passwordManagerHint.
void addSecretMarks(QMimeData& data);

} // namespace CommKeys
