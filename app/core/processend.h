// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace CommKeys {

/// Ends the process with @p exitCode as the last thing that main() does, when all objects of its own are gone; what was
/// printed is written. One file for each system defines it.
///
/// While a thread of inDetachedThread() is running, nothing is taken down: Qt's look-up of a proxy, for one, would be
/// waited for, and it may never come back.
///
/// On Windows returning from main() may never end: the runtime library, on being taken down, waits for a lock of its
/// own (seen under Wine). QThread::wait() comes back before a thread has left that library, and the end of the process
/// kills it there, supposedly with the lock. So nothing is taken down that the system takes down by itself.
[[noreturn]] void endProcess(int exitCode);

} // namespace CommKeys
