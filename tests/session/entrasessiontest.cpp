// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/entraworld.h"
#include "azure/inventoryjob.h"
#include "session/democloud.h"
#include "session/openaccountjob.h"
#include "session/opensigninjob.h"
#include "support/sharedstore.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

/// From the sign-in to the list, in a cloud of one's own behind real sockets.
class EntraSessionTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<EntraWorld>();
        m_clock = std::make_shared<ManualClock>(m_world->clock.utcNow());
        m_entries.clear();
        m_store = std::make_shared<SharedStore>(m_entries);
        m_settings.armEndpoint = m_world->server.baseUrl().toString();
        m_settings.clientId = m_world->clientId;
        m_supplies = supplies();
    }

    void cleanup()
    {
        m_supplies = {};
        m_world.reset();
    }

    void aPersonSignsInAndSeesEverything()
    {
        const std::shared_ptr<Session> session = signIn();
        QCOMPARE(session->account(), u"avery@contoso.example"_s);
        QCOMPARE(session->identity()->accounts().size(), 1);
        const Result<Inventory> inventory = list(*session);
        QVERIFY(inventory);
        QCOMPARE(inventory->tenants.size(), 2);
        QCOMPARE(inventory->resources.size(), 33);
        QVERIFY(inventory->failures.isEmpty());
        // The token that came with the sign-in served the home tenant.
        QCOMPARE(m_world->server.azure().count("POST", u"/token"_s), 2);
    }

    void theNextStartGoesOnWithoutAsking()
    {
        QVERIFY(signIn());
        keep();
        m_supplies = supplies();
        const Result<std::shared_ptr<Session>> session = resume();
        QVERIFY2(session, qPrintable(session ? QString() : session.error().toText()));
        QVERIFY(*session);
        QCOMPARE((*session)->account(), u"avery@contoso.example"_s);
        QCOMPARE(list(**session)->resources.size(), 33);
        QCOMPARE(m_world->opened.size(), 1);
    }

    void whereNobodyIsSignedInNothingIsOpened()
    {
        const Result<std::shared_ptr<Session>> session = resume();
        QVERIFY(session);
        QVERIFY(!*session);
    }

    void aLockedKeychainAtTheStartIsTold()
    {
        QVERIFY(signIn());
        keep();
        m_supplies = supplies();
        m_store->fails = Error::of(ErrorKind::KeychainLocked, u"locked"_s);
        const Result<std::shared_ptr<Session>> session = resume();
        QVERIFY(!session);
        QCOMPARE(session.error().kind, ErrorKind::KeychainLocked);
        m_store->fails.reset();
        QVERIFY(*resume());
    }

    void aKeychainThatRefusesCostsNobodyTheirSignIn()
    {
        m_store->fails = Error::of(ErrorKind::KeychainLocked, u"locked"_s);
        const std::shared_ptr<Session> session = signIn();
        std::optional<Error> notKept;
        connect(session->identity(), &Identity::notKept, this, [&](const Error& error) { notKept = error; });
        keep();
        QTRY_VERIFY(notKept);
        QCOMPARE(notKept->kind, ErrorKind::KeychainLocked);
        QCOMPARE(list(*session)->resources.size(), 33);
    }

    void aTenantThatWantsMoreIsNamedAndTheOthersAreListed()
    {
        m_world->policy().mfaTenants = {u"Fabrikam"_s};
        const std::shared_ptr<Session> session = signIn();
        const Result<Inventory> inventory = list(*session);
        QVERIFY(inventory);
        QVERIFY(!inventory->resources.isEmpty());
        QCOMPARE(inventory->failures.size(), 1);
        QCOMPARE(inventory->failures.first().name, u"Fabrikam"_s);
        const std::optional<SignInHint> hint = inventory->failures.first().error.signIn;
        QVERIFY(hint);
        const Result<Account> account = finishedResult<Account>(session->identity()->signIn(
            {SignInWay::Browser, hint->tenant.toString(), session->account(), hint->claims}, this));
        QVERIFY2(account, qPrintable(account ? QString() : account.error().toText()));
        QCOMPARE(list(*session)->resources.size(), 33);
    }

    void aClaimsChallengeInTheMiddleOfAListingIsAnsweredSilently()
    {
        const std::shared_ptr<Session> session = signIn();
        QVERIFY(list(*session));
        m_world->policy().claimsChallenge = QJsonObject{{u"access_token"_s, QJsonObject{{u"nbf"_s, QJsonObject()}}}};
        m_world->server.azure().clearLog();
        const Result<Inventory> inventory = list(*session);
        QVERIFY(inventory);
        QCOMPARE(inventory->resources.size(), 33);
        QVERIFY(inventory->failures.isEmpty());
        // One renewal a tenant, however many requests were refused.
        QCOMPARE(m_world->server.azure().count("POST", u"/token"_s), 2);
        QCOMPARE(m_world->opened.size(), 1);
    }

    void aClaimsChallengeThatWantsThePersonSaysWhatItWants()
    {
        const std::shared_ptr<Session> session = signIn();
        m_world->policy().claimsChallenge = QJsonObject{{u"access_token"_s, QJsonObject{{u"acrs"_s, QJsonObject()}}}};
        m_world->policy().claimsOnlyInteractively = true;
        const Result<Inventory> refused = list(*session);
        QVERIFY(!refused);
        QVERIFY(refused.error().signIn);
        QVERIFY(refused.error().signIn->claims.contains(u"acrs"_s));
        const SignInHint hint = *refused.error().signIn;
        QVERIFY(finishedResult<Account>(session->identity()->signIn(
            {SignInWay::Browser, hint.tenant.toString(), session->account(), hint.claims}, this)));
        const Result<Inventory> inventory = list(*session);
        QVERIFY2(inventory, qPrintable(inventory ? QString() : inventory.error().toText()));
    }

    void personalAccount_listsEverything_nowAndAfterARestart()
    {
        m_world->policy().person = u"robin@outlook.example"_s;
        const std::shared_ptr<Session> session = signIn();
        const Result<Inventory> inventory = list(*session);
        QVERIFY2(inventory, qPrintable(inventory ? QString() : inventory.error().toText()));
        QCOMPARE(inventory->resources.size(), 33);
        QVERIFY(inventory->failures.isEmpty());
        keep();
        m_supplies = supplies();
        const Result<std::shared_ptr<Session>> next = resume();
        QCOMPARE(list(**next)->resources.size(), 33);
    }

    void guest_homeRefuses_isOneFailureBesideTheRest_data()
    {
        QTest::addColumn<int>("code");
        for (const int code : {53003, 700016, 500011, 90072, 50105}) {
            QTest::addRow("AADSTS%d", code) << code;
        }
    }

    void guest_homeRefuses_isOneFailureBesideTheRest()
    {
        QFETCH(const int, code);
        m_world->policy().refusals = {{u"Contoso"_s, code}};
        m_settings.tenant = u"fabrikam.example"_s;
        for (const bool isRestarted : {false, true}) {
            const std::shared_ptr<Session> session = isRestarted ? *resume() : signIn();
            const Result<Inventory> inventory = list(*session);
            QVERIFY2(inventory, qPrintable(inventory ? QString() : inventory.error().toText()));
            QVERIFY(!inventory->resources.isEmpty());
            QCOMPARE(inventory->failures.size(), 1);
            QCOMPARE(inventory->failures.first().name, u"Contoso"_s);
            QCOMPARE(inventory->failures.first().error.detail.code, u"AADSTS%1"_s.arg(code));
            keep();
            m_supplies = supplies();
        }
        m_settings.tenant.clear();
    }

    void severalAccountsStandBesideEachOther()
    {
        QVERIFY(signIn());
        m_world->policy().person = u"jordan@fabrikam.example"_s;
        const std::shared_ptr<Session> session = signIn();
        QCOMPARE(session->account(), u"jordan@fabrikam.example"_s);
        QCOMPARE(session->identity()->accounts().size(), 2);
        for (const Account& account : session->identity()->accounts()) {
            const Result<std::shared_ptr<Session>> other =
                finishedResult(new OpenAccountJob(m_supplies, m_settings, account, this));
            QCOMPARE((*other)->account(), account.username);
            QVERIFY(list(**other));
        }
    }

    void whoSignsOutLeavesNothingBehind()
    {
        std::shared_ptr<Session> session = signIn();
        keep();
        QVERIFY(!m_entries.isEmpty());
        std::optional<Result<Done>> out;
        session->identity()
            ->signOut(this)
            ->onFinished(this, [&](const Result<Done>& done) { out.emplace(done); })
            ->start();
        session.reset(); // the window drops it at once
        keep();
        QTRY_VERIFY(out);
        QVERIFY(*out);
        QVERIFY(m_entries.isEmpty());
        QVERIFY(!*resume());
    }

    void cancelWorksWhileThePersonIsInTheBrowser()
    {
        m_world->browserWorks = false;
        auto* job = new OpenSignInJob(m_supplies, m_settings, {}, std::nullopt, this);
        bool isOpened = false;
        connect(job, &SignInSessionJob::browserOpened, this, [&] { isOpened = true; });
        std::optional<Result<std::shared_ptr<Session>>> result;
        job->onFinished(this, [&](const Result<std::shared_ptr<Session>>& session) { result.emplace(session); })
            ->start();
        QTRY_VERIFY(isOpened);
        delete job; // what SessionStarter::cancel() does
        QTest::qWait(50);
        QVERIFY(!result);
    }

    void theDemoSignsInThroughItsOwnEntra()
    {
        const auto demo = std::make_shared<DemoCloud>(m_clock);
        const Result<std::shared_ptr<Session>> session = finishedResult<std::shared_ptr<Session>>(
            new OpenSignInJob(demo->supplies(demo, m_store), Settings(), {}, demo->cloud(), this));
        QVERIFY2(session, qPrintable(session ? QString() : session.error().toText()));
        QVERIFY((*session)->isDemo());
        QCOMPARE(demo->azure().count("GET", u"/authorize"_s), 1);
        QCOMPARE(list(**session)->resources.size(), 33);
        QVERIFY2(m_entries.isEmpty(), "a sign-in to the demo is not kept");
    }

private:
    [[nodiscard]] SessionSupplies supplies()
    {
        SessionSupplies supplies;
        supplies.clock = m_clock;
        supplies.secrets = m_store;
        supplies.accounts = std::make_shared<AccountStore>(
            std::make_unique<MsalCacheStore>(*m_store, u"test"_s, QString(), *m_clock), QString(), *m_clock);
        supplies.openBrowser = m_world->client().openBrowser;
        supplies.makeNetwork = [] { return std::make_unique<QNetworkAccessManager>(); };
        return supplies;
    }

    [[nodiscard]] std::shared_ptr<Session> signIn()
    {
        const Result<std::shared_ptr<Session>> session =
            finishedResult<std::shared_ptr<Session>>(new OpenSignInJob(m_supplies, m_settings, {}, std::nullopt, this));
        if (!session) {
            qWarning().noquote() << session.error().toText();
        }
        return session ? *session : nullptr;
    }

    [[nodiscard]] Result<std::shared_ptr<Session>> resume()
    {
        return finishedResult(new OpenAccountJob(m_supplies, m_settings, std::nullopt, this));
    }

    [[nodiscard]] Result<Inventory> list(Session& session)
    {
        return finishedResult<Inventory>(session.arm().listInventory(this));
    }

    /// Time passes until what is to be kept is.
    void keep()
    {
        for (int i = 0; i < 5; ++i) {
            m_clock->advance(1s);
            QTest::qWait(20);
        }
    }

    std::unique_ptr<EntraWorld> m_world;
    std::shared_ptr<ManualClock> m_clock;
    SharedStore::Entries m_entries;
    std::shared_ptr<SharedStore> m_store;
    Settings m_settings;
    SessionSupplies m_supplies;
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::EntraSessionTest)
#include "entrasessiontest.moc"
