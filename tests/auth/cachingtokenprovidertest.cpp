// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/cachingtokenprovider.h"
#include "core/finishedjob.h"
#include "support/finishedresult.h"
#include "support/manualclock.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

/// Numbers its tokens; each is good for an hour.
class CountingSource final : public TokenSource
{
public:
    CountingSource(Clock& clock, int& count) : m_clock(clock), m_count(count) {}

    [[nodiscard]] JobOf<AccessToken>* acquire(const TokenRequest& request, QObject* parent) override
    {
        ++m_count;
        if (request.audience.isEmpty()) {
            return new FinishedJob<AccessToken>(Error::of(ErrorKind::NotSignedIn, u"no"_s), parent);
        }
        const AccessToken token{Secret::copyOf(QString::number(m_count)), m_clock.utcNow().addSecs(3600)};
        return new FinishedJob<AccessToken>(token, parent);
    }

private:
    Clock& m_clock;
    int& m_count;
};

} // namespace

class CachingTokenProviderTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_count = 0;
        m_clock = std::make_unique<ManualClock>();
        m_provider =
            std::make_unique<CachingTokenProvider>(std::make_unique<CountingSource>(*m_clock, m_count), *m_clock);
    }

    void remembersATokenUntilFiveMinutesBeforeItsEnd()
    {
        QCOMPARE(ask(), u"1"_s);
        m_clock->advance(54min);
        QCOMPARE(ask(), u"1"_s);
        m_clock->advance(2min);
        QCOMPARE(ask(), u"2"_s);
    }

    void aRefusedOneIsNeverAnsweredAgain()
    {
        QCOMPARE(ask(), u"1"_s);
        QCOMPARE(ask(u"1"_s), u"2"_s);
        QCOMPARE(ask(), u"2"_s);
    }

    void whoComesLateWithARefusedOneGetsWhatWasFetchedSince()
    {
        QCOMPARE(ask(), u"1"_s);
        QCOMPARE(ask(u"1"_s), u"2"_s);
        QCOMPARE(ask(u"1"_s), u"2"_s);
    }

    void whatAnsweredAChallengeIsRememberedForEverybody()
    {
        QCOMPARE(ask(), u"1"_s);
        QCOMPARE(ask(u"1"_s, u"{\"a\":1}"_s), u"2"_s);
        QCOMPARE(ask(), u"2"_s);
    }

    void afterASignInAllIsFetchedAgain()
    {
        QCOMPARE(ask(), u"1"_s);
        m_provider->forgetAll();
        QCOMPARE(ask(), u"2"_s);
    }

    void tenantsAndAudiencesHaveTokensOfTheirOwn()
    {
        QCOMPARE(ask(), u"1"_s);
        QCOMPARE(askFor({TenantId(u"t"_s), u"a"_s}), u"2"_s);
        QCOMPARE(askFor({TenantId(u"T"_s), u"a"_s}), u"2"_s);
        QCOMPARE(askFor({TenantId(u"t"_s), u"b"_s}), u"3"_s);
    }

    void requestsAtTheSameTimeShareOneFetch()
    {
        QStringList received;
        for (int i = 0; i < 8; ++i) {
            m_provider->accessToken({{}, u"a"_s}, this)
                ->onFinished(this, [&](const Result<Secret>& token) { received << token->revealText(); })
                ->start();
        }
        QTRY_COMPARE(received.size(), 8);
        QCOMPARE(m_count, 1);
    }

    void aFailureReachesEverybodyAndIsNotRemembered()
    {
        QVERIFY(!finishedResult(m_provider->accessToken({}, this)));
        QVERIFY(!finishedResult(m_provider->accessToken({}, this)));
        QCOMPARE(m_count, 2);
    }

private:
    QString ask(const QString& refused = {}, const QString& claims = {})
    {
        TokenRequest request{{}, u"a"_s};
        request.refused = Secret::copyOf(refused);
        request.claims = claims;
        return askFor(request);
    }

    QString askFor(const TokenRequest& request)
    {
        return finishedResult(m_provider->accessToken(request, this))->revealText();
    }

    int m_count = 0;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<CachingTokenProvider> m_provider;
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::CachingTokenProviderTest)
#include "cachingtokenprovidertest.moc"
