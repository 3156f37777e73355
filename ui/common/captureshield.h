// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPointer>
#include <QWindow>

class QWidget;

namespace CommKeys {

/// While one lives, the window of a widget is left out of screenshots, recordings and shared screens, where the system
/// can do that (Windows 10 2004 and later, macOS up to 14); elsewhere nothing happens. From macOS 15 on
/// ScreenCaptureKit ignores the sharing type of a window, so what captures the screen with it sees the secret.
///
/// It is raised only while a secret is to be read, and not all the time: people show this window in calls and put
/// pictures of it into reports, where all that is to be hidden is behind bullets anyway. Several shields may stand
/// before a window; it is seen again when the last one has gone. A hint, no lock: a camera sees what the person sees.
class CaptureShield
{
public:
    /// @p widget is in a window that has been shown; it need not outlive this.
    explicit CaptureShield(const QWidget& widget);
    ~CaptureShield();
    Q_DISABLE_COPY_MOVE(CaptureShield)

    /// True while a shield stands before this window, whether the system heeds it or not.
    [[nodiscard]] static bool isBefore(const QWindow& window);

private:
    QPointer<QWindow> m_window; ///< null: the widget was in no window of the system's
};

} // namespace CommKeys
