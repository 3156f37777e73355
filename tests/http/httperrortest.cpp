// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/httperror.h"
#include "http/errorbody.h"
#include "support/sharedtraffic.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

QDateTime now()
{
    return {QDate(2023, 11, 27), QTime(9, 4, 50), Qt::UTC};
}

HttpAnswer answerOf(int status, const QByteArray& body, QList<QNetworkReply::RawHeaderPair> headers = {})
{
    return {status, std::move(headers), body};
}

} // namespace

class HttpErrorTest final : public QObject
{
    Q_OBJECT

private slots:
    void readsTheWholeErrorResponseNestedToAnyDepth()
    {
        const ErrorDetail detail = parseErrorBody(
            "{\"error\":{\"code\":\"Outer\",\"message\":\"m\",\"target\":\"t\",\"details\":[{\"code\":\"Inner\","
            "\"message\":\"i\",\"details\":[{\"code\":\"Innermost\"}]}],\"additionalInfo\":[{\"type\":\"Policy\","
            "\"info\":{\"name\":\"deny\",\"list\":[1,true,null]}},{\"type\":\"Plain\",\"info\":\"text\"}]}}",
            "application/json");
        QCOMPARE(detail.code, u"Outer"_s);
        QCOMPARE(detail.target, u"t"_s);
        QCOMPARE(detail.details.at(0).details.at(0).code, u"Innermost"_s);
        QCOMPARE(detail.additionalInfo.size(), 2);
        QCOMPARE(detail.additionalInfo.at(0).info,
                 QJsonValue(QJsonObject{{u"name"_s, u"deny"_s}, {u"list"_s, QJsonArray{1, true, QJsonValue()}}}));
        const QString text = detail.toText();
        for (const QString& word :
             {u"Outer"_s, u"Innermost"_s, u"Policy"_s, u"deny"_s, u"[1,true,null]"_s, u"text"_s}) {
            QVERIFY2(text.contains(word), qPrintable(text));
        }
    }

    void readsErrorsOfOtherShapes_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("message");
        const QByteArray json("application/json");
        QTest::newRow("flat") << QByteArray("{\"code\":\"BadRequest\",\"message\":\"too old\"}") << json
                              << u"BadRequest"_s << u"too old"_s;
        QTest::newRow("pascal") << QByteArray("{\"Code\":\"429\",\"Message\":\"lock\",\"Target\":null,\"Details\":[]}")
                                << json << u"429"_s << u"lock"_s;
        QTest::newRow("number as code") << QByteArray("{\"error\":{\"code\":429,\"message\":\"m\"}}") << json
                                        << u"429"_s << u"m"_s;
        QTest::newRow("oauth") << QByteArray("{\"error\":\"invalid_grant\",\"error_description\":\"gone\"}") << json
                               << u"invalid_grant"_s << u"gone"_s;
        QTest::newRow("text") << QByteArray("Please retry.\n") << QByteArray("text/plain") << QString()
                              << u"Please retry."_s;
        QTest::newRow("page") << QByteArray("<html><head><TITLE>504\n Gateway Time-out</title></head>x</html>")
                              << QByteArray("text/html") << QString() << u"504 Gateway Time-out"_s;
        QTest::newRow("page called json")
            << QByteArray("<!DOCTYPE html><title>Sign in</title>") << json << QString() << u"Sign in"_s;
        QTest::newRow("page without title")
            << QByteArray("<html>denied</html>") << QByteArray("text/html") << QString() << QString();
        QTest::newRow("empty") << QByteArray() << json << QString() << QString();
        QTest::newRow("null") << QByteArray("null") << json << QString() << u"null"_s;
        QTest::newRow("list") << QByteArray("[1]") << json << QString() << QString();
        QTest::newRow("byte-order mark") << QByteArray("\xEF\xBB\xBF{\"error\":{\"code\":\"C\"}}") << json << u"C"_s
                                         << QString();
    }

    void readsErrorsOfOtherShapes()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, type);
        QFETCH(QString, code);
        QFETCH(QString, message);
        const ErrorDetail detail = parseErrorBody(body, type);
        QCOMPARE(detail.code, code);
        QCOMPARE(detail.message, message);
    }

    void aSecretInAnErrorBodyDoesNotGetThrough()
    {
        const QByteArray key(88, 'K');
        const ErrorDetail detail =
            parseErrorBody("{\"error\":{\"code\":\"X\",\"message\":\"key " + key +
                               " is bad\",\"additionalInfo\":[{\"type\":\"t\",\"info\":{\"accessKey\":"
                               "\"short\",\"deep\":[\"" +
                               key + "\"]}}]}}",
                           "application/json");
        QVERIFY(!detail.toText().contains(QString::fromLatin1(key)));
        QVERIFY(!detail.toText().contains(u"short"_s));
    }

    void survivesABottomlessError()
    {
        QByteArray body = "{\"error\":{\"code\":\"0\"";
        QByteArray end = "}}";
        for (int i = 0; i < 400; ++i) {
            body += ",\"details\":[{\"code\":\"x\"";
            end.prepend("}]");
        }
        QCOMPARE(parseErrorBody(body + end, "application/json").code, u"0"_s);
    }

    void everyStatusHasAKindASentenceAndAnEffect_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("withRetryAfter");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<Effect>("effect");
        QTest::newRow("302") << 302 << false << ErrorKind::BadAnswer << Effect::Unknown;
        QTest::newRow("400") << 400 << false << ErrorKind::Server << Effect::None;
        QTest::newRow("401") << 401 << false << ErrorKind::NotSignedIn << Effect::None;
        QTest::newRow("403") << 403 << false << ErrorKind::Forbidden << Effect::None;
        QTest::newRow("404") << 404 << false << ErrorKind::NotFound << Effect::None;
        QTest::newRow("408") << 408 << false << ErrorKind::Timeout << Effect::Unknown;
        QTest::newRow("409") << 409 << false << ErrorKind::Conflict << Effect::None;
        QTest::newRow("429") << 429 << false << ErrorKind::Throttled << Effect::None;
        QTest::newRow("500") << 500 << false << ErrorKind::Server << Effect::Unknown;
        QTest::newRow("502") << 502 << false << ErrorKind::Server << Effect::Unknown;
        QTest::newRow("503") << 503 << false << ErrorKind::Server << Effect::Unknown;
        QTest::newRow("503 with Retry-After") << 503 << true << ErrorKind::Throttled << Effect::None;
        QTest::newRow("504") << 504 << false << ErrorKind::Server << Effect::Unknown;
    }

    void everyStatusHasAKindASentenceAndAnEffect()
    {
        QFETCH(int, status);
        QFETCH(bool, withRetryAfter);
        QFETCH(ErrorKind, kind);
        QFETCH(Effect, effect);
        QList<QNetworkReply::RawHeaderPair> headers{{"x-ms-request-id", "r-1"}, {"X-MS-Correlation-Request-Id", "c-1"}};
        if (withRetryAfter) {
            headers.append(qMakePair(QByteArray("Retry-After"), QByteArray("7")));
        }
        const QByteArray body = R"({"error":{"code":"Code","message":"Message"}})";
        const Error error = errorForAnswer(answerOf(status, body, headers), now());
        QCOMPARE(error.kind, kind);
        QCOMPARE(error.effect, effect);
        QCOMPARE(error.httpStatus, status);
        QVERIFY(!error.message.isEmpty());
        QCOMPARE(error.requestId, u"r-1"_s);
        QCOMPARE(error.correlationId, u"c-1"_s);
        QVERIFY(error.toText().contains(u"r-1"_s));
    }

    void refusalWithoutArmFormat_mayHideAnExecutedRequest_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Effect>("effect");
        const QByteArray json = "application/json; charset=utf-8";
        QTest::newRow("ARM") << json << QByteArray(R"({"error":{"code":"X","message":"Y"}})") << Effect::None;
        QTest::newRow("ARM with a byte order mark")
            << json << QByteArray("\xEF\xBB\xBF{\"error\":{\"code\":\"X\"}}") << Effect::None;
        QTest::newRow("ARM without a type") << QByteArray() << QByteArray(R"({"error":{"code":"X"}})") << Effect::None;
        QTest::newRow("nothing") << QByteArray() << QByteArray() << Effect::Unknown;
        QTest::newRow("HTML") << QByteArray("text/html") << QByteArray("<title>Blocked</title>") << Effect::Unknown;
        QTest::newRow("text") << QByteArray("text/plain") << QByteArray("Forbidden") << Effect::Unknown;
        QTest::newRow("no code") << json << QByteArray(R"({"error":{"message":"Y"}})") << Effect::Unknown;
        QTest::newRow("an empty code") << json << QByteArray(R"({"error":{"code":""}})") << Effect::Unknown;
        QTest::newRow("a number for a code") << json << QByteArray(R"({"error":{"code":403}})") << Effect::Unknown;
        QTest::newRow("no error") << json << QByteArray(R"({"code":"X","message":"Y"})") << Effect::Unknown;
        QTest::newRow("OAuth") << json << QByteArray(R"({"error":"invalid_token"})") << Effect::Unknown;
        QTest::newRow("a list") << json << QByteArray(R"([{"error":{"code":"X"}}])") << Effect::Unknown;
        QTest::newRow("cut off") << json << QByteArray(R"({"error":{"code":"X")") << Effect::Unknown;
    }

    void refusalWithoutArmFormat_mayHideAnExecutedRequest()
    {
        QFETCH(const QByteArray, type);
        QFETCH(const QByteArray, body);
        QFETCH(const Effect, effect);
        for (const int status : {400, 401, 403, 404, 407, 409, 429, 451}) {
            QCOMPARE(errorForAnswer(answerOf(status, body, {{"Content-Type", type}}), now()).effect, effect);
        }
    }

    void knowsHowLongToWait_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("ms");
        QTest::newRow("seconds") << QByteArray("Retry-After") << QByteArray("17") << QByteArray() << 17'000;
        QTest::newRow("milliseconds") << QByteArray("x-ms-retry-after-ms") << QByteArray("250") << QByteArray() << 250;
        QTest::newRow("date") << QByteArray("retry-after") << QByteArray("Mon, 27 Nov 2023 09:05:00 GMT")
                              << QByteArray() << 10'000;
        QTest::newRow("date gone by") << QByteArray("retry-after") << QByteArray("Mon, 27 Nov 2023 09:00:00 GMT")
                                      << QByteArray() << 0;
        QTest::newRow("sentence") << QByteArray("x") << QByteArray()
                                  << QByteArray(
                                         "{\"error\":{\"code\":\"SubscriptionRequestsThrottled\",\"message\":\"… "
                                         "Please try again after '10' seconds.\"}}")
                                  << 10'000;
        QTest::newRow("instant") << QByteArray("x") << QByteArray()
                                 << QByteArray("Please retry after '2023-11-27T09:04:57.0000000Z' UTC.") << 7'000;
        QTest::newRow("header before sentence")
            << QByteArray("Retry-After") << QByteArray("3")
            << QByteArray("{\"error\":{\"message\":\"Please try again after '10' seconds.\"}}") << 3'000;
        QTest::newRow("rubbish") << QByteArray("Retry-After") << QByteArray("soon") << QByteArray() << -1;
        QTest::newRow("negative") << QByteArray("Retry-After") << QByteArray("-5") << QByteArray() << -1;
        QTest::newRow("beyond all numbers")
            << QByteArray("Retry-After") << QByteArray("9999999999") << QByteArray() << 86'400'000;
        QTest::newRow("nothing") << QByteArray("x") << QByteArray() << QByteArray() << -1;
    }

    void knowsHowLongToWait()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, body);
        QFETCH(int, ms);
        const Error error = errorForAnswer(answerOf(429, body, {{name, value}}), now());
        QCOMPARE(error.retryAfter ? static_cast<int>(error.retryAfter->count()) : -1, ms);
    }

    void tellsRefusedConnectionsFromBrokenOnes()
    {
        QCOMPARE(errorForTransport(QNetworkReply::ConnectionRefusedError, u"h"_s, {}).effect, Effect::None);
        QCOMPARE(errorForTransport(QNetworkReply::HostNotFoundError, u"h"_s, {}).effect, Effect::None);
        QCOMPARE(errorForTransport(QNetworkReply::RemoteHostClosedError, u"h"_s, {}).effect, Effect::Unknown);
        QCOMPARE(errorForTransport(QNetworkReply::ContentReSendError, u"h"_s, {}).effect, Effect::Unknown);
        QCOMPARE(errorForTransport(QNetworkReply::ProxyNotFoundError, u"h"_s, {}).effect, Effect::None);
        QCOMPARE(errorForTransport(QNetworkReply::ProxyConnectionClosedError, u"h"_s, {}).effect, Effect::Unknown);
        QCOMPARE(errorForTransport(QNetworkReply::ProxyTimeoutError, u"h"_s, {}).effect, Effect::Unknown);
        QCOMPARE(errorForTransport(QNetworkReply::OperationCanceledError, u"h"_s, {}).kind, ErrorKind::Timeout);
        QCOMPARE(errorForTransport(QNetworkReply::SslHandshakeFailedError, u"h"_s, {}).kind, ErrorKind::Tls);
    }

    void readsEveryRecordedError()
    {
        if (!haveSharedTraffic()) {
            QSKIP("the recorded traffic is not beside this checkout");
        }
        int read = 0;
        const QJsonArray bodies = sharedTraffic(u"error-bodies.json"_s).array();
        for (const QJsonValue& value : bodies) {
            const ErrorDetail detail = parseErrorBody(bodyBytes(value[u"body"]), "application/json");
            QVERIFY(!detail.code.isEmpty() && !detail.message.isEmpty());
            ++read;
        }
        const QJsonArray responses = sharedTraffic(u"arm-real-responses.json"_s).array();
        for (const QJsonValue& value : responses) {
            const int status = value[u"response"][u"status"][u"code"].toInt();
            if (status >= 400) {
                const Error error = errorForAnswer(answerOf(status, bodyBytes(value[u"response"][u"body"])), now());
                QVERIFY2(!error.detail.message.isEmpty() || !error.detail.details.isEmpty(),
                         qPrintable(value[u"name"].toString()));
                ++read;
            }
        }
        QVERIFY(read > 15);
    }
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::HttpErrorTest)
#include "httperrortest.moc"
