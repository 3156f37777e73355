// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/desktopnotification.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace CommKeys {

void showDesktopNotification(const QString& title, const QString& text)
{
    constexpr uint replacesNone = 0;
    constexpr int asLongAsTheDesktopLikes = -1;
    QDBusMessage call =
        QDBusMessage::createMethodCall(u"org.freedesktop.Notifications"_s, u"/org/freedesktop/Notifications"_s,
                                       u"org.freedesktop.Notifications"_s, u"Notify"_s);
    const QVariantMap hints{{u"desktop-entry"_s, QGuiApplication::desktopFileName()}};
    // The body may be markup.
    call << QCoreApplication::applicationName() << replacesNone << QGuiApplication::desktopFileName() << title
         << text.toHtmlEscaped() << QStringList() << hints << asLongAsTheDesktopLikes;
    QDBusConnection::sessionBus().send(call);
}

} // namespace CommKeys
