// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/browsersigninjob.h"
#include "auth/entrarequests.h"
#include "auth/entraworld.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

class BrowserSignInJobTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_world = std::make_unique<EntraWorld>(); }
    void cleanup() { m_world.reset(); }

    void aPersonSignsIn()
    {
        const Result<TokenAnswer> answer = finishedResult(job());
        QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().toText()));
        QCOMPARE(answer->identity.account, u"avery@contoso.example"_s);
        QVERIFY(!answer->refreshToken.isEmpty());
        QVERIFY(!answer->homeAccountId.isEmpty());
        QVERIFY(m_world->clock.utcNow().secsTo(answer->access.expiresUtc) > 3000);
        QTRY_VERIFY(m_world->browser.lastPage().contains("You may close this page."));
    }

    void theQuestionIsMsals()
    {
        m_world->browserWorks = false;
        job(u"ann+x@contoso.example"_s)->start();
        QTRY_VERIFY(!m_world->opened.isEmpty());
        const QUrlQuery query(m_world->opened.value(0));
        const auto value = [&query](const QString& name) { return query.queryItemValue(name, QUrl::FullyDecoded); };
        QCOMPARE(value(u"response_type"_s), u"code"_s);
        QCOMPARE(value(u"response_mode"_s), u"query"_s);
        QCOMPARE(value(u"code_challenge_method"_s), u"S256"_s);
        QCOMPARE(value(u"code_challenge"_s).size(), 43);
        QCOMPARE(value(u"client_id"_s), m_world->clientId);
        QCOMPARE(value(u"client_info"_s), u"1"_s);
        QCOMPARE(value(u"login_hint"_s), u"ann+x@contoso.example"_s);
        QVERIFY(value(u"scope"_s).endsWith(u"/.default offline_access openid profile"_s));
        QVERIFY(value(u"claims"_s).contains(u"cp1"_s));
        QVERIFY(QUrl(value(u"redirect_uri"_s)).path().isEmpty());
        for (const auto& item : query.queryItems()) {
            QCOMPARE(query.allQueryItemValues(item.first).size(), 1);
        }
    }

    void withoutAHintThePersonChooses()
    {
        QVERIFY(finishedResult(job()));
        QCOMPARE(QUrlQuery(m_world->opened.value(0)).queryItemValue(u"prompt"_s), u"select_account"_s);
    }

    void stateNonceAndChallengeAreNewEachTime()
    {
        QVERIFY(finishedResult(job()));
        QVERIFY(finishedResult(job()));
        for (const QString& name : {u"state"_s, u"nonce"_s, u"code_challenge"_s}) {
            const QString first = QUrlQuery(m_world->opened.value(0)).queryItemValue(name);
            const QString second = QUrlQuery(m_world->opened.value(1)).queryItemValue(name);
            QVERIFY(first != second);
            QVERIFY(first.size() >= 22); // 128 bits in base64
        }
    }

    void twentySignInsWithTheCodesOfTheService()
    {
        // Codes hold + % ! * ~; each of these is encoded and decoded once on its way.
        for (int i = 0; i < 20; ++i) {
            const Result<TokenAnswer> answer = finishedResult(job());
            QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().toText()));
        }
    }

    void aPersonWhoDeclinesIsNotSignedIn()
    {
        m_world->policy().declineNext = true;
        const Result<TokenAnswer> answer = finishedResult(job());
        QCOMPARE(answer.error().kind, ErrorKind::NotSignedIn);
        QVERIFY(answer.error().message.startsWith(u"The sign-in was declined"_s));
        QCOMPARE(answer.error().detail.code, u"AADSTS65004"_s);
        QVERIFY(answer.error().detail.message.contains(u"AADSTS65004"_s));
    }

    void whatTheTokenEndpointRefusesIsShown()
    {
        SimulatedFault fault = SimulatedFault::given(
            "POST", u"/token"_s, 400,
            "{\"error\":\"invalid_grant\",\"error_description\":\"AADSTS50076: more\",\"error_codes\":[50076],"
            "\"claims\":\"{\\\"access_token\\\":{}}\",\"trace_id\":\"trace-7\"}");
        m_world->server.azure().faults().next = {fault};
        const Result<TokenAnswer> answer = finishedResult(job());
        QCOMPARE(answer.error().detail.code, u"AADSTS50076"_s);
        QCOMPARE(answer.error().requestId, u"trace-7"_s);
        QCOMPARE(answer.error().signIn->claims, u"{\"access_token\":{}}"_s);
    }

    void aBrokenLineAtTheEndIsTold()
    {
        SimulatedFault dropped = SimulatedFault::beforeActing("POST", u"/token"_s, SimulatedFault::Reply::Drop);
        dropped.times = 10; // Qt asks again by itself
        m_world->server.azure().faults().next = {dropped};
        const Result<TokenAnswer> answer = finishedResult(job());
        QCOMPARE(answer.error().kind, ErrorKind::Network);
    }

    void aRedirectOfTheTokenEndpointIsNotFollowed()
    {
        m_world->network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
        m_world->server.azure().faults().next = {SimulatedFault::given(
            "POST", u"/token"_s, 307, {}, {{"Location", m_world->server.baseUrl().toEncoded() + "/elsewhere"}})};
        QVERIFY(!finishedResult(job()));
        QCOMPARE(m_world->server.azure().count("POST", u"elsewhere"_s), 0);
    }

    void aBrowserThatIsClosedEndsInATimeOut()
    {
        m_world->browserWorks = false;
        BrowserSignInJob* waiting = job();
        bool isOpened = false;
        connect(waiting, &BrowserSignInJob::browserOpened, this, [&] { isOpened = true; });
        std::optional<Result<TokenAnswer>> result;
        waiting->onFinished(this, [&](const Result<TokenAnswer>& answer) { result.emplace(answer); })->start();
        QTRY_VERIFY(isOpened);
        m_world->clock.advance(14min);
        QTest::qWait(20);
        QVERIFY(!result);
        m_world->clock.advance(2min);
        QTRY_VERIFY(result);
        QCOMPARE(result->error().kind, ErrorKind::Timeout);
    }

    void cancelWorksAtAnyMoment_data()
    {
        QTest::addColumn<QString>("moment");
        QTest::newRow("before the browser") << u"start"_s;
        QTest::newRow("while the person is there") << u"browser"_s;
        QTest::newRow("while the code is redeemed") << u"token"_s;
    }

    void cancelWorksAtAnyMoment()
    {
        QFETCH(const QString, moment);
        m_world->browserWorks = moment == u"token"_s;
        m_world->server.azure().faults().latency = 200ms;
        BrowserSignInJob* cancelled = job();
        std::optional<Result<TokenAnswer>> result;
        bool isOpened = false;
        connect(cancelled, &BrowserSignInJob::browserOpened, this, [&] { isOpened = true; });
        cancelled->onFinished(this, [&](const Result<TokenAnswer>& answer) { result.emplace(answer); })->start();
        if (moment != u"start"_s) {
            QTRY_VERIFY(isOpened);
        }
        if (moment == u"token"_s) {
            QTRY_VERIFY(m_world->browser.lastPage().contains("close this page"));
        }
        cancelled->cancel();
        QTRY_VERIFY(result);
        QVERIFY(result->error().isCancelled());
        QTest::qWait(500); // what was under way comes to its end, and to nobody
    }

    void theOwnerMayGoWhileTheCodeIsRedeemed()
    {
        m_world->server.azure().faults().latency = 100ms;
        auto owner = std::make_unique<QObject>();
        (new BrowserSignInJob(m_world->client(), authority(), question({}), owner.get()))->start();
        QTRY_VERIFY(m_world->browser.lastPage().contains("close this page"));
        owner.reset();
        QTest::qWait(300);
    }

    void aForgedAnswerDoesNotEndIt()
    {
        m_world->browserWorks = false;
        BrowserSignInJob* waiting = job();
        QUrl address;
        connect(waiting, &BrowserSignInJob::browserOpened, this, [&](const QUrl& url) { address = url; });
        std::optional<Result<TokenAnswer>> result;
        waiting->onFinished(this, [&](const Result<TokenAnswer>& answer) { result.emplace(answer); })->start();
        QTRY_VERIFY(!address.isEmpty());
        QUrl forged(QUrlQuery(address).queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded));
        forged.setHost(u"127.0.0.1"_s);
        forged.setQuery(u"code=forged&state=forged"_s);
        QNetworkAccessManager attacker;
        QNetworkReply* reply = attacker.get(QNetworkRequest(forged));
        QTRY_VERIFY(reply->isFinished());
        QVERIFY(!result);
        QCOMPARE(m_world->server.azure().count("POST", u"/token"_s), 0);
        m_world->browser.open(address);
        QTRY_VERIFY(result);
        QVERIFY(*result);
    }

    void anotherQuestionsAnswerIsRefused()
    {
        // An id token for a nonce that was not sent.
        m_world->server.azure().faults().next = {SimulatedFault::given(
            "POST", u"/token"_s, 200,
            "{\"access_token\":\"a\",\"refresh_token\":\"r\",\"id_token\":\"e30.eyJub25jZSI6ImZvcmVpZ24ifQ.x\"}")};
        const Result<TokenAnswer> answer = finishedResult(job());
        QCOMPARE(answer.error().kind, ErrorKind::Refused);
    }

private:
    [[nodiscard]] Authority authority() const
    {
        return authorityByConvention(m_world->client().login, anyOrganization.toString());
    }

    [[nodiscard]] BrowserSignInJob::Question question(const QString& loginHint) const
    {
        return {EntraRequests::scopeFor(m_world->client().audience), loginHint, {}};
    }

    [[nodiscard]] BrowserSignInJob* job(const QString& loginHint = {})
    {
        return new BrowserSignInJob(m_world->client(), authority(), question(loginHint), this);
    }

    std::unique_ptr<EntraWorld> m_world;
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::BrowserSignInJobTest)
#include "browsersigninjobtest.moc"
