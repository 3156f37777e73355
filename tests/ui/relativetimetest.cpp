// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/relativetime.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

class RelativeTimeTest final : public QObject
{
    Q_OBJECT

private slots:
    void saysItInTheLargestWholeUnit_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("text");
        constexpr qint64 minute = 60;
        constexpr qint64 hour = 60 * minute;
        constexpr qint64 day = 24 * hour;
        QTest::newRow("now") << qint64(0) << u"just now"_s;
        QTest::newRow("59 seconds") << qint64(59) << u"just now"_s;
        QTest::newRow("a minute") << minute << u"1 minute(s) ago"_s;
        QTest::newRow("59 minutes") << hour - 1 << u"59 minute(s) ago"_s;
        QTest::newRow("an hour") << hour << u"1 hour(s) ago"_s;
        QTest::newRow("23 hours") << day - 1 << u"23 hour(s) ago"_s;
        QTest::newRow("a day") << day << u"1 day(s) ago"_s;
        QTest::newRow("12 days") << 12 * day + hour << u"12 day(s) ago"_s;
        QTest::newRow("97 days") << 97 * day << u"3 month(s) ago"_s;
        QTest::newRow("59 days") << 60 * day - 1 << u"59 day(s) ago"_s;
        QTest::newRow("60 days") << 60 * day << u"2 month(s) ago"_s;
        QTest::newRow("two years") << 730 * day << u"2 year(s) ago"_s;
        QTest::newRow("a clock that is ahead") << -hour << u"just now"_s;
    }

    void saysItInTheLargestWholeUnit()
    {
        QFETCH(qint64, seconds);
        const QDateTime now(QDate(2026, 1, 15), QTime(10, 42), Qt::UTC);
        QTEST(relativeTime(now.addSecs(-seconds), now), "text");
    }

    void theTimeZoneMakesNoDifference()
    {
        const QDateTime now(QDate(2026, 1, 15), QTime(10, 42), Qt::UTC);
        const QDateTime then = now.addSecs(-7200).toOffsetFromUtc(8 * 3600);
        QCOMPARE(relativeTime(then, now), u"2 hour(s) ago"_s);
    }

    void thereIsNothingToSayOfNoTime()
    {
        QCOMPARE(relativeTime(QDateTime(), QDateTime::currentDateTimeUtc()), QString());
    }
};

} // namespace CommKeys

QTEST_APPLESS_MAIN(CommKeys::RelativeTimeTest)
#include "relativetimetest.moc"
