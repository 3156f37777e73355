// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFile>
#include <QString>

namespace CommKeys {

/// Waits until what was written to an open file is on the disk, and so survives a power cut. False: it may not.
[[nodiscard]] bool syncFile(const QFile& file);

/// The same for a folder's list of names, without which a new file may be gone after a power cut.
[[nodiscard]] bool syncFolder(const QString& folder);

} // namespace CommKeys
