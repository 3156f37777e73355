// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/bringtofront.h"

#include <QApplication>
#include <QWidget>

namespace CommKeys {

void bringToFront(QWidget& window, const QString& activationToken)
{
    if (!activationToken.isEmpty()) {
        qputenv("XDG_ACTIVATION_TOKEN", activationToken.toUtf8()); // where Qt takes it from, and wipes it
    }
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    QWidget* dialog = QApplication::activeModalWidget();
    (dialog != nullptr ? dialog : &window)->activateWindow();
    QApplication::alert(&window);
}

} // namespace CommKeys
