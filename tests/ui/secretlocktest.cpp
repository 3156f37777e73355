// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lock/secretlock.h"

#include "support/manualclock.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

class SecretLockTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<ManualClock>();
        m_screen = std::make_unique<ScreenLockWatch>();
        m_settings = std::make_unique<SettingsStore>(m_folder->filePath(u"settings.ini"_s));
        m_lock = std::make_unique<SecretLock>(*m_settings, *m_screen, *m_clock, nullptr);
        m_locked = std::make_unique<QSignalSpy>(m_lock.get(), &SecretLock::locked);
    }

    void cleanup()
    {
        m_lock.reset();
        m_settings.reset();
    }

    void unlessItIsSetBeingIdleChangesNothing()
    {
        pass(24h);
        QCOMPARE(m_locked->count(), 0);
    }

    void locksWhenNothingWasDoneForSoLong()
    {
        setIdleLimit(5min);
        pass(4min);
        QCOMPARE(m_locked->count(), 0);
        pass(1min);
        QCOMPARE(m_locked->count(), 1);
        QVERIFY(m_locked->first().first().toString().contains(u'5'));
        pass(24h);
        QCOMPARE(m_locked->count(), 1);
    }

    void everyUseBeginsTheTimeAnew()
    {
        setIdleLimit(5min);
        QWidget window;
        window.show();
        pass(4min);
        QTest::keyClick(&window, Qt::Key_A);
        pass(4min);
        QTest::mouseMove(&window, QPoint(1, 1));
        QTest::mouseClick(&window, Qt::LeftButton);
        pass(4min);
        QCOMPARE(m_locked->count(), 0);
        pass(1min);
        QCOMPARE(m_locked->count(), 1);
    }

    void afterItWasUsedAgainItLocksAgain()
    {
        setIdleLimit(5min);
        QWidget window;
        window.show();
        pass(5min);
        QTest::keyClick(&window, Qt::Key_A);
        pass(5min);
        QCOMPARE(m_locked->count(), 2);
    }

    // Timers stand still meanwhile, so the first thing that is heard is the key that wakes it.
    void aComputerThatSleptLongerFindsItLocked()
    {
        setIdleLimit(5min);
        QWidget window;
        window.show();
        m_clock->advance(8h);
        QTest::keyClick(&window, Qt::Key_A);
        QCOMPARE(m_locked->count(), 1);
    }

    void theTimeCanBeChangedAndTakenBack()
    {
        setIdleLimit(5min);
        pass(4min);
        setIdleLimit(10min);
        pass(9min);
        QCOMPARE(m_locked->count(), 0);
        setIdleLimit(0min);
        pass(24h);
        QCOMPARE(m_locked->count(), 0);
    }

    void locksWithTheScreenUnlessThatIsTurnedOff()
    {
        emit m_screen->locked();
        QCOMPARE(m_locked->count(), 1);
        QVERIFY(m_locked->first().first().toString().contains(u"screen"_s));
        Settings settings;
        settings.locksWithScreen = false;
        QVERIFY(m_settings->save(settings));
        emit m_screen->locked();
        QCOMPARE(m_locked->count(), 1);
    }

private:
    void setIdleLimit(std::chrono::minutes limit)
    {
        Settings settings = m_settings->settings();
        settings.locksAfterIdle = limit;
        QVERIFY(m_settings->save(settings));
    }
    void pass(std::chrono::milliseconds time)
    {
        m_clock->advance(time);
        QCoreApplication::processEvents();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<ScreenLockWatch> m_screen;
    std::unique_ptr<SettingsStore> m_settings;
    std::unique_ptr<SecretLock> m_lock;
    std::unique_ptr<QSignalSpy> m_locked;
};

} // namespace CommKeys

QTEST_MAIN(CommKeys::SecretLockTest)
#include "secretlocktest.moc"
