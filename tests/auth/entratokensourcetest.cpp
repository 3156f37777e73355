// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/entratokensource.h"
#include "auth/cachingtokenprovider.h"
#include "auth/entraidentity.h"
#include "auth/entraworld.h"
#include "auth/interactivetokenjob.h"
#include "auth/tokenclaims.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

/// Tokens without a person, and what a person has to do where that does not go: the source, and the identity above it.
class EntraTokenSourceTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<EntraWorld>();
        m_accounts = m_world->makeAccounts();
        const Result<TokenAnswer> answer = finishedResult(new InteractiveTokenJob(m_world->client(), {}, this));
        QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().toText()));
        m_account = m_accounts->add(*answer, m_world->client().login, m_world->clientId);
        m_source = std::make_unique<EntraTokenSource>(m_world->client(), m_accounts, m_account);
        m_world->server.azure().clearLog();
    }

    void cleanup()
    {
        m_source.reset();
        m_accounts.reset();
        m_world.reset();
    }

    void oneRefreshTokenServesEveryTenant()
    {
        for (const QString& name : {u"Contoso"_s, u"Fabrikam"_s}) {
            const Result<AccessToken> token = acquire(name);
            QVERIFY2(token, qPrintable(token ? QString() : token.error().toText()));
            QCOMPARE(readTokenClaims(token->token)->tenant, m_world->tenant(name).toString());
        }
        QCOMPARE(m_world->server.azure().count("POST", u"/token"_s), 2);
        QCOMPARE(m_world->opened.size(), 1);
    }

    void withoutATenantItIsTheAccountsOwn()
    {
        const Result<AccessToken> token = finishedResult(m_source->acquire({{}, m_world->client().audience}, this));
        QCOMPARE(readTokenClaims(token->token)->tenant, m_world->tenant(u"Contoso"_s).toString());
    }

    void personalAccount_requestWithoutTenant_usesTheSignInTenant_data()
    {
        QTest::addColumn<SignInWay>("way");
        QTest::newRow("browser") << SignInWay::Browser;
        QTest::newRow("code") << SignInWay::DeviceCode;
    }

    void personalAccount_requestWithoutTenant_usesTheSignInTenant()
    {
        QFETCH(const SignInWay, way);
        signInAs(u"robin@outlook.example"_s, {way});
        QCOMPARE(m_account.homeTenant(), TenantId(consumersTenant.toString()));
        QCOMPARE(m_account.tenant, m_world->tenant(u"Contoso"_s));
        expectStart(u"Contoso"_s);
        // At the next start there is the refresh token alone.
        settle();
        const std::shared_ptr<AccountStore> next = m_world->makeAccounts();
        QVERIFY(finishedResult(next->load(this)));
        m_account = next->accounts(m_world->client().login, m_world->clientId).first();
        m_source = std::make_unique<EntraTokenSource>(m_world->client(), next, m_account);
        expectStart(u"Contoso"_s);
        QCOMPARE(m_world->server.azure().count("POST", consumersTenant.toString()), 0);
    }

    void theDirectoryOfPersonalAccounts_givesNoToken()
    {
        signInAs(u"robin@outlook.example"_s, {});
        const TokenRequest request{TenantId(consumersTenant.toString()), m_world->client().audience};
        QCOMPARE(finishedResult(m_source->acquire(request, this)).error().detail.code, u"AADSTS70011"_s);
    }

    void guest_homeRefuses_requestWithoutTenant_usesTheSignInTenant_data()
    {
        QTest::addColumn<int>("code");
        for (const int code : {500011, 700016, 53003, 90072, 50057, 500021, 90002}) {
            QTest::addRow("AADSTS%d", code) << code;
        }
    }

    void guest_homeRefuses_requestWithoutTenant_usesTheSignInTenant()
    {
        QFETCH(const int, code);
        m_world->policy().refusals = {{u"Contoso"_s, code}};
        signInAs(u"avery@contoso.example"_s, {.tenant = m_world->tenant(u"Fabrikam"_s).toString()});
        QCOMPARE(m_account.tenant, m_world->tenant(u"Fabrikam"_s));
        expectStart(u"Fabrikam"_s);
    }

    void startTenants_namedThenSignedInThenHome()
    {
        const TenantId contoso = m_world->tenant(u"Contoso"_s);
        const TenantId fabrikam = m_world->tenant(u"Fabrikam"_s);
        QCOMPARE(m_source->startTenants(), QList<TenantId>{contoso});
        EntraClient client = m_world->client();
        client.tenant = fabrikam.toString();
        QCOMPARE(EntraTokenSource(client, m_accounts, m_account).startTenants(), (QList<TenantId>{fabrikam, contoso}));
        client.tenant = u"fabrikam.example"_s;
        QCOMPARE(EntraTokenSource(client, m_accounts, m_account).startTenants(),
                 (QList<TenantId>{contoso, TenantId(client.tenant)}));
        // Another tenant that has issued a token is a way in, too.
        QVERIFY(acquire(u"Fabrikam"_s));
        QCOMPARE(m_source->startTenants(), (QList<TenantId>{contoso, fabrikam}));
    }

    void startTenants_signInTenantCloses_nextServes()
    {
        signInAs(u"avery@contoso.example"_s, {.tenant = m_world->tenant(u"Fabrikam"_s).toString()});
        m_world->policy().refusals = {{u"Fabrikam"_s, 50057}};
        expectStart(u"Contoso"_s);
    }

    void startTenants_nothingButAPersonalAccountKnown_isOrganizations()
    {
        Account account = m_account;
        account.homeAccountId = u"00000000-0000-0000-1234-56789abcdef0."_s + consumersTenant.toString();
        account.tenant = TenantId(consumersTenant.toString());
        QCOMPARE(EntraTokenSource(m_world->client(), m_accounts, account).startTenants(),
                 QList<TenantId>{TenantId(anyOrganization.toString())});
    }

    void anotherAudienceIsServedToo()
    {
        const Result<AccessToken> token = finishedResult(m_source->acquire({{}, u"https://vault.azure.net"_s}, this));
        QVERIFY2(token, qPrintable(token ? QString() : token.error().toText()));
        QCOMPARE(readTokenClaims(token->token)->audience, u"https://vault.azure.net"_s);
    }

    void aRefreshTokenIsReplacedByTheOneThatComes()
    {
        const Secret before = refreshToken();
        QVERIFY(acquire(u"Contoso"_s));
        QVERIFY(refreshToken() != before);
        QVERIFY(!refreshToken().isEmpty());
    }

    void theEndsAreDiscoveredOnceATenant()
    {
        QVERIFY(acquire(u"Contoso"_s));
        QVERIFY(acquire(u"Contoso"_s));
        QVERIFY(acquire(u"Fabrikam"_s));
        QCOMPARE(m_world->server.azure().count("GET", u"openid-configuration"_s), 2);
    }

    void aWrongClockDoesNoHarm()
    {
        // The client's clock is ten minutes behind the server's.
        const Result<AccessToken> token = acquire(u"Contoso"_s);
        const qint64 life = m_world->clock.utcNow().secsTo(token->expiresUtc);
        QVERIFY2(life > 3500 && life <= 3600, qPrintable(QString::number(life)));
    }

    void aTenantThatRefusesIsNamedAndTheOthersGoOn_data()
    {
        QTest::addColumn<bool>("blocked");
        QTest::addColumn<QString>("code");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("wants more proof") << false << u"AADSTS50076"_s << ErrorKind::NotSignedIn;
        QTest::newRow("is closed by Conditional Access") << true << u"AADSTS53003"_s << ErrorKind::Forbidden;
    }

    void aTenantThatRefusesIsNamedAndTheOthersGoOn()
    {
        QFETCH(const bool, blocked);
        QFETCH(const QString, code);
        (blocked ? m_world->policy().blockedTenants : m_world->policy().mfaTenants) = QStringList{u"Fabrikam"_s};
        const Result<AccessToken> refused = acquire(u"Fabrikam"_s);
        QCOMPARE(refused.error().detail.code, code);
        QTEST(refused.error().kind, "kind");
        QCOMPARE(refused.error().signIn.has_value(), !blocked); // what an administrator has closed, no sign-in opens
        QVERIFY(blocked || refused.error().signIn->tenant == m_world->tenant(u"Fabrikam"_s));
        QVERIFY(!refused.error().correlationId.isEmpty());
        QVERIFY(acquire(u"Contoso"_s));
    }

    void aSignInToThatTenantHelps()
    {
        m_world->policy().mfaTenants = {u"Fabrikam"_s};
        const Error refusal = acquire(u"Fabrikam"_s).error();
        CachingTokenProvider tokens(std::make_unique<EntraTokenSource>(m_world->client(), m_accounts, m_account),
                                    m_world->clock);
        EntraIdentity identity(m_world->client(), m_accounts, m_account, tokens);
        const Result<Account> account = finishedResult<Account>(identity.signIn(
            {SignInWay::Browser, refusal.signIn->tenant.toString(), m_account.username, refusal.signIn->claims}, this));
        QVERIFY2(account, qPrintable(account ? QString() : account.error().toText()));
        QVERIFY(account->isSamePersonAs(m_account));
        QVERIFY(finishedResult(tokens.accessToken({m_world->tenant(u"Fabrikam"_s), m_world->client().audience}, this)));
        QCOMPARE(identity.accounts().size(), 1);
    }

    void aRevokedSignInSaysSo()
    {
        m_world->policy().revoke = {u"avery@contoso.example"_s};
        const Result<AccessToken> token = acquire(u"Contoso"_s);
        QCOMPARE(token.error().kind, ErrorKind::NotSignedIn);
        QCOMPARE(token.error().detail.code, u"AADSTS50173"_s);
        QVERIFY(token.error().signIn);
    }

    void anExpiredSignInSaysSo()
    {
        m_world->policy().expireRefreshTokens = true;
        const Result<AccessToken> token = acquire(u"Contoso"_s);
        QCOMPARE(token.error().detail.code, u"AADSTS700082"_s);
        QVERIFY(token.error().signIn);
    }

    void aBusyServiceIsAskedAgain()
    {
        m_world->policy().transientFailures = 1;
        std::optional<Result<AccessToken>> result;
        m_source->acquire({m_world->tenant(u"Contoso"_s), m_world->client().audience}, this)
            ->onFinished(this, [&](const Result<AccessToken>& token) { result.emplace(token); })
            ->start();
        while (!result && QTest::qWaitFor([&] { return result || m_world->clock.untilNext(); }, 10'000) && !result) {
            m_world->clock.advance(*m_world->clock.untilNext());
            QTest::qWait(10);
        }
        QVERIFY(*result);
    }

    void whatAnotherProcessRenewedIsTakenFromTheKeychain()
    {
        settle();
        const std::shared_ptr<AccountStore> other = m_world->makeAccounts();
        QVERIFY(finishedResult(other->load(this)));
        m_world->policy().revoke = {u"avery@contoso.example"_s};
        const Result<TokenAnswer> again = finishedResult(new InteractiveTokenJob(m_world->client(), {}, this));
        other->add(*again, m_world->client().login, m_world->clientId);
        settle();
        const Result<AccessToken> token = acquire(u"Contoso"_s);
        QVERIFY2(token, qPrintable(token ? QString() : token.error().toText()));
    }

    void whoSignedOutGetsNoToken()
    {
        const auto identity = std::make_unique<CachingTokenProvider>(
            std::make_unique<EntraTokenSource>(m_world->client(), m_accounts, m_account), m_world->clock);
        std::optional<Result<Done>> out;
        m_accounts->signOut(m_account, m_world->client().login, this)
            ->onFinished(this, [&](const Result<Done>& done) { out.emplace(done); })
            ->start();
        settle();
        QTRY_VERIFY(out);
        QVERIFY(*out);
        const Result<AccessToken> token = acquire(u"Contoso"_s);
        QCOMPARE(token.error().kind, ErrorKind::NotSignedIn);
        QVERIFY(token.error().signIn);
        QCOMPARE(m_world->server.azure().count("POST", u"/token"_s), 0);
    }

private:
    [[nodiscard]] Result<AccessToken> acquire(const QString& tenant)
    {
        return finishedResult(m_source->acquire({m_world->tenant(tenant), m_world->client().audience}, this));
    }

    void signInAs(const QString& upn, const SignInRequest& request)
    {
        m_world->policy().person = upn;
        m_world->policy().deviceLogin = SimulatedDeviceLogin::Approve;
        m_world->policy().deviceLoginInterval = 0s;
        std::optional<Result<TokenAnswer>> answer;
        (new InteractiveTokenJob(m_world->client(), request, this))
            ->onFinished(this, [&](const Result<TokenAnswer>& result) { answer.emplace(result); })
            ->start();
        while (!answer) {
            m_world->clock.advance(request.way == SignInWay::DeviceCode ? 5s : 0s);
            QTest::qWait(10);
        }
        QVERIFY2(*answer, qPrintable(*answer ? QString() : answer->error().toText()));
        m_account = m_accounts->add(**answer, m_world->client().login, m_world->clientId);
        m_source = std::make_unique<EntraTokenSource>(m_world->client(), m_accounts, m_account);
        m_world->server.azure().clearLog();
    }

    /// Which tenant's token serves a request that names none, as the window asks: through the memory in front.
    void expectStart(const QString& tenant)
    {
        CachingTokenProvider tokens(std::make_unique<EntraTokenSource>(m_world->client(), m_accounts, m_account),
                                    m_world->clock);
        const Result<Secret> token = finishedResult(tokens.accessToken({{}, m_world->client().audience}, this));
        QVERIFY2(token, qPrintable(token ? QString() : token.error().toText()));
        QCOMPARE(readTokenClaims(*token)->tenant, m_world->tenant(tenant).toString());
    }

    [[nodiscard]] Secret refreshToken() const
    {
        return m_accounts->refreshToken(m_account, m_world->client().login, m_world->clientId);
    }

    /// What is to be kept is.
    void settle()
    {
        for (int i = 0; i < 5; ++i) {
            m_world->clock.advance(1s);
            QTest::qWait(20);
        }
    }

    std::unique_ptr<EntraWorld> m_world;
    std::shared_ptr<AccountStore> m_accounts;
    std::unique_ptr<EntraTokenSource> m_source;
    Account m_account;
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::EntraTokenSourceTest)
#include "entratokensourcetest.moc"
