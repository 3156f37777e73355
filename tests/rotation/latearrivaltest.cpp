// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rotation/latearrival.h"

#include <QTest>

using namespace std::chrono_literals;

namespace CommKeys {

class LateArrivalTest final : public QObject
{
    Q_OBJECT

private slots:
    void looksComeSoonAtFirstThenSeldomAndTheLastWhenNothingCanArriveAnyMore()
    {
        std::chrono::milliseconds sinceSent = 0ms;
        std::chrono::milliseconds last = 0ms;
        int looks = 0;
        while (const auto wait = LateArrival::waitBeforeNextLook(sinceSent)) {
            QVERIFY(*wait >= last);
            last = *wait;
            sinceSent += *wait;
            ++looks;
        }
        QCOMPARE(sinceSent, LateArrival::longest);
        QCOMPARE(looks, 6);
    }

    void whoComesLaterWaitsOnlyForTheRest()
    {
        QCOMPARE(LateArrival::waitBeforeNextLook(59s).value(), 1s);
        QCOMPARE(LateArrival::waitBeforeNextLook(60s).value(), 30s);
        QCOMPARE(LateArrival::waitBeforeNextLook(89'999ms).value(), 1ms);
        QVERIFY(!LateArrival::waitBeforeNextLook(90s));
        QVERIFY(!LateArrival::waitBeforeNextLook(24h));
    }
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::LateArrivalTest)
#include "latearrivaltest.moc"
