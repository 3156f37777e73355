// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "entracaller.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace CommKeys;

class SimulatedEntraCodeTest : public QObject
{
    Q_OBJECT

private slots:
    void aCodeIsWorthAllFourTokens()
    {
        EntraCaller caller;
        const SimulatedAnswer answer = caller.redeemCode(u"organizations"_s, caller.codeFrom(u"organizations"_s));
        QCOMPARE(answer.status, 200);
        const QJsonObject body = bodyOf(answer);
        QCOMPARE(body["token_type"_L1].toString(), u"Bearer"_s);
        QCOMPARE(body["expires_in"_L1], QJsonValue(3600));
        QCOMPARE(body["ext_expires_in"_L1], QJsonValue(3600));
        QCOMPARE(body["scope"_L1].toString(),
                 u"https://management.azure.com/user_impersonation https://management.azure.com/.default"_s);
        QVERIFY(!body["refresh_token"_L1].toString().isEmpty());
        QVERIFY(!body["client_info"_L1].toString().isEmpty());
        QVERIFY(!body.contains("foci"_L1));
        const QJsonObject access = claimsOf(body["access_token"_L1]);
        QCOMPARE(access["aud"_L1].toString(), u"https://management.azure.com"_s);
        QCOMPARE(access["tid"_L1].toString(), caller.tenantId(u"Contoso"_s));
        QCOMPARE(access["iat"_L1].toInteger(), caller.now.toSecsSinceEpoch());
        QCOMPARE(caller.tenantsWith(body).status, 200);
    }

    void theIdTokenSaysWhoAndToWhom()
    {
        EntraCaller caller;
        const QJsonObject id = claimsOf(caller.signIn()["id_token"_L1]);
        QCOMPARE(id["aud"_L1].toString(), caller.client);
        QCOMPARE(id["nonce"_L1].toString(), u"once"_s);
        QCOMPARE(id["tid"_L1].toString(), caller.tenantId(u"Contoso"_s));
        QCOMPARE(id["iss"_L1].toString(),
                 u"https://login.microsoftonline.com/%1/v2.0"_s.arg(caller.tenantId(u"Contoso"_s)));
        QCOMPARE(id["preferred_username"_L1].toString(), u"avery@contoso.example"_s);
        QCOMPARE(id["name"_L1].toString(), u"Avery"_s);
        QCOMPARE(id["oid"_L1].toString(), SimulatedToken::objectIdOf(u"avery@contoso.example"_s));
        QVERIFY(id["exp"_L1].toInteger() > caller.now.toSecsSinceEpoch());
    }

    void onlyWhatWasAskedForIsGiven()
    {
        EntraCaller caller;
        const QJsonObject body = bodyOf(caller.redeemCode(
            u"organizations"_s, caller.codeFrom(u"organizations"_s),
            {{u"scope"_s, u"https://management.azure.com/user_impersonation"_s}, {u"client_info"_s, QString()}}));
        QCOMPARE(body.keys(),
                 (QStringList{u"access_token"_s, u"expires_in"_s, u"ext_expires_in"_s, u"scope"_s, u"token_type"_s}));
        QCOMPARE(body["scope"_L1].toString(), u"https://management.azure.com/user_impersonation"_s);
    }

    void withoutScopesThoseOfTheSignInHold()
    {
        EntraCaller caller;
        const QJsonObject body = bodyOf(
            caller.redeemCode(u"organizations"_s, caller.codeFrom(u"organizations"_s), {{u"scope"_s, QString()}}));
        QVERIFY(body.contains("id_token"_L1));
        QCOMPARE(claimsOf(body["access_token"_L1])["aud"_L1].toString(), u"https://management.azure.com"_s);
    }

    void theSlashOfTheResourceStaysInTheAudience()
    {
        EntraCaller caller;
        caller.scope = u"https://management.core.windows.net//.default"_s;
        const QJsonObject body = caller.signIn();
        QCOMPARE(claimsOf(body["access_token"_L1])["aud"_L1].toString(), u"https://management.core.windows.net/"_s);
        QCOMPARE(body["scope"_L1].toString(), u"https://management.core.windows.net//user_impersonation "
                                              "https://management.core.windows.net//.default"_s);
    }

    void theClientOfTheFamilyIsToldSo()
    {
        EntraCaller caller;
        caller.client = u"04b07795-8ddb-461a-bbee-02f9e1bf7b46"_s;
        QCOMPARE(caller.signIn()["foci"_L1], QJsonValue(u"1"_s));
    }

    void theLifetimeIsThePolicys()
    {
        EntraCaller caller;
        caller.policy().accessTokenLifetime = std::chrono::hours(24);
        const QJsonObject body = caller.signIn();
        QCOMPARE(body["expires_in"_L1].toInteger(), 86400);
        caller.now = caller.now.addSecs(86399);
        QCOMPARE(caller.tenantsWith(body).status, 200);
        caller.now = caller.now.addSecs(1);
        QCOMPARE(errorCodeOf(caller.tenantsWith(body)), u"ExpiredAuthenticationToken"_s);
    }

    void aTenantsAuthorityGivesTokensOfThatTenant()
    {
        EntraCaller caller;
        const QJsonObject body = caller.signIn(u"fabrikam.example"_s);
        QCOMPARE(claimsOf(body["access_token"_L1])["tid"_L1].toString(), caller.tenantId(u"Fabrikam"_s));
        QCOMPARE(claimsOf(body["id_token"_L1])["tid"_L1].toString(), caller.tenantId(u"Fabrikam"_s));
    }

    void aCodeIsGoodOnce()
    {
        EntraCaller caller;
        const QString code = caller.codeFrom(u"organizations"_s);
        QCOMPARE(caller.redeemCode(u"organizations"_s, code).status, 200);
        QCOMPARE(entraCodeOf(caller.redeemCode(u"organizations"_s, code)), 54005);
    }

    void aCodeIsGoodForTenMinutes()
    {
        EntraCaller caller;
        const QString code = caller.codeFrom(u"organizations"_s);
        caller.now = caller.now.addSecs(600);
        QCOMPARE(entraCodeOf(caller.redeemCode(u"organizations"_s, code)), 70008);
        caller.now = caller.now.addSecs(-1);
        QCOMPARE(caller.redeemCode(u"organizations"_s, code).status, 200);
    }

    void aCodeIsRedeemedWhereItWasIssued()
    {
        EntraCaller caller;
        const QString code = caller.codeFrom(u"organizations"_s);
        QCOMPARE(entraCodeOf(caller.redeemCode(u"contoso.example"_s, code)), 700005);
        QCOMPARE(entraCodeOf(caller.redeemCode(u"common"_s, code)), 700005);
        const QString named = caller.codeFrom(u"contoso.example"_s);
        QCOMPARE(caller.redeemCode(caller.tenantId(u"Contoso"_s), named).status, 200); // the same under its other name
    }

    void theRequestIsChecked_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("error");
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("status");
        const auto row = [](const char* name, const QString& field, const QString& value, const QString& error,
                            int code,
                            int status = 400) { QTest::newRow(name) << field << value << error << code << status; };
        const QString grant = u"invalid_grant"_s;
        const QString invalid = u"invalid_request"_s;
        row("no grant", u"grant_type"_s, {}, invalid, 900144);
        row("other grant", u"grant_type"_s, u"password"_s, u"unsupported_grant_type"_s, 70003);
        row("no client", u"client_id"_s, {}, invalid, 900144);
        row("client is no id", u"client_id"_s, u"commkeys"_s, u"unauthorized_client"_s, 700016);
        row("other client", u"client_id"_s, u"11111111-2222-3333-4444-555555555555"_s, grant, 70000);
        row("secret", u"client_secret"_s, u"s"_s, u"invalid_client"_s, 700025, 401);
        row("empty secret", u"client_secret"_s, u""_s, u"invalid_client"_s, 700025, 401);
        row("assertion", u"client_assertion"_s, u"a"_s, u"invalid_client"_s, 700025, 401);
        row("no code", u"code"_s, {}, invalid, 900144);
        row("wrong code", u"code"_s, u"1.AXsA"_s, grant, 70000);
        row("no verifier", u"code_verifier"_s, {}, invalid, 900144);
        row("wrong verifier", u"code_verifier"_s, u"another-verifier-of-forty-three-characters-1234"_s, grant, 501481);
        row("no redirect", u"redirect_uri"_s, {}, invalid, 900144);
        row("other redirect", u"redirect_uri"_s, u"http://localhost:4712"_s, grant, 500112);
        row("redirect with slash", u"redirect_uri"_s, u"http://localhost:4711/"_s, grant, 500112);
        row("claims", u"claims"_s, u"[]"_s, invalid, 90013);
        row("two resources", u"scope"_s, u"https://management.azure.com/.default https://vault.azure.net/.default"_s,
            invalid, 700022);
        row("Graph", u"scope"_s, u"https://graph.microsoft.com/.default"_s, u"invalid_resource"_s, 500011);
        row("mixed", u"scope"_s,
            u"https://management.azure.com/.default https://management.azure.com/user_impersonation"_s,
            u"invalid_scope"_s, 70011);
    }
    void theRequestIsChecked()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        QFETCH(QString, error);
        QFETCH(int, code);
        QFETCH(int, status);
        EntraCaller caller;
        const SimulatedAnswer answer =
            caller.redeemCode(u"organizations"_s, caller.codeFrom(u"organizations"_s), {{field, value}});
        QCOMPARE(entraErrorOf(answer), error);
        QCOMPARE(entraCodeOf(answer), code);
        QCOMPARE(answer.status, status);
    }

    void aCodeWhosePlusWasNotEncodedIsNoCode()
    {
        EntraCaller caller;
        const QString code = caller.codeFrom(u"organizations"_s);
        QCOMPARE(entraCodeOf(caller.redeemCode(u"organizations"_s, QString(code).replace(u'+', u' '))), 70000);
    }

    void aBodyThatIsNoFormIsNotRead()
    {
        EntraCaller caller;
        SimulatedRequest request;
        request.verb = "POST"_ba;
        request.url = QUrl(u"https://login.microsoftonline.com/organizations/oauth2/v2.0/token"_s);
        request.headers = {{"content-type"_ba, "application/json"_ba}};
        request.body = "grant_type=authorization_code"_ba;
        const SimulatedAnswer answer = caller.azure.answer(request, caller.now);
        QCOMPARE(entraCodeOf(answer), 900144);
        QVERIFY(bodyOf(answer)["error_description"_L1].toString().contains("'grant_type'"_L1));
    }

    void onlyPostIsAnsweredAndOnlyByTenantsThatExist()
    {
        EntraCaller caller;
        QCOMPARE(entraCodeOf(caller.get(u"organizations/oauth2/v2.0/token"_s)), 900561);
        QCOMPARE(entraCodeOf(caller.redeemCode(u"elsewhere.example"_s, u"c"_s)), 90002);
    }

    void aRefusalHasTheShapeOfTheRealOne()
    {
        EntraCaller caller;
        caller.headers = {{"client-request-id"_ba, "0d7c1a52-9a7f-4f0c-8a56-3a1f0f3e2b11"_ba},
                          {"return-client-request-id"_ba, "true"_ba}};
        const SimulatedAnswer answer = caller.redeemCode(u"organizations"_s, u"wrong"_s);
        const QJsonObject body = bodyOf(answer);
        const QString trace = body["trace_id"_L1].toString();
        QCOMPARE(body["error_description"_L1].toString(),
                 u"AADSTS70000: Provided grant is invalid or malformed. The provided value for the 'code' parameter is "
                 "not valid. Trace ID: %1 Correlation ID: 0d7c1a52-9a7f-4f0c-8a56-3a1f0f3e2b11 Timestamp: 2026-01-15 "
                 "10:42:00Z"_s.arg(trace));
        QCOMPARE(body["correlation_id"_L1].toString(), u"0d7c1a52-9a7f-4f0c-8a56-3a1f0f3e2b11"_s);
        QCOMPARE(body["timestamp"_L1].toString(), u"2026-01-15 10:42:00Z"_s);
        QCOMPARE(body["error_uri"_L1].toString(), u"https://login.microsoftonline.com/error?code=70000"_s);
        QVERIFY(!body.contains("suberror"_L1) && !body.contains("claims"_L1));
        QCOMPARE(headerValue(answer.headers, "x-ms-request-id"), trace.toLatin1());
        QCOMPARE(headerValue(answer.headers, "client-request-id"), "0d7c1a52-9a7f-4f0c-8a56-3a1f0f3e2b11"_ba);
        QCOMPARE(headerValue(answer.headers, "cache-control"), "no-store, no-cache"_ba);
        QVERIFY(headerValue(answer.headers, "x-ms-routing-request-id").isNull());
        QVERIFY(bodyOf(caller.redeemCode(u"organizations"_s, u"wrong"_s))["trace_id"_L1].toString() != trace);
    }
};

QTEST_GUILESS_MAIN(SimulatedEntraCodeTest)
#include "simulatedentracodetest.moc"
