// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lock/screenlockwatch.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

/// Answers as logind does, to whoever asks for the session of this test.
class StandInLogin final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public:
    int asked = 0;

public slots:
    QDBusObjectPath GetSession(const QString& id)
    {
        ++asked;
        return QDBusObjectPath(u"/org/freedesktop/login1/session/_3"_s + id);
    }
};

/// Over a real bus of its own, which plays both buses of a desktop. See CMakeLists.txt.
class ScreenLockWatchTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qputenv("DBUS_SYSTEM_BUS_ADDRESS", qgetenv("DBUS_SESSION_BUS_ADDRESS"));
        qputenv("XDG_SESSION_ID", "7");
        m_desktop =
            std::make_unique<QDBusConnection>(QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"desktop"_s));
        QVERIFY2(m_desktop->isConnected(), "the test wants a session bus");
        QVERIFY(m_desktop->registerService(u"org.freedesktop.login1"_s));
        QVERIFY(m_desktop->registerObject(u"/org/freedesktop/login1"_s, &m_login, QDBusConnection::ExportAllSlots));
        m_watch.reset(watchScreenLock(nullptr));
        QTRY_COMPARE(m_login.asked, 1);
        QTRY_VERIFY2(!m_watch->findChild<QDBusPendingCallWatcher*>(), "it has its answer");
        // The bus has heard of all that was asked for before when it answers this.
        QVERIFY(QDBusConnection::systemBus().interface()->isServiceRegistered(u"org.freedesktop.login1"_s));
    }

    void aScreenSaverThatStartsIsALock_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("interface");
        QTest::newRow("as specified") << u"/org/freedesktop/ScreenSaver"_s << u"org.freedesktop.ScreenSaver"_s;
        QTest::newRow("of KDE") << u"/ScreenSaver"_s << u"org.freedesktop.ScreenSaver"_s;
        QTest::newRow("of GNOME") << u"/org/gnome/ScreenSaver"_s << u"org.gnome.ScreenSaver"_s;
    }
    void aScreenSaverThatStartsIsALock()
    {
        QFETCH(QString, path);
        QFETCH(QString, interface);
        QSignalSpy locked(m_watch.get(), &ScreenLockWatch::locked);
        tellScreenSaver(path, interface, false);
        tellScreenSaver(path, interface, true);
        QTRY_COMPARE(locked.count(), 1);
        tellScreenSaver(path, interface, false);
        tellScreenSaver(path, interface, true);
        QTRY_COMPARE(locked.count(), 2);
    }

    // The last of the three shows that the first two have been heard and left alone.
    void onlyTheLockOfTheOwnSessionCounts()
    {
        QSignalSpy locked(m_watch.get(), &ScreenLockWatch::locked);
        QVERIFY(tellSession(u"_38"_s, u"Lock"_s));
        QVERIFY(tellSession(u"_37"_s, u"Unlock"_s));
        QVERIFY(tellSession(u"_37"_s, u"Lock"_s));
        QTRY_COMPARE(locked.count(), 1);
    }

private:
    void tellScreenSaver(const QString& path, const QString& interface, bool isActive) const
    {
        QDBusMessage message = QDBusMessage::createSignal(path, interface, u"ActiveChanged"_s);
        message.setArguments({isActive});
        QVERIFY(m_desktop->send(message));
    }
    [[nodiscard]] bool tellSession(const QString& session, const QString& what) const
    {
        return m_desktop->send(QDBusMessage::createSignal(u"/org/freedesktop/login1/session/"_s + session,
                                                          u"org.freedesktop.login1.Session"_s, what));
    }

    StandInLogin m_login;
    std::unique_ptr<QDBusConnection> m_desktop;
    std::unique_ptr<ScreenLockWatch> m_watch;
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::ScreenLockWatchTest)
#include "screenlockwatchtest.moc"
