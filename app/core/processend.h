// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace CommKeys {

/// Ends the process with @p exitCode as the last thing that main() does, when all objects of its own are gone; what was
/// printed is written. One file for each system defines it.
///
/// On Windows returning from main() may never end: QThread::wait() comes back before a thread has left the runtime
/// library, the end of the process kills it there, and the library then waits for a lock that it held. So nothing is
/// taken down there that the system takes down by itself.
[[noreturn]] void endProcess(int exitCode);

} // namespace CommKeys
