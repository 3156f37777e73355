// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/entraerror.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

class EntraErrorTest : public QObject
{
    Q_OBJECT

private slots:
    void eachCodeHasAKindAndAWayOn_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<bool>("signInHelps");
        struct Row
        {
            int code;
            ErrorKind kind;
            bool signInHelps;
        };
        const QList<Row> rows{
            {50011, ErrorKind::InvalidInput, false},
            {50020, ErrorKind::Forbidden, false},
            {50034, ErrorKind::Forbidden, false},
            {16000, ErrorKind::Forbidden, false},
            {51004, ErrorKind::Forbidden, false},
            {50055, ErrorKind::NotSignedIn, true},
            {50126, ErrorKind::NotSignedIn, true},
            {50057, ErrorKind::Forbidden, false},
            {50058, ErrorKind::NotSignedIn, true},
            {50074, ErrorKind::NotSignedIn, true},
            {50076, ErrorKind::NotSignedIn, true},
            {50079, ErrorKind::NotSignedIn, true},
            {50072, ErrorKind::NotSignedIn, true},
            {50078, ErrorKind::NotSignedIn, true},
            {50097, ErrorKind::Forbidden, false},
            {53000, ErrorKind::Forbidden, false},
            {53001, ErrorKind::Forbidden, false},
            {50155, ErrorKind::Forbidden, false},
            {50105, ErrorKind::Forbidden, false},
            {50173, ErrorKind::NotSignedIn, true},
            {50132, ErrorKind::NotSignedIn, true},
            {50133, ErrorKind::NotSignedIn, true},
            {50194, ErrorKind::InvalidInput, false},
            {53003, ErrorKind::Forbidden, false},
            {530034, ErrorKind::Forbidden, false},
            {530035, ErrorKind::Forbidden, false},
            {54005, ErrorKind::NotSignedIn, false},
            {65001, ErrorKind::Forbidden, true},
            {65004, ErrorKind::NotSignedIn, false},
            {650057, ErrorKind::Forbidden, true},
            {65002, ErrorKind::InvalidInput, false},
            {70008, ErrorKind::NotSignedIn, true},
            {700082, ErrorKind::NotSignedIn, true},
            {70043, ErrorKind::NotSignedIn, true},
            {700016, ErrorKind::InvalidInput, false},
            {700011, ErrorKind::InvalidInput, false},
            {7000112, ErrorKind::InvalidInput, false},
            {7000218, ErrorKind::InvalidInput, false},
            {90094, ErrorKind::Forbidden, false},
            {90095, ErrorKind::Forbidden, false},
            {90002, ErrorKind::InvalidInput, false},
            {90006, ErrorKind::Server, false},
            {90012, ErrorKind::Server, false},
            {50033, ErrorKind::Server, false},
            {90072, ErrorKind::Forbidden, false},
            {50177, ErrorKind::Forbidden, false},
            {50178, ErrorKind::Forbidden, false},
            {90084, ErrorKind::Forbidden, false},
            {50014, ErrorKind::Forbidden, false},
            {50002, ErrorKind::Forbidden, false},
            {500021, ErrorKind::Forbidden, false},
            {500212, ErrorKind::Forbidden, false},
            {500213, ErrorKind::Forbidden, false},
            {50001, ErrorKind::Forbidden, false},
            {500011, ErrorKind::Forbidden, false},
            {500014, ErrorKind::Forbidden, false},
            {650052, ErrorKind::Forbidden, false},
            {50056, ErrorKind::NotSignedIn, true},
            {50064, ErrorKind::NotSignedIn, true},
            {50125, ErrorKind::NotSignedIn, true},
            {50135, ErrorKind::NotSignedIn, true},
            {50144, ErrorKind::NotSignedIn, true},
            {50053, ErrorKind::Forbidden, false},
            {500571, ErrorKind::Forbidden, false},
            {50158, ErrorKind::NotSignedIn, true},
            {50005, ErrorKind::Forbidden, false},
            {50127, ErrorKind::Forbidden, false},
            {50129, ErrorKind::Forbidden, false},
            {50187, ErrorKind::Forbidden, false},
            {530003, ErrorKind::Forbidden, false},
            {50139, ErrorKind::NotSignedIn, true},
            {50131, ErrorKind::Forbidden, false},
            {53002, ErrorKind::Forbidden, false},
            {53004, ErrorKind::Forbidden, false},
            {53011, ErrorKind::Forbidden, false},
            {530031, ErrorKind::Forbidden, false},
            {530032, ErrorKind::Forbidden, false},
            {90008, ErrorKind::Forbidden, true},
            {700084, ErrorKind::NotSignedIn, true},
            {70001, ErrorKind::InvalidInput, false},
            {50059, ErrorKind::InvalidInput, false},
            {50128, ErrorKind::InvalidInput, false},
            {90038, ErrorKind::InvalidInput, false},
            {50087, ErrorKind::Server, false},
            {50166, ErrorKind::Server, false},
            {50196, ErrorKind::Server, false},
            {90024, ErrorKind::Server, false},
            {90033, ErrorKind::Server, false},
            {90055, ErrorKind::Server, false},
            {1, ErrorKind::NotSignedIn, true}, // unknown to us, but invalid_grant: RFC 6749 says what that is
        };
        for (const Row& row : rows) {
            QTest::addRow("AADSTS%d", row.code) << row.code << row.kind << row.signInHelps;
        }
    }

    void eachCodeHasAKindAndAWayOn()
    {
        QFETCH(const int, code);
        const Error error = entraError(answer(u"invalid_grant"_s, code), {TenantId(u"t"_s), u"{}"_s});
        QTEST(error.kind, "kind");
        QTEST(error.signIn.has_value(), "signInHelps");
        QVERIFY(!error.message.isEmpty());
        QVERIFY(!error.advice.isEmpty());
        QCOMPARE(error.detail.code, u"AADSTS%1"_s.arg(code));
        QCOMPARE(error.effect, Effect::None);
    }

    void wordsDecideWhereThereIsNoCode_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("declined") << u"access_denied"_s << ErrorKind::NotSignedIn;
        QTest::newRow("declined by code") << u"authorization_declined"_s << ErrorKind::NotSignedIn;
        QTest::newRow("run out") << u"expired_token"_s << ErrorKind::Timeout;
        QTest::newRow("busy") << u"temporarily_unavailable"_s << ErrorKind::Server;
        QTest::newRow("ask") << u"interaction_required"_s << ErrorKind::NotSignedIn;
        QTest::newRow("something new") << u"teapot"_s << ErrorKind::Server;
    }

    void wordsDecideWhereThereIsNoCode()
    {
        QFETCH(const QString, word);
        EntraRefusal refusal;
        refusal.error = word;
        refusal.description = u"what it means"_s;
        const Error error = entraError(refusal, {});
        QTEST(error.kind, "kind");
        QCOMPARE(error.detail.code, word);
        QCOMPARE(error.detail.message, refusal.description);
    }

    void numberIsReadWhereverItIs_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("message");
        const QString stranger = u"The tenant does not know this account."_s;
        const QString proof = u"The tenant wants a further proof of who you are (multi-factor authentication)."_s;
        QTest::newRow("description and uri")
            << "{\"error\":\"interaction_required\",\"error_description\":\"AADSTS90072: the account is not one of "
               "this "
               "tenant's.\",\"error_uri\":\"https://login.microsoftonline.com/error?code=90072\"}"_ba
            << u"AADSTS90072"_s << stranger;
        QTest::newRow("texts")
            << "{\"error\":\"invalid_grant\",\"error_description\":\"AADSTS50076: a second factor is "
               "wanted.\",\"error_codes\":[\"50076\"]}"_ba
            << u"AADSTS50076"_s << proof;
        QTest::newRow("uri alone") << "{\"error\":\"interaction_required\",\"error_description\":\"No.\","
                                      "\"error_uri\":\"https://login.microsoftonline.com/error?code=90072\"}"_ba
                                   << u"AADSTS90072"_s << stranger;
        QTest::newRow("uri, code not first")
            << "{\"error\":\"invalid_grant\",\"error_uri\":\"https://l.example/error?lang=de&code=50076\"}"_ba
            << u"AADSTS50076"_s << proof;
        QTest::newRow("description alone")
            << "{\"error\":\"invalid_grant\",\"error_description\":\" AADSTS50076: wanted.\"}"_ba << u"AADSTS50076"_s
            << proof;
        QTest::newRow("empty list") << "{\"error\":\"invalid_grant\",\"error_codes\":[],"
                                       "\"error_description\":\"AADSTS50076: wanted.\"}"_ba
                                    << u"AADSTS50076"_s << proof;
        QTest::newRow("list of nonsense") << "{\"error\":\"invalid_grant\",\"error_codes\":[null,{},\"x\",-4,0],"
                                             "\"error_description\":\"AADSTS50076: wanted.\"}"_ba
                                          << u"AADSTS50076"_s << proof;
        QTest::newRow("number of another size")
            << "{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000218: secret\"}"_ba << u"AADSTS7000218"_s
            << u"The application is registered as a web application, which needs a secret."_s;
        QTest::newRow("the known one of two")
            << "{\"error\":\"invalid_grant\",\"error_codes\":[12345,\"50076\"]}"_ba << u"AADSTS12345"_s << proof;
        QTest::newRow("a number inside the description is none")
            << "{\"error\":\"invalid_grant\",\"error_description\":\"See AADSTS50076 for this.\"}"_ba
            << u"invalid_grant"_s << u"Your sign-in is no longer accepted."_s;
    }

    void numberIsReadWhereverItIs()
    {
        QFETCH(const QByteArray, body);
        HttpAnswer answer;
        answer.status = 400;
        answer.body = body;
        const Error error = entraError(answer, {});
        QTEST(error.detail.code, "code");
        QTEST(error.message, "message");
    }

    void unknownNumber_claimsNothingButMayBeTried_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<bool>("mayHelp");
        QTest::newRow("invalid_grant") << u"invalid_grant"_s << true;
        QTest::newRow("interaction_required") << u"interaction_required"_s << true;
        QTest::newRow("login_required") << u"login_required"_s << true;
        QTest::newRow("invalid_request") << u"invalid_request"_s << false;
        QTest::newRow("access_blocked") << u"access_blocked"_s << false;
    }

    void unknownNumber_claimsNothingButMayBeTried()
    {
        QFETCH(const QString, word);
        QFETCH(const bool, mayHelp);
        EntraRefusal refusal;
        refusal.error = word;
        refusal.codes = {999999};
        refusal.description = u"AADSTS999999: The moon is full. Trace ID: 1 Correlation ID: 2 Timestamp: 3"_s;
        const Error error = entraError(refusal, {TenantId(u"t"_s), {}});
        QCOMPARE(error.message, u"The sign-in service refused. It says: The moon is full."_s);
        QCOMPARE(error.signIn.has_value(), mayHelp);
        QCOMPARE(error.advice == u"Signing in again may help."_s, mayHelp);
    }

    void messageAndAdvice_doNotSayTheSame()
    {
        for (const QString& word : {u"invalid_grant"_s, u"interaction_required"_s, u"login_required"_s}) {
            EntraRefusal refusal;
            refusal.error = word;
            const Error error = entraError(refusal, {});
            QCOMPARE(error.message + u' ' + error.advice, u"Your sign-in is no longer accepted. Sign in again."_s);
        }
    }

    void theServicesWordsAndIdsCanBeCopied()
    {
        const QString text = entraError(answer(u"invalid_grant"_s, 50076), {}).toText();
        for (const QString& part :
             {u"AADSTS50076: described."_s, u"trace-1"_s, u"correlation-1"_s, u"basic_action"_s}) {
            QVERIFY2(text.contains(part), qPrintable(text));
        }
    }

    void theClaimsOfTheRefusalGoBeforeThoseThatWereAsked()
    {
        const SignInHint asked{TenantId(u"t"_s), u"{\"asked\":1}"_s};
        QCOMPARE(entraError(answer(u"invalid_grant"_s, 50076), asked).signIn->claims, asked.claims);
        const Error error = entraError(answer(u"invalid_grant"_s, 50076, u"{\"wanted\":1}"_s), asked);
        QCOMPARE(error.signIn->claims, u"{\"wanted\":1}"_s);
        QCOMPARE(error.signIn->tenant, asked.tenant);
    }

    void whatIsNotEntrasIsStillAnError()
    {
        HttpAnswer page;
        page.status = 403;
        page.headers = {{"Content-Type", "text/html"}};
        page.body = "<html><title>Blocked by the proxy</title></html>";
        const Error error = entraError(page, {});
        QCOMPARE(error.kind, ErrorKind::Server);
        QCOMPARE(error.httpStatus, 403);
        QCOMPARE(error.detail.message, u"Blocked by the proxy"_s);
    }

    void aTokenInADescriptionIsNotShown()
    {
        HttpAnswer refused;
        refused.status = 400;
        refused.body = "{\"error\":\"x\",\"error_description\":\"refresh_token=0.AXsecret-secret-secret is wrong\"}";
        QVERIFY(!entraError(refused, {}).toText().contains(u"secret-secret"_s));
    }

private:
    static HttpAnswer answer(const QString& error, int code, const QString& claims = {})
    {
        QJsonObject body{{u"error"_s, error},
                         {u"error_description"_s, u"AADSTS%1: described."_s.arg(code)},
                         {u"error_codes"_s, QJsonArray{code}},
                         {u"suberror"_s, u"basic_action"_s},
                         {u"trace_id"_s, u"trace-1"_s},
                         {u"correlation_id"_s, u"correlation-1"_s}};
        if (!claims.isEmpty()) {
            body.insert("claims"_L1, claims);
        }
        HttpAnswer answer;
        answer.status = 400;
        answer.body = QJsonDocument(body).toJson();
        return answer;
    }
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::EntraErrorTest)
#include "entraerrortest.moc"
