// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "theme/systemlook.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

/// Stands in for the desktop's portal.
class FakePortal final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    FakePortal() : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"portal"_s))
    {
        m_isThere = m_bus.registerObject(u"/org/freedesktop/portal/desktop"_s, this,
                                         QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals) &&
                    m_bus.registerService(u"org.freedesktop.portal.Desktop"_s);
    }
    ~FakePortal() override { QDBusConnection::disconnectFromBus(u"portal"_s); }

    [[nodiscard]] bool isThere() const { return m_isThere; }
    void choose(uint preference)
    {
        m_preference = preference;
        emit SettingChanged(u"org.freedesktop.appearance"_s, u"color-scheme"_s, QDBusVariant(preference));
    }

public slots:
    // Wrapped twice, as the real one does.
    QDBusVariant Read(const QString&, const QString&) const // NOLINT(readability-identifier-naming)
    {
        return QDBusVariant(QVariant::fromValue(QDBusVariant(m_preference)));
    }

signals:
    void SettingChanged(const QString& space, const QString& key, // NOLINT(readability-identifier-naming)
                        const QDBusVariant& value);

private:
    QDBusConnection m_bus;
    bool m_isThere = false;
    uint m_preference = 0;
};

} // namespace

/// On a session bus of its own, where no real portal answers.
class SystemLookTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
        QVERIFY2(m_daemon.waitForStarted() && m_daemon.waitForReadyRead(), qPrintable(m_daemon.errorString()));
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_daemon.readLine().trimmed());
    }
    void cleanupTestCase()
    {
        m_daemon.kill();
        m_daemon.waitForFinished();
    }

    void aDesktopWithoutAPortalSaysNothing()
    {
        const std::unique_ptr<SystemLook> look = makeSystemLook();
        QTest::qWait(50);
        QVERIFY(!look->scheme());
        QVERIFY(!look->impose(Theme::Dark));
    }

    void theDesktopsChoiceIsReadAtTheStart()
    {
        FakePortal portal;
        QVERIFY(portal.isThere());
        portal.choose(1);
        const std::unique_ptr<SystemLook> look = makeSystemLook();
        QTRY_COMPARE(look->scheme(), ColourScheme::Dark);
    }

    void aChangeIsToldAtOnce()
    {
        FakePortal portal;
        const std::unique_ptr<SystemLook> look = makeSystemLook();
        QSignalSpy changed(look.get(), &SystemLook::changed);
        // The first question is answered after whatever the bus had to do to join.
        QTRY_VERIFY([&] {
            portal.choose(1);
            return look->scheme() == ColourScheme::Dark;
        }());
        portal.choose(2);
        QTRY_COMPARE(look->scheme(), ColourScheme::Light);
        portal.choose(0);
        QTRY_VERIFY(!look->scheme());
        QCOMPARE(changed.count(), 3);
    }

private:
    QProcess m_daemon;
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::SystemLookTest)
#include "systemlooktest.moc"
