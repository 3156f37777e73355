// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lock/screenlockwatch.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

const QString loginService = u"org.freedesktop.login1"_s;

// Source: org.freedesktop.login1(5). A program that the user's service manager has started belongs to no session by its
// process id; XDG_SESSION_ID names the session then.
QDBusMessage askForSession()
{
    const QString id = qEnvironmentVariable("XDG_SESSION_ID");
    QDBusMessage call =
        QDBusMessage::createMethodCall(loginService, u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s,
                                       id.isEmpty() ? u"GetSessionByPID"_s : u"GetSession"_s);
    call.setArguments({id.isEmpty() ? QVariant(0U) : QVariant(id)});
    return call;
}

class LinuxScreenLockWatch final : public ScreenLockWatch
{
    Q_OBJECT

public:
    explicit LinuxScreenLockWatch(QObject* parent) : ScreenLockWatch(parent)
    {
        // Each desktop has the object at a path and under a service of its own. A false one can do no more than have
        // keys forgotten that can be had again.
        for (const QString& interface : {u"org.freedesktop.ScreenSaver"_s, u"org.gnome.ScreenSaver"_s}) {
            QDBusConnection::sessionBus().connect({}, {}, interface, u"ActiveChanged"_s, this,
                                                  SLOT(screenSaverChanged(bool)));
        }
        auto* answer = new QDBusPendingCallWatcher(QDBusConnection::systemBus().asyncCall(askForSession()), this);
        connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
            const QDBusPendingReply<QDBusObjectPath> session = *answer;
            if (!session.isError()) {
                QDBusConnection::systemBus().connect(loginService, session.value().path(),
                                                     u"org.freedesktop.login1.Session"_s, u"Lock"_s, this,
                                                     SLOT(sessionLocked()));
            }
            answer->deleteLater();
        });
    }

private slots:
    void screenSaverChanged(bool isActive)
    {
        if (isActive) {
            emit locked();
        }
    }
    void sessionLocked() { emit locked(); }
};

} // namespace

ScreenLockWatch* watchScreenLock(QObject* parent)
{
    return new LinuxScreenLockWatch(parent);
}

} // namespace CommKeys

#include "screenlockwatch_linux.moc"
