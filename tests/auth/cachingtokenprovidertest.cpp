// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/cachingtokenprovider.h"
#include "core/finishedjob.h"
#include "support/finishedresult.h"
#include "support/manualclock.h"

#include <QPointer>
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

/// Gives the same token until it is another one, as the Azure CLI does. Notes the claims that were asked for.
class StubbornSource final : public TokenSource
{
public:
    StubbornSource(Clock& clock, const QString& token, QStringList& asked)
        : m_clock(clock)
        , m_token(token)
        , m_asked(asked)
    {
    }

    [[nodiscard]] Error explainRefusal(const TokenRequest&, const Error& error) const override
    {
        Error explained = error;
        explained.message += u", explained"_s;
        return explained;
    }
    [[nodiscard]] JobOf<AccessToken>* acquire(const TokenRequest& request, QObject* parent) override
    {
        m_asked << request.claims;
        return new FinishedJob<AccessToken>(AccessToken{Secret::copyOf(m_token), m_clock.utcNow().addSecs(3600)},
                                            parent);
    }

private:
    Clock& m_clock;
    const QString& m_token;
    QStringList& m_asked;
};

/// Three at a time, each of which ends when the test lets it. Notes whom it has started.
class HeldSource final : public TokenSource
{
public:
    class Held final : public JobOf<AccessToken>
    {
    public:
        Held(HeldSource& source, const QString& tenant, QObject* parent)
            : JobOf<AccessToken>(parent)
            , m_source(source)
            , m_tenant(tenant)
        {
        }
        void release(const QDateTime& nowUtc)
        {
            finishWith(AccessToken{Secret::copyOf(m_tenant), nowUtc.addSecs(3600)});
        }

    private:
        void run() override
        {
            m_source.m_asked << m_tenant;
            m_source.m_held.insert(m_tenant, this);
        }

        HeldSource& m_source;
        const QString m_tenant;
    };

    HeldSource(QStringList& asked, QHash<QString, QPointer<Held>>& held) : m_asked(asked), m_held(held) {}

    [[nodiscard]] int mostAtOnce() const override { return 3; }
    [[nodiscard]] JobOf<AccessToken>* acquire(const TokenRequest& request, QObject* parent) override
    {
        return new Held(*this, request.tenant.toString(), parent);
    }

private:
    QStringList& m_asked;
    QHash<QString, QPointer<Held>>& m_held;
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

    void aRefusedTokenIsNotGivenAgainForTheSameOperation_data()
    {
        QTest::addColumn<QString>("claims");
        QTest::newRow("with a challenge") << u"{\"a\":1}"_s;
        QTest::newRow("without one") << QString();
    }

    void aRefusedTokenIsNotGivenAgainForTheSameOperation()
    {
        QFETCH(QString, claims);
        QString token = u"same"_s;
        QStringList asked;
        CachingTokenProvider provider(std::make_unique<StubbornSource>(*m_clock, token, asked), *m_clock);
        TokenRequest listing{TenantId(u"t"_s), u"a"_s};
        listing.operation = u"GET /subscriptions"_s;
        TokenRequest regenerating = listing;
        regenerating.operation = u"POST /regenerateKey"_s;
        QCOMPARE(finishedResult(provider.accessToken(regenerating, this))->revealText(), u"same"_s);

        TokenRequest refused = regenerating;
        refused.refused = Secret::copyOf(u"same");
        refused.claims = claims;
        const Error told = provider.noteRefusal(refused, Error::of(ErrorKind::NotSignedIn, u"no"_s));
        QCOMPARE(told.message, u"no, explained"_s);
        for (int times = 0; times < 3; ++times) {
            const Result<Secret> again = finishedResult(provider.accessToken(regenerating, this));
            QVERIFY(!again);
            QCOMPARE(again.error().message, u"no, explained"_s);
        }
        QVERIFY(!finishedResult(provider.accessToken(refused, this)));
        QCOMPARE(asked.last(), claims);
        QVERIFY2(finishedResult(provider.accessToken(listing, this)), "it is good for what it was not refused for");

        token = u"another"_s;
        QCOMPARE(finishedResult(provider.accessToken(regenerating, this))->revealText(), u"another"_s);
        const auto before = asked.size();
        QCOMPARE(finishedResult(provider.accessToken(regenerating, this))->revealText(), u"another"_s);
        QCOMPARE(asked.size(), before);
    }

    void anotherTenantsTokenIsNotRefusedWithIt()
    {
        QString token = u"same"_s;
        QStringList asked;
        CachingTokenProvider provider(std::make_unique<StubbornSource>(*m_clock, token, asked), *m_clock);
        TokenRequest refused{TenantId(u"t"_s), u"a"_s, Secret::copyOf(u"same"), {}, u"POST /x"_s};
        static_cast<void>(provider.noteRefusal(refused, Error::of(ErrorKind::NotSignedIn, u"no"_s)));
        TokenRequest other{TenantId(u"other"_s), u"a"_s, {}, {}, u"POST /x"_s};
        QVERIFY(finishedResult(provider.accessToken(other, this)));
        other.tenant = TenantId(u"T"_s);
        QVERIFY(!finishedResult(provider.accessToken(other, this)));
        provider.forgetAll();
        QVERIFY2(finishedResult(provider.accessToken(other, this)), "somebody has signed in anew");
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

    void fetchesWaitForEachOtherInTheOrderOfTheirAsking()
    {
        QStringList asked;
        CachingTokenProvider provider(std::make_unique<HeldSource>(asked, m_held), *m_clock);
        QStringList received;
        for (int i = 0; i < 7; ++i) {
            ask(provider, QString::number(i), received);
        }
        QTRY_COMPARE(asked, QStringList({u"0"_s, u"1"_s, u"2"_s}));
        release(u"1"_s);
        QTRY_COMPARE(asked.mid(3), QStringList{u"3"_s});
        release(u"0"_s);
        release(u"3"_s);
        QTRY_COMPARE(asked.mid(4), QStringList({u"4"_s, u"5"_s}));
        for (const QString& tenant : {u"5"_s, u"4"_s, u"2"_s}) {
            release(tenant);
        }
        QTRY_COMPARE(asked.mid(6), QStringList{u"6"_s});
        release(u"6"_s);
        QTRY_COMPARE(received, QStringList({u"1"_s, u"0"_s, u"3"_s, u"5"_s, u"4"_s, u"2"_s, u"6"_s}));
    }

    void aFetchThatNobodyWaitsForIsNeverStarted_data()
    {
        QTest::addColumn<bool>("isDeleted");
        QTest::newRow("cancelled") << false;
        QTest::newRow("deleted") << true;
    }

    void aFetchThatNobodyWaitsForIsNeverStarted()
    {
        QFETCH(bool, isDeleted);
        QStringList asked;
        CachingTokenProvider provider(std::make_unique<HeldSource>(asked, m_held), *m_clock);
        QStringList received;
        for (int i = 0; i < 3; ++i) {
            ask(provider, QString::number(i), received);
        }
        QPointer<Job> alone = ask(provider, u"alone"_s, received);
        QPointer<Job> oneOfTwo = ask(provider, u"shared"_s, received);
        ask(provider, u"shared"_s, received);
        QTRY_COMPARE(asked.size(), 3);
        for (const QPointer<Job>& job : {alone, oneOfTwo}) {
            if (isDeleted) {
                delete job;
            } else {
                job->cancel();
            }
        }
        for (int i = 0; i < 3; ++i) {
            release(QString::number(i));
        }
        QTRY_COMPARE(asked.mid(3), QStringList{u"shared"_s});
        release(u"shared"_s);
        QTRY_VERIFY(received.contains(u"shared"_s));
        QVERIFY(!asked.contains(u"alone"_s));
        // And it can be asked for again.
        ask(provider, u"alone"_s, received);
        QTRY_VERIFY(asked.contains(u"alone"_s));
        release(u"alone"_s);
        QTRY_VERIFY(received.contains(u"alone"_s));
    }

    void aRunningFetchOutlivesWhoAskedForIt()
    {
        QStringList asked;
        CachingTokenProvider provider(std::make_unique<HeldSource>(asked, m_held), *m_clock);
        QStringList received;
        QPointer<Job> job = ask(provider, u"0"_s, received);
        QTRY_COMPARE(asked.size(), 1);
        delete job;
        release(u"0"_s);
        ask(provider, u"0"_s, received);
        QTRY_COMPARE(received, QStringList{u"0"_s});
        QCOMPARE(asked.size(), 1);
    }

    void whoWaitsOutlivesTheProvider()
    {
        QStringList asked;
        QStringList received;
        {
            CachingTokenProvider provider(std::make_unique<HeldSource>(asked, m_held), *m_clock);
            for (int i = 0; i < 5; ++i) {
                ask(provider, QString::number(i), received);
            }
            QTRY_COMPARE(asked.size(), 3);
        }
        qDeleteAll(findChildren<Job*>(Qt::FindDirectChildrenOnly));
        QVERIFY(received.isEmpty());
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

    Job* ask(CachingTokenProvider& provider, const QString& tenant, QStringList& received)
    {
        JobOf<Secret>* job = provider.accessToken({TenantId(tenant), u"a"_s}, this);
        job->onFinished(this, [&received, tenant](const Result<Secret>& token) {
            if (token) {
                received << tenant;
            }
        });
        job->start();
        return job;
    }

    void release(const QString& tenant)
    {
        QVERIFY(m_held.value(tenant));
        m_held.take(tenant)->release(m_clock->utcNow());
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
    QHash<QString, QPointer<HeldSource::Held>> m_held;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<CachingTokenProvider> m_provider;
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::CachingTokenProviderTest)
#include "cachingtokenprovidertest.moc"
