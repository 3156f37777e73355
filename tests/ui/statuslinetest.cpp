// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/statusline.h"

#include "britishenglish.h"
#include "support/manualclock.h"
#include "ui/byname.h"

#include <QStatusBar>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

class StatusLineTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_bar = std::make_unique<QStatusBar>();
        m_line = new StatusLine(*m_bar, m_clock);
    }

    void countsAreGroupedAndInTheRightNumber()
    {
        m_line->showCounts(1204, 14, {});
        QVERIFY(says(*m_bar, u"1,204 resources in 14 subscriptions"_s));
        m_line->showCounts(1, 1, {});
        QVERIFY(says(*m_bar, u"1 resource in 1 subscription"_s));
        m_line->showCounts(0, 2, {});
        QVERIFY(says(*m_bar, u"0 resources in 2 subscriptions"_s));
        m_line->clearCounts();
        QVERIFY(!says(*m_bar, u"resources"_s));
    }

    void saysWhenTheListWasBroughtUpToDate()
    {
        const QDateTime local(QDate(2026, 1, 15), QTime(10, 42, 7));
        m_line->showCounts(2, 2, local.toUTC());
        QVERIFY(says(*m_bar, u"2 resources in 2 subscriptions · updated 10:42"_s));
    }

    void aWaitIsCountedDownByItself()
    {
        m_line->showWait(6s);
        QVERIFY(says(*m_bar, u"Azure asks to wait: trying again in 6 s"_s));
        m_clock.advance(1s);
        QTRY_VERIFY(says(*m_bar, u"Azure asks to wait: trying again in 5 s"_s));
        m_clock.advance(5s);
        QTRY_VERIFY(!says(*m_bar, u"Azure asks to wait"_s));
    }

    void aNewWaitTakesThePlaceOfTheOneBefore()
    {
        m_line->showWait(60s);
        m_line->showWait(3s);
        m_clock.advance(1s);
        QTRY_VERIFY(says(*m_bar, u"trying again in 2 s"_s));
        m_line->clearWait();
        m_clock.advance(1s);
        QCoreApplication::processEvents();
        QVERIFY(!says(*m_bar, u"trying again"_s));
    }

    void saysHowLongTheClipboardHoldsASecret()
    {
        m_line->showClipboard(24s);
        QVERIFY(says(*m_bar, u"Clipboard clears in 24 s"_s));
        m_line->clearClipboard();
        QVERIFY(!says(*m_bar, u"Clipboard"_s));
    }

private:
    ManualClock m_clock;
    std::unique_ptr<QStatusBar> m_bar;
    StatusLine* m_line = nullptr;
    const BritishEnglish m_english;
};

} // namespace CommKeys

QTEST_MAIN(CommKeys::StatusLineTest)
#include "statuslinetest.moc"
