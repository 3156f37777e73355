// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace CommKeys {

/// Tells when the screen of the person's session is locked, where the system tells it.
class ScreenLockWatch : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

signals:
    void locked();
};

/// The system's: on Linux by the session's screen saver and logind over D-Bus, on Windows by the session's
/// notifications, on macOS by the distributed notification of the login window. Where none of them is there, it is
/// silent.
[[nodiscard]] ScreenLockWatch* watchScreenLock(QObject* parent);

} // namespace CommKeys
