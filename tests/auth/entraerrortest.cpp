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
            {50011, ErrorKind::InvalidInput, false},   {50020, ErrorKind::Forbidden, false},
            {50034, ErrorKind::Forbidden, false},      {16000, ErrorKind::Forbidden, false},
            {51004, ErrorKind::Forbidden, false},      {50055, ErrorKind::NotSignedIn, true},
            {50126, ErrorKind::NotSignedIn, true},     {50057, ErrorKind::Forbidden, false},
            {50058, ErrorKind::NotSignedIn, true},     {50074, ErrorKind::NotSignedIn, true},
            {50076, ErrorKind::NotSignedIn, true},     {50079, ErrorKind::NotSignedIn, true},
            {50072, ErrorKind::NotSignedIn, true},     {50078, ErrorKind::NotSignedIn, true},
            {50097, ErrorKind::Forbidden, false},      {53000, ErrorKind::Forbidden, false},
            {53001, ErrorKind::Forbidden, false},      {50155, ErrorKind::Forbidden, false},
            {50105, ErrorKind::Forbidden, false},      {50173, ErrorKind::NotSignedIn, true},
            {50132, ErrorKind::NotSignedIn, true},     {50133, ErrorKind::NotSignedIn, true},
            {50194, ErrorKind::InvalidInput, false},   {53003, ErrorKind::Forbidden, true},
            {530034, ErrorKind::Forbidden, true},      {530035, ErrorKind::Forbidden, true},
            {54005, ErrorKind::NotSignedIn, false},    {65001, ErrorKind::Forbidden, true},
            {65004, ErrorKind::NotSignedIn, false},    {650057, ErrorKind::Forbidden, true},
            {65002, ErrorKind::InvalidInput, false},   {70008, ErrorKind::NotSignedIn, true},
            {700082, ErrorKind::NotSignedIn, true},    {70043, ErrorKind::NotSignedIn, true},
            {700016, ErrorKind::InvalidInput, false},  {700011, ErrorKind::InvalidInput, false},
            {7000112, ErrorKind::InvalidInput, false}, {7000218, ErrorKind::InvalidInput, false},
            {90094, ErrorKind::Forbidden, false},      {90095, ErrorKind::Forbidden, false},
            {90002, ErrorKind::InvalidInput, false},   {90006, ErrorKind::Server, false},
            {90012, ErrorKind::Server, false},         {50033, ErrorKind::Server, false},
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
        refusal.description = u"AADSTS50057: a description decides nothing"_s;
        const Error error = entraError(refusal, {});
        QTEST(error.kind, "kind");
        QCOMPARE(error.detail.code, word);
        QCOMPARE(error.detail.message, refusal.description);
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
