// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

class QLockFile;

namespace CommKeys {

/// Who has a QLockFile, by what its file says: pid, program, host, machine id and boot id, a line each.
struct LockHolder
{
    qint64 pid = 0; ///< 0: the file names nobody, as after a crash between creating and writing it
    QString program;
    QString host;
    QByteArray machineId; ///< empty: the system of the holder had none
    QByteArray bootId;    ///< likewise
    QDateTime sinceUtc;   ///< when the file was written, by the file system's clock

    bool operator==(const LockHolder&) const = default;

    [[nodiscard]] bool isNamed() const { return pid > 0; }
    /// By the machine id where both are known, else by the host's name. A computer that was renamed is the same one; a
    /// computer that was installed anew, and a container with another machine id, are others.
    [[nodiscard]] bool isOfThisComputer() const;
    /// True for the kernel that runs now: its own locks then say for certain whether the holder lives, also in another
    /// container or namespace of process ids.
    [[nodiscard]] bool isOfThisBoot() const;
};

/// Reads the file of a lock. A file that isn't there names nobody, and has no time.
[[nodiscard]] LockHolder lockHolderOf(const QString& lockFile);

/// Removes the file of @p lock, which this object doesn't have, if it still is @p holder's and no process of this
/// kernel has it. Safe against another process that does the same. False: it is another's by now, has it, or can't be
/// removed.
[[nodiscard]] bool removeLockOf(const LockHolder& holder, QLockFile& lock);

/// Like QLockFile::tryLock(0), which takes over what a process of this computer left behind that has ended, and locks
/// of an earlier boot. Takes over two more kinds, never a lock that a living process may have:
///
/// - a file that names nobody and is older than two seconds; to create and to write it takes microseconds,
/// - a lock of this boot that no process holds by the kernel (flock, or sharing on Windows), whatever its host is
/// called.
///
/// False where another process has it; @p lock's error() says why. What remains then, and whose holder may be dead, is
/// the lock of another computer on a shared or kept home: nothing here can know.
[[nodiscard]] bool tryLockNow(QLockFile& lock);

} // namespace CommKeys
