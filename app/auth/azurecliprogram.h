// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QString>
#include <QStringList>

namespace CommKeys {

/// The folders in which az may be, the first one counts.
struct AzureCliFolders
{
    QStringList onPath; ///< of PATH, in its order
    QStringList others; ///< where installers and package managers put az; not on PATH, since desktops have a short one
};

/// Of this computer and this process. Relative and empty entries of PATH are left out: they mean the current directory,
/// which is no place to start a program from.
[[nodiscard]] AzureCliFolders azureCliFolders();

/// The path of az. Folders that others may write to are passed over (isSafeProgram()).
///
/// Fails with ToolMissing where there is none; the details name the folders. Fails with Refused where the only ones are
/// in folders that others may write to.
[[nodiscard]] Result<QString> findAzureCli(const AzureCliFolders& folders);

/// True where only this person and the system's administrators can change @p program: neither it nor the folder that it
/// lies in nor one above it can be written by everybody (sticky ones above it can, like /tmp), and each folder belongs
/// to this person or to root. Links are followed, and both ends count.
///
/// @p isChosen: the folder is on PATH, which is the person's own decision; owners aren't asked then. Group members
/// count as administrators, as Debian's staff and macOS's admin are. Windows: always true.
[[nodiscard]] bool isSafeProgram(const QString& program, bool isChosen);

} // namespace CommKeys
