// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/retrypolicy.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

Error errorOf(ErrorKind kind, int status = 0, std::optional<std::chrono::milliseconds> wait = {})
{
    Error error = Error::of(kind, u"x"_s);
    error.httpStatus = status;
    error.retryAfter = wait;
    return error;
}

} // namespace

class RetryPolicyTest final : public QObject
{
    Q_OBJECT

private slots:
    void whoGoesAgain_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("reading");
        QTest::addColumn<bool>("asking");
        QTest::newRow("429") << ErrorKind::Throttled << 429 << true << true;
        QTest::newRow("503 with Retry-After") << ErrorKind::Throttled << 503 << true << true;
        QTest::newRow("503 without") << ErrorKind::Server << 503 << true << false;
        QTest::newRow("500") << ErrorKind::Server << 500 << true << false;
        QTest::newRow("408") << ErrorKind::Timeout << 408 << true << false;
        QTest::newRow("broken connection") << ErrorKind::Network << 0 << true << false;
        QTest::newRow("time-out") << ErrorKind::Timeout << 0 << true << false;
        QTest::newRow("400") << ErrorKind::Server << 400 << false << false;
        QTest::newRow("401") << ErrorKind::NotSignedIn << 401 << false << false;
        QTest::newRow("403") << ErrorKind::Forbidden << 403 << false << false;
        QTest::newRow("404") << ErrorKind::NotFound << 404 << false << false;
        QTest::newRow("409") << ErrorKind::Conflict << 409 << false << false;
        QTest::newRow("certificate") << ErrorKind::Tls << 0 << false << false;
        QTest::newRow("rubbish") << ErrorKind::BadAnswer << 200 << false << false;
    }

    void whoGoesAgain()
    {
        QFETCH(ErrorKind, kind);
        QFETCH(int, status);
        QFETCH(bool, reading);
        QFETCH(bool, asking);
        const Error error = errorOf(kind, status);
        QCOMPARE(retryDelay(RetryRule::WhenUnclear, error, 0, 0).has_value(), reading);
        QCOMPARE(retryDelay(RetryRule::OnlyWhenNotDone, error, 0, 0).has_value(), asking);
        QVERIFY(!retryDelay(RetryRule::Never, error, 0, 0));
    }

    void theServersWordComesFirst()
    {
        const Error error = errorOf(ErrorKind::Throttled, 429, 6s);
        QCOMPARE(retryDelay(RetryRule::WhenUnclear, error, 3, 1.0), std::optional<std::chrono::milliseconds>(6s));
    }

    void withoutAWordItWaitsTwiceAsLongEachTimeLessTheJitter()
    {
        const Error error = errorOf(ErrorKind::Throttled, 429);
        QCOMPARE(retryDelay(RetryRule::WhenUnclear, error, 0, 0.0), std::optional<std::chrono::milliseconds>(1s));
        QCOMPARE(retryDelay(RetryRule::WhenUnclear, error, 1, 0.0), std::optional<std::chrono::milliseconds>(2s));
        QCOMPARE(retryDelay(RetryRule::WhenUnclear, error, 3, 0.0), std::optional<std::chrono::milliseconds>(8s));
        QCOMPARE(retryDelay(RetryRule::WhenUnclear, error, 3, 1.0), std::optional<std::chrono::milliseconds>(4s));
    }

    void givesUpAfterFourRetriesAndForWaitsThatNobodyWatches()
    {
        QVERIFY(!retryDelay(RetryRule::WhenUnclear, errorOf(ErrorKind::Throttled, 429), 4, 0));
        QVERIFY(!retryDelay(RetryRule::WhenUnclear, errorOf(ErrorKind::Throttled, 429, 1h), 0, 0));
        QVERIFY(retryDelay(RetryRule::WhenUnclear, errorOf(ErrorKind::Throttled, 429, 2min), 0, 0));
    }
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::RetryPolicyTest)
#include "retrypolicytest.moc"
