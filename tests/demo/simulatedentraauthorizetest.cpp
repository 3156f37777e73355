// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "entracaller.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace CommKeys;

class SimulatedEntraAuthorizeTest : public QObject
{
    Q_OBJECT

private:
    static QString idOf(const QString& upn) { return SimulatedToken::objectIdOf(upn); }
    static QJsonObject clientInfo(const QString& text)
    {
        return QJsonDocument::fromJson(QByteArray::fromBase64(text.toLatin1(), QByteArray::Base64UrlEncoding)).object();
    }

private slots:
    void aSignInLeadsBackWithACodeAndTheState()
    {
        EntraCaller caller;
        const SimulatedAnswer answer = caller.authorize(u"organizations"_s);
        QCOMPARE(answer.status, 302);
        QVERIFY(headerValue(answer.headers, "location").startsWith("http://localhost:4711/?code="));
        QVERIFY(headerValue(answer.headers, "location").contains("&state=a+state+%26+more&"));
        const SimulatedForm query = EntraCaller::queryOf(answer);
        QCOMPARE(query.value(u"state"_s), u"a state & more"_s);
        QVERIFY(isUuid(query.value(u"session_state"_s)));
        const QJsonObject info = clientInfo(query.value(u"client_info"_s));
        QCOMPARE(info["uid"_L1].toString(), idOf(u"avery@contoso.example"_s));
        QCOMPARE(info["utid"_L1].toString(), caller.tenantId(u"Contoso"_s));
    }

    void aCodeHasCharactersThatHaveToBeEncoded()
    {
        EntraCaller caller;
        const SimulatedAnswer answer = caller.authorize(u"organizations"_s);
        const QString code = EntraCaller::queryOf(answer).value(u"code"_s);
        for (const char mark : "+%!*~"_ba) {
            QVERIFY(code.contains(QLatin1Char(mark)));
        }
        for (const QByteArray& sign : {"%2B"_ba, "%25"_ba, "%21"_ba, "%2A"_ba, "%7E"_ba}) {
            QVERIFY(headerValue(answer.headers, "location").contains(sign));
        }
        QVERIFY(caller.codeFrom(u"organizations"_s) != code);
    }

    void theSameRequestsGetTheSameCodes()
    {
        QCOMPARE(EntraCaller().codeFrom(u"organizations"_s), EntraCaller().codeFrom(u"organizations"_s));
    }

    void whatWasNotSentDoesNotComeBack()
    {
        EntraCaller caller;
        const SimulatedForm query = EntraCaller::queryOf(
            caller.authorize(u"organizations"_s, {{u"state"_s, QString()}, {u"client_info"_s, QString()}}));
        QVERIFY(query.has(u"code"_s));
        QVERIFY(!query.has(u"state"_s));
        QVERIFY(!query.has(u"client_info"_s));
    }

    void thePersonOfTheHintSignsIn()
    {
        EntraCaller caller;
        const SimulatedForm query = EntraCaller::queryOf(
            caller.authorize(u"organizations"_s, {{u"login_hint"_s, u"Jordan@Fabrikam.example"_s}}));
        QCOMPARE(clientInfo(query.value(u"client_info"_s))["utid"_L1].toString(), caller.tenantId(u"Fabrikam"_s));
    }

    void whatIsWrongWithTheClientIsToldOnAPageAndNotToTheProgram_data()
    {
        QTest::addColumn<QString>("tenant");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("code");
        const QString here = u"organizations"_s;
        QTest::newRow("no client") << here << u"client_id"_s << QString() << 900144;
        QTest::newRow("client is no id") << here << u"client_id"_s << u"commkeys"_s << 700016;
        QTest::newRow("no redirect") << here << u"redirect_uri"_s << QString() << 50011;
        QTest::newRow("other host") << here << u"redirect_uri"_s << u"http://127.0.0.1:4711"_s << 50011;
        QTest::newRow("https") << here << u"redirect_uri"_s << u"https://localhost:4711"_s << 50011;
        QTest::newRow("path") << here << u"redirect_uri"_s << u"http://localhost:4711/back"_s << 50011;
        QTest::newRow("slash") << here << u"redirect_uri"_s << u"http://localhost:4711/"_s << 50011;
        QTest::newRow("lookalike") << here << u"redirect_uri"_s << u"http://localhost.example"_s << 50011;
        QTest::newRow("no such tenant") << u"elsewhere.example"_s << u"state"_s << u"s"_s << 90002;
        QTest::newRow("nobody") << here << u"login_hint"_s << u"nobody@contoso.example"_s << 50034;
        QTest::newRow("no member") << u"contoso.example"_s << u"login_hint"_s << u"jordan@fabrikam.example"_s << 50020;
    }
    void whatIsWrongWithTheClientIsToldOnAPageAndNotToTheProgram()
    {
        QFETCH(QString, tenant);
        QFETCH(QString, field);
        QFETCH(QString, value);
        QFETCH(int, code);
        EntraCaller caller;
        const SimulatedAnswer answer = caller.authorize(tenant, {{field, value}});
        QCOMPARE(answer.status, 400);
        QVERIFY(headerValue(answer.headers, "location").isNull());
        QVERIFY(headerValue(answer.headers, "content-type").startsWith("text/html"));
        QVERIFY(answer.body.contains("AADSTS" + QByteArray::number(code) + ": "));
    }

    void aPageShowsWhatWasSentAsText()
    {
        EntraCaller caller;
        const SimulatedAnswer answer =
            caller.authorize(u"organizations"_s, {{u"client_id"_s, u"<script>%2</script>"_s}});
        QVERIFY(answer.body.contains("&lt;script&gt;%2&lt;/script&gt;"));
    }

    void aFieldThatIsGivenTwiceIsRefused()
    {
        EntraCaller caller;
        const SimulatedAnswer answer = caller.get(u"organizations/oauth2/v2.0/authorize?client_id=a&client_id=b"_s);
        QVERIFY(answer.body.contains("AADSTS90013: "));
    }

    void whatIsWrongWithTheRequestIsToldToTheProgram_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("error");
        QTest::addColumn<int>("code");
        const auto row = [](const char* name, const QString& field, const QString& value, const QString& error,
                            int code) { QTest::newRow(name) << field << value << error << code; };
        const QString invalid = u"invalid_request"_s;
        row("no type", u"response_type"_s, {}, invalid, 900144);
        row("token", u"response_type"_s, u"token"_s, u"unsupported_response_type"_s, 70005);
        row("form_post", u"response_mode"_s, u"form_post"_s, invalid, 70007);
        row("no scope", u"scope"_s, {}, invalid, 900144);
        row("Graph", u"scope"_s, u"openid User.Read"_s, u"invalid_resource"_s, 500011);
        row("permission", u"scope"_s, u"https://management.azure.com/everything"_s, u"invalid_scope"_s, 70011);
        row("no challenge", u"code_challenge"_s, {}, invalid, 501491);
        row("short challenge", u"code_challenge"_s, u"abc"_s, invalid, 501491);
        row("plain challenge", u"code_challenge_method"_s, u"plain"_s, invalid, 501491);
        row("no method", u"code_challenge_method"_s, {}, invalid, 501491);
        row("prompt", u"prompt"_s, u"please"_s, invalid, 90023);
        row("claims", u"claims"_s, u"everything"_s, invalid, 90013);
        row("nobody asked", u"prompt"_s, u"none"_s, u"login_required"_s, 50058);
    }
    void whatIsWrongWithTheRequestIsToldToTheProgram()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        QFETCH(QString, error);
        QFETCH(int, code);
        EntraCaller caller;
        const SimulatedAnswer answer = caller.authorize(u"organizations"_s, {{field, value}});
        QCOMPARE(answer.status, 302);
        const SimulatedForm query = EntraCaller::queryOf(answer);
        QCOMPARE(query.value(u"error"_s), error);
        QVERIFY(query.value(u"error_description"_s).startsWith(u"AADSTS%1: "_s.arg(code)));
        QCOMPARE(query.value(u"state"_s), u"a state & more"_s);
        QVERIFY(!query.has(u"code"_s));
    }

    void severalResourcesMayBeNamedAtTheSignIn()
    {
        EntraCaller caller;
        const QString both = u"https://management.azure.com/.default https://vault.azure.net/.default"_s;
        QVERIFY(!caller.codeFrom(u"organizations"_s, {{u"scope"_s, both}}).isEmpty());
    }

    void aPersonMayDeclineOnce()
    {
        EntraCaller caller;
        caller.policy().declineNext = true;
        const SimulatedAnswer answer = caller.authorize(u"organizations"_s);
        const SimulatedForm query = EntraCaller::queryOf(answer);
        QCOMPARE(query.value(u"error"_s), u"access_denied"_s);
        QVERIFY(query.value(u"error_description"_s).startsWith("AADSTS65004: User declined to consent"_L1));
        QVERIFY(headerValue(answer.headers, "location").contains("AADSTS65004%3A+User+declined+to+consent"));
        QVERIFY(!caller.codeFrom(u"organizations"_s).isEmpty());
    }

    void aBlockedTenantLetsNobodyInThroughTheBrowserEither()
    {
        EntraCaller caller;
        caller.policy().blockedTenants = {u"Fabrikam"_s};
        const SimulatedForm query = EntraCaller::queryOf(caller.authorize(u"fabrikam.example"_s));
        QCOMPARE(query.value(u"error"_s), u"access_denied"_s);
        QVERIFY(query.value(u"error_description"_s).startsWith("AADSTS53003: "_L1));
        QVERIFY(!caller.codeFrom(u"organizations"_s).isEmpty());
    }

    void withoutAPromptMultiFactorAuthenticationIsAnInteraction()
    {
        EntraCaller caller;
        caller.policy().mfaTenants = {u"Contoso"_s};
        const SimulatedForm query =
            EntraCaller::queryOf(caller.authorize(u"organizations"_s, {{u"prompt"_s, u"none"_s}}));
        QCOMPARE(query.value(u"error"_s), u"interaction_required"_s);
    }

    void onlyGetIsAnswered()
    {
        EntraCaller caller;
        QVERIFY(caller.post(u"organizations/oauth2/v2.0/authorize"_s, {}).body.contains("AADSTS900561: "));
    }
};

QTEST_GUILESS_MAIN(SimulatedEntraAuthorizeTest)
#include "simulatedentraauthorizetest.moc"
