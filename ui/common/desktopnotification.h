// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace CommKeys {

/// Asks the desktop to show a short notice, in its own way and for as long as it likes: org.freedesktop.Notifications
/// on Linux, QSystemTrayIcon elsewhere. Nothing is waited for, and a desktop that has no such thing shows none. It can
/// be read by whoever looks at the screen, also when it is locked: no secret, no name of a resource.
void showDesktopNotification(const QString& title, const QString& text);

} // namespace CommKeys
