// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace CommKeys::KeyringDaemon {

/// All of these are for a program that runs inside tests/support/with-keyring, where nothing else can be reached, and
/// block. They return false when it took longer than ten seconds.

/// Ends the process that provides org.freedesktop.secrets.
[[nodiscard]] bool end();
/// Starts gnome-keyring-daemon with the password of the present keyring.
[[nodiscard]] bool start();
/// Starts it as a crash and the desktop's own start leave it: the keyring is there, and locked.
[[nodiscard]] bool startLocked();
/// Stops its process without ending it, and lets it go on.
[[nodiscard]] bool pause();
[[nodiscard]] bool resume();
[[nodiscard]] bool lock();
/// Deletes the default keyring.
[[nodiscard]] bool deleteKeyring();
/// Ends the session bus, and everything on it.
[[nodiscard]] bool endBus();
[[nodiscard]] bool startBus();

/// Names of all entries of the service "CommKeys Test", sorted.
[[nodiscard]] QStringList entries();

} // namespace CommKeys::KeyringDaemon
