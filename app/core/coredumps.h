// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace CommKeys {

/// Keeps the memory of this process, which has keys in it, out of the files that a system writes when a program
/// crashes. Call it first in main(). One file for each system defines it. Programs that this one starts inherit it.
///
/// Linux: no core file and, by the value 1 that the kernel treats specially, no core handed to a program such as
/// systemd-coredump or apport (fs/coredump.c). Where one is made all the same, the filter keeps memory out of it
/// (core(5)).
///
/// Not prctl(PR_SET_DUMPABLE, 0), which other password managers use: it makes /proc/PID the property of root, and
/// xdg-desktop-portal, which looks there to learn who is calling, then refuses every request: no dark theme that
/// follows the desktop, no file dialogs (flatpak/xdg-desktop-portal#785, #1490, #2141; bitwarden/clients#20915). What
/// it would give besides, memory that another program of the same person cannot read, protects nothing here: that
/// program can ask the person's unlocked keychain for the same keys. Debuggers and the leak checker of the sanitizers,
/// which attach to the process, work as before.
///
/// macOS: no core file; the crash report of the system has the stack of calls and no memory.
///
/// Windows: Windows Error Reporting is not started for this process, and where an administrator's or a debugger's
/// setting starts it, it leaves out the heap. WerAddExcludedApplication is not called: it writes into the registry, for
/// every program of this file name, and stays there after an uninstallation.
void disableCoreDumps();

} // namespace CommKeys
