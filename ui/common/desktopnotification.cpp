// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/desktopnotification.h"

#include <QApplication>
#include <QSystemTrayIcon>
#include <QTimer>

using namespace std::chrono_literals;

namespace CommKeys {

void showDesktopNotification(const QString& title, const QString& text)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages()) {
        return;
    }
    // Only an icon that is shown may speak; it goes when the notice has been seen.
    auto* icon = new QSystemTrayIcon(QApplication::windowIcon(), QApplication::instance());
    QObject::connect(icon, &QSystemTrayIcon::messageClicked, icon, &QObject::deleteLater);
    QTimer::singleShot(30s, icon, &QObject::deleteLater);
    icon->show();
    icon->showMessage(title, text, QSystemTrayIcon::Information);
}

} // namespace CommKeys
