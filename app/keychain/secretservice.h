// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>

namespace CommKeys {

/// What the session bus reports about the Secret Service (org.freedesktop.secrets). QtKeychain has one code,
/// OtherError, for most of these, with a sentence in the language of the desktop.
enum class SecretServiceState {
    Unknown,      ///< another keychain is in use, or another operating system
    NoBus,        ///< there is no session bus to connect to
    SilentBus,    ///< something accepts connections at the address of the bus and doesn't answer
    NoService,    ///< no program on the bus provides the service, and the bus can't start one
    Unresponsive, ///< the service doesn't answer, or can't be started
    NoCollection, ///< the service has no default collection ("keyring") to store entries in
    Locked,       ///< the default collection is locked
    Open,         ///< the default collection is unlocked
};

/// Asks the session bus, over a connection of its own. Never starts a prompt. Blocks, for up to @p limit at each
/// question that isn't answered: call it on a worker thread. Source: Secret Service API draft 0.2, D-Bus specification.
[[nodiscard]] SecretServiceState askSecretService(std::chrono::milliseconds limit);

/// Makes libsecret, which QtKeychain shares with the whole process, open a new session with the Secret Service for the
/// next operation. Its present session is of no use after the service was restarted. Operations that are running are
/// not affected. Call it on the thread that runs QtKeychain's jobs.
void dropSecretServiceSession();

/// GLib ends a program by SIGTERM when its connection to the session bus closes, and with it keys that are only in
/// memory. Turns that off for the connection that libsecret is using; asynchronous. Call it after an operation has
/// succeeded, on the thread that runs QtKeychain's jobs. Source: g_dbus_connection_set_exit_on_close().
void surviveEndOfSessionBus();

} // namespace CommKeys
