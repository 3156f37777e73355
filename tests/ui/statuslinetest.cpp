// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/statusline.h"

#include "britishenglish.h"
#include "common/retrytext.h"
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
        m_line->showWait(6s, throttled());
        QVERIFY(says(*m_bar, u"Azure is throttling requests. Retrying in 6 s"_s));
        m_clock.advance(1s);
        QTRY_VERIFY(says(*m_bar, u"Azure is throttling requests. Retrying in 5 s"_s));
        m_clock.advance(5s);
        QTRY_VERIFY(!says(*m_bar, u"Retrying"_s));
    }

    void wait_forAnotherReason_isNotCalledThrottling_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        for (const ErrorKind kind : {ErrorKind::Network, ErrorKind::Timeout, ErrorKind::Server}) {
            QTest::newRow(qPrintable(nameOf(kind))) << kind;
        }
    }

    void wait_forAnotherReason_isNotCalledThrottling()
    {
        QFETCH(const ErrorKind, kind);
        m_line->showWait(6s, Error::of(kind, u"It broke."_s));
        QVERIFY(says(*m_bar, u"A request failed. Retrying in 6 s"_s));
        QCOMPARE(retryText(Error::of(kind, u"It broke."_s), 2s).left(9), u"It broke."_s);
        QVERIFY(retryText(throttled(), 2s).startsWith(u"Azure is throttling requests."_s));
    }

    void aNewWaitTakesThePlaceOfTheOneBefore()
    {
        m_line->showWait(60s, throttled());
        m_line->showWait(3s, throttled());
        m_clock.advance(1s);
        QTRY_VERIFY(says(*m_bar, u"Retrying in 2 s"_s));
        m_line->clearWait();
        m_clock.advance(1s);
        QCoreApplication::processEvents();
        QVERIFY(!says(*m_bar, u"Retrying"_s));
    }

    void saysHowLongTheClipboardHoldsASecret()
    {
        m_line->showClipboard(24s);
        QVERIFY(says(*m_bar, u"Clipboard clears in 24 s"_s));
        m_line->clearClipboard();
        QVERIFY(!says(*m_bar, u"Clipboard"_s));
    }

    void clipboardNotCleared_isSaidUntilItIs()
    {
        m_line->showClipboard(1s);
        m_line->showClipboardNotCleared();
        QVERIFY(says(*m_bar, u"The clipboard couldn't be cleared. Click this window to clear it."_s));
        QVERIFY(!says(*m_bar, u"Clipboard clears"_s));
        QEvent change(QEvent::LanguageChange);
        QCoreApplication::sendEvent(m_bar.get(), &change);
        QVERIFY(says(*m_bar, u"The clipboard couldn't be cleared."_s));
        m_line->clearClipboard();
        QVERIFY(!says(*m_bar, u"couldn't be cleared"_s));
    }

private:
    [[nodiscard]] static Error throttled() { return Error::of(ErrorKind::Throttled, u"Too many requests."_s); }

    ManualClock m_clock;
    std::unique_ptr<QStatusBar> m_bar;
    StatusLine* m_line = nullptr;
    const BritishEnglish m_english;
};

} // namespace CommKeys

QTEST_MAIN(CommKeys::StatusLineTest)
#include "statuslinetest.moc"
