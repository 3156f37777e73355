// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/manualclock.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace CommKeys;

class ManualClockTest : public QObject
{
    Q_OBJECT

private slots:
    void timeStandsStillUntilItIsTurned()
    {
        ManualClock clock;
        const QDateTime before = clock.utcNow();
        QTest::qWait(5);
        QCOMPARE(clock.utcNow(), before);
        clock.advance(std::chrono::seconds(90));
        QCOMPARE(before.secsTo(clock.utcNow()), 90);
    }

    void aCallRunsFromTheEventLoopOnceItsTimeHasCome()
    {
        ManualClock clock;
        int calls = 0;
        clock.callAfter(std::chrono::seconds(5), this, [&calls] { ++calls; });
        clock.advance(std::chrono::milliseconds(4999));
        QTest::qWait(0);
        QCOMPARE(calls, 0);
        clock.advance(std::chrono::milliseconds(1));
        QCOMPARE(calls, 0);
        QTest::qWait(0);
        QCOMPARE(calls, 1);
        clock.advance(std::chrono::hours(1));
        QTest::qWait(0);
        QCOMPARE(calls, 1);
    }

    void aCallWithoutDelayIsDueAtOnce()
    {
        ManualClock clock;
        int calls = 0;
        clock.callAfter(std::chrono::milliseconds(0), this, [&calls] { ++calls; });
        QCOMPARE(calls, 0);
        QTRY_COMPARE(calls, 1);
    }

    void callsRunInTheOrderOfTheirTimes()
    {
        ManualClock clock;
        QString order;
        clock.callAfter(std::chrono::seconds(3), this, [&order] { order += u'c'; });
        clock.callAfter(std::chrono::seconds(1), this, [&order] { order += u'a'; });
        clock.callAfter(std::chrono::seconds(1), this, [&order] { order += u'b'; });
        QCOMPARE(clock.waiting(), 3);
        QCOMPARE(clock.untilNext(), std::chrono::milliseconds(1000));
        clock.advance(std::chrono::seconds(3));
        QTRY_COMPARE(order, u"abc"_s);
        QVERIFY(!clock.untilNext());
    }

    void nobodyIsCalledWhoIsGone()
    {
        ManualClock clock;
        int calls = 0;
        auto early = std::make_unique<QObject>();
        auto late = std::make_unique<QObject>();
        clock.callAfter(std::chrono::seconds(1), early.get(), [&calls] { ++calls; });
        clock.callAfter(std::chrono::seconds(1), late.get(), [&calls] { ++calls; });
        early.reset();
        QCOMPARE(clock.waiting(), 1);
        clock.advance(std::chrono::seconds(1));
        late.reset();
        QTest::qWait(0);
        QCOMPARE(calls, 0);
    }
};

QTEST_GUILESS_MAIN(ManualClockTest)
#include "manualclocktest.moc"
