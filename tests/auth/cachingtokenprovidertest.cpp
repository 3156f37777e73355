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

    [[nodiscard]] QList<TenantId> startTenants() const override { return tenants; }
    [[nodiscard]] JobOf<AccessToken>* acquire(const TokenRequest& request, QObject* parent) override
    {
        ++m_count;
        if (failures.contains(request.tenant)) {
            return new FinishedJob<AccessToken>(failures.value(request.tenant), parent);
        }
        if (request.audience.isEmpty()) {
            return new FinishedJob<AccessToken>(Error::of(ErrorKind::NotSignedIn, u"no"_s), parent);
        }
        const AccessToken token{Secret::copyOf(QString::number(m_count)), m_clock.utcNow().addSecs(3600)};
        return new FinishedJob<AccessToken>(token, parent);
    }

    QList<TenantId> tenants{TenantId()};
    QHash<TenantId, Error> failures;

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

    void requestWithoutTenant_oneRefuses_nextServes()
    {
        CountingSource& source = startingAt({u"a"_s, u"b"_s, u"c"_s});
        source.failures = {{TenantId(u"a"_s), refusal(400, u"blocked"_s)}, {TenantId(u"b"_s), refusal(401, u"no"_s)}};
        QCOMPARE(ask(), u"3"_s);
        // What a start tenant gave serves that tenant, and no other.
        const Result<Secret> ofC = finishedResult(m_provider->accessToken({TenantId(u"C"_s), u"a"_s}, this));
        QCOMPARE(ofC->revealText(), u"3"_s);
        const Result<Secret> ofA = finishedResult(m_provider->accessToken({TenantId(u"a"_s), u"a"_s}, this));
        QCOMPARE(ofA.error().message, u"blocked"_s);
    }

    void requestWithoutTenant_allRefuse_firstRefusalIsReported()
    {
        CountingSource& source = startingAt({u"a"_s, u"b"_s});
        source.failures = {{TenantId(u"a"_s), refusal(400, u"first"_s)}, {TenantId(u"b"_s), refusal(400, u"second"_s)}};
        QCOMPARE(finishedResult(m_provider->accessToken({{}, u"a"_s}, this)).error().message, u"first"_s);
        QCOMPARE(m_count, 2);
    }

    void requestWithoutTenant_serviceFails_nextIsNotTried_data()
    {
        QTest::addColumn<Error>("error");
        QTest::newRow("no network") << Error::of(ErrorKind::Network, u"down"_s);
        QTest::newRow("time-out") << Error::of(ErrorKind::Timeout, u"late"_s);
        QTest::newRow("signed out") << Error::of(ErrorKind::NotSignedIn, u"nobody"_s);
        QTest::newRow("busy") << refusal(503, u"busy"_s);
        Error throttled = refusal(429, u"slow down"_s);
        throttled.kind = ErrorKind::Throttled;
        QTest::newRow("throttled") << throttled;
    }

    void requestWithoutTenant_serviceFails_nextIsNotTried()
    {
        QFETCH(const Error, error);
        startingAt({u"a"_s, u"b"_s}).failures = {{TenantId(u"a"_s), error}};
        QCOMPARE(finishedResult(m_provider->accessToken({{}, u"a"_s}, this)).error().message, error.message);
        QCOMPARE(m_count, 1);
    }

    void requestWithoutTenant_claimsAreRefused_nextIsNotTried()
    {
        startingAt({u"a"_s, u"b"_s}).failures = {{TenantId(u"a"_s), refusal(400, u"more proof"_s)}};
        const TokenRequest request{{}, u"a"_s, {}, u"{\"c\":1}"_s};
        QCOMPARE(finishedResult(m_provider->accessToken(request, this)).error().message, u"more proof"_s);
        QCOMPARE(m_count, 1);
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
    CountingSource& startingAt(const QStringList& tenants)
    {
        auto source = std::make_unique<CountingSource>(*m_clock, m_count);
        CountingSource& made = *source;
        made.tenants = QList<TenantId>(tenants.begin(), tenants.end());
        m_provider = std::make_unique<CachingTokenProvider>(std::move(source), *m_clock);
        return made;
    }

    static Error refusal(int status, const QString& message)
    {
        Error error = Error::of(ErrorKind::Forbidden, message);
        error.httpStatus = status;
        return error;
    }

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
