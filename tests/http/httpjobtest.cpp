// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/httpjob.h"
#include "demo/simulatedcatalog.h"
#include "support/faultproxy.h"
#include "support/finishedresult.h"
#include "support/fixedtokens.h"
#include "support/manualclock.h"
#include "support/simulatedazureserver.h"

#include <QSignalSpy>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

const QString keysPath =
    u"/subscriptions/11112222-3333-4444-5555-666677778888/resourceGroups/MyResourceGroup/providers/"
    "Microsoft.Communication/communicationServices/MyCommunicationResource"_s;

} // namespace

/// Over real sockets: the simulated Azure behind Qt HttpServer, and a line that breaks when told to.
class HttpJobTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_server = std::make_unique<SimulatedAzureServer>(exampleEstate());
        QVERIFY(m_server->isListening());
        m_network = std::make_unique<QNetworkAccessManager>();
        m_tokens = std::make_unique<FixedTokens>(QList<QByteArray>{goodToken()});
        m_clock = std::make_unique<ManualClock>(QDateTime::currentDateTimeUtc());
    }

    void cleanup()
    {
        m_network.reset();
        m_server.reset();
    }

    void answersWithTheWholeAnswerWhenAllIsWell()
    {
        const Result<HttpAnswer> answer = send(get());
        QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().toText()));
        QCOMPARE(answer->status, 200);
        QVERIFY(answer->header("X-MS-REQUEST-ID").size() > 0);
        QVERIFY(answer->body.contains("MyCommunicationResource"));
    }

    void aSpaceInAQueryIsNothingWrong()
    {
        HttpRequest request = get();
        request.url.setQuery(request.url.query(QUrl::FullyEncoded) + u"&$filter=a%20eq%20'b'"_s);
        const Result<HttpAnswer> answer = send(request);
        QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().toText()));
        QVERIFY(m_server->azure().log().last().url.query(QUrl::FullyEncoded).endsWith(u"$filter=a%20eq%20'b'"_s));
    }

    void everyRequestHasAnIdOfItsOwnThatTheErrorNames()
    {
        m_server->azure().faults().next = {
            SimulatedFault::given("GET", {}, 404, "{\"error\":{\"code\":\"NotThere\"}}")};
        const Result<HttpAnswer> answer = send(get());
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::NotFound);
        QCOMPARE(answer.error().detail.code, u"NotThere"_s);
        QCOMPARE(answer.error().clientRequestId.toLatin1(), m_server->azure().log().last().clientRequestId);
        QCOMPARE(answer.error().operation, u"GET "_s + keysPath);
    }

    void readingGoesAgainAfterAThrottleAndTellsTheWindow()
    {
        SimulatedFault throttle = SimulatedFault::beforeActing("GET", {}, SimulatedFault::Reply::Throttle);
        throttle.times = 2;
        throttle.retryAfter = 6s;
        m_server->azure().faults().next = {throttle};
        auto* job = new HttpJob(context(), get(), this);
        QSignalSpy waiting(job, &Job::waitingToRetry);
        QList<std::chrono::milliseconds> waits;
        connect(job, &Job::waitingToRetry, this, [&](std::chrono::milliseconds wait) {
            waits << wait;
            QMetaObject::invokeMethod(
                this, [this, wait] { m_clock->advance(wait); }, Qt::QueuedConnection);
        });
        QVERIFY(finishedResult(job));
        QCOMPARE(waits, (QList<std::chrono::milliseconds>{6s, 6s}));
        QCOMPARE(m_server->azure().log().size(), 3);
    }

    void waitingForARetryCanBeCancelled()
    {
        SimulatedFault throttle = SimulatedFault::beforeActing("GET", {}, SimulatedFault::Reply::Throttle);
        m_server->azure().faults().next = {throttle};
        auto* job = new HttpJob(context(), get(), this);
        connect(job, &Job::waitingToRetry, job, &Job::cancel);
        const Result<HttpAnswer> answer = finishedResult(job);
        QVERIFY(!answer && answer.error().isCancelled());
        m_clock->advance(1h);
        QTest::qWait(0);
        QCOMPARE(m_server->azure().log().size(), 1);
    }

    void aRetryKeepsVerbAndBody()
    {
        m_server->azure().faults().next = {
            SimulatedFault::beforeActing("POST", u"regenerateKey"_s, SimulatedFault::Reply::Throttle)};
        HttpRequest request = regenerate();
        request.retry = RetryRule::OnlyWhenNotDone;
        auto* job = new HttpJob(context(), request, this);
        turnClockForRetriesOf(job);
        const Result<HttpAnswer> answer = finishedResult(job);
        QVERIFY(answer);
        QVERIFY(answer->body.contains("primaryKey"));
    }

    void whatMustNotGoTwiceDoesNotGoTwice_data()
    {
        QTest::addColumn<LineFault>("fault");
        QTest::addColumn<bool>("onUsedConnection");
        QTest::addColumn<int>("acted");
        for (const bool used : {false, true}) {
            const auto row = [used](const char* name, const LineFault& fault, int acted) {
                QTest::addRow("%s, %s connection", name, used ? "used" : "fresh") << fault << used << acted;
            };
            row("reset before the server", {LineFault::Kind::ResetBeforeForwarding}, 0);
            row("reset instead of an answer", {LineFault::Kind::ForwardThenReset}, 1);
            row("answer cut in the status line", {LineFault::Kind::CutAnswer, 10}, 1);
            row("answer cut in the headers", {LineFault::Kind::CutAnswer, 60}, 1);
        }
    }

    void whatMustNotGoTwiceDoesNotGoTwice()
    {
        // QNetworkAccessManager by itself would send it again, up to three times: see OneShotBody.
        QFETCH(LineFault, fault);
        QFETCH(bool, onUsedConnection);
        QFETCH(int, acted);
        FaultProxy line(m_server->baseUrl());
        if (onUsedConnection) {
            HttpRequest warmUp = get();
            warmUp.url = at(line.baseUrl(), keysPath);
            QVERIFY(send(warmUp));
        }
        line.queue(fault);
        HttpRequest request = regenerate();
        request.url = at(line.baseUrl(), keysPath + u"/regenerateKey"_s);
        const Result<HttpAnswer> answer = send(request);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::Network);
        QCOMPARE(answer.error().effect, Effect::Unknown);
        QCOMPARE(line.requests(), onUsedConnection ? 2 : 1);
        QCOMPARE(m_server->azure().count("POST", u"regenerateKey"_s), acted);
    }

    void aRefusalOfWhatMustNotGoTwiceIsFinal_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<Effect>("effect");
        for (const int status : {400, 401, 402, 403, 404, 405, 409, 410, 412, 418, 422, 423, 429, 451}) {
            QTest::addRow("%d", status) << status << Effect::None;
        }
        for (const int status : {408, 500, 501, 502, 503, 504, 507}) {
            QTest::addRow("%d", status) << status << Effect::Unknown;
        }
    }

    void aRefusalOfWhatMustNotGoTwiceIsFinal()
    {
        QFETCH(int, status);
        QFETCH(Effect, effect);
        const QByteArray body = R"({"error":{"code":"Code","message":"Message"}})";
        m_server->azure().faults().next = {SimulatedFault::given("POST", u"regenerateKey"_s, status, body)};
        const Result<HttpAnswer> answer = send(regenerate());
        QVERIFY(!answer);
        QVERIFY(answer.error().kind != ErrorKind::Network);
        QCOMPARE(answer.error().httpStatus, status);
        QCOMPARE(answer.error().effect, effect);
        QCOMPARE(m_server->azure().count("POST", u"regenerateKey"_s), 1);
    }

    void readingSurvivesABrokenConnection()
    {
        FaultProxy line(m_server->baseUrl());
        line.queue({LineFault::Kind::CutAnswer, 200});
        HttpRequest request = get();
        request.url = at(line.baseUrl(), keysPath);
        auto* job = new HttpJob(context(), request, this);
        turnClockForRetriesOf(job);
        QVERIFY(finishedResult(job));
    }

    void aRefusedTokenIsRenewedOnceWithTheClaimsOfTheChallenge()
    {
        const SimulatedHeaders challenge{
            {"WWW-Authenticate", "Bearer error=\"insufficient_claims\", claims=\"eyJhIjoxfQ==\""}};
        m_server->azure().faults().next = {SimulatedFault::given("GET", {}, 401, {}, challenge)};
        QVERIFY(send(get()));
        QCOMPARE(m_tokens->asked.size(), 2);
        QVERIFY(m_tokens->asked.at(0).refused.isEmpty());
        QVERIFY(!m_tokens->asked.at(1).refused.isEmpty());
        QCOMPARE(m_tokens->asked.at(1).claims, u"{\"a\":1}"_s);
    }

    void aTokenThatIsRefusedTwiceIsAnError()
    {
        m_server->azure().faults().next = {SimulatedFault::given("GET", {}, 401),
                                           SimulatedFault::given("GET", {}, 401)};
        const Result<HttpAnswer> answer = send(get());
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::NotSignedIn);
        QCOMPARE(m_server->azure().log().size(), 2);
    }

    void aRedirectIsNotFollowed()
    {
        m_server->azure().faults().next = {
            SimulatedFault::given("GET", {}, 302, {}, {{"Location", "http://127.0.0.1:9/steal"}})};
        const Result<HttpAnswer> answer = send(get());
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::BadAnswer);
        QCOMPARE(m_server->azure().log().size(), 1);
    }

    void plainHttpToAnotherComputerIsNotEvenTried()
    {
        HttpRequest request = get();
        request.url = QUrl(u"http://management.example/x"_s);
        const Result<HttpAnswer> answer = send(request);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::InvalidInput);
        QVERIFY(m_tokens->asked.isEmpty());
    }

    void silenceEndsInATimeOut()
    {
        FaultProxy line(m_server->baseUrl());
        line.queue({LineFault::Kind::Stall});
        HttpRequest request = regenerate();
        request.url = at(line.baseUrl(), keysPath + u"/regenerateKey"_s);
        request.timeout = 300ms;
        const Result<HttpAnswer> answer = send(request);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::Timeout);
        QCOMPARE(answer.error().effect, Effect::Unknown);
    }

    void nobodyThereIsSaidAtOnceForWhatIsNotRetried()
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const quint16 port = closed.serverPort();
        closed.close();
        HttpRequest request = regenerate();
        request.url = QUrl(u"http://127.0.0.1:%1/x"_s.arg(port));
        const Result<HttpAnswer> answer = send(request);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::Network);
        QCOMPARE(answer.error().effect, Effect::None);
    }

    void cancellingEndsTheRequestOnTheWire()
    {
        FaultProxy line(m_server->baseUrl());
        line.queue({LineFault::Kind::Stall});
        HttpRequest request = get();
        request.url = at(line.baseUrl(), keysPath);
        auto* job = new HttpJob(context(), request, this);
        bool wasCancelled = false;
        job->onFinished(this, [&](const Result<HttpAnswer>& answer) { wasCancelled = answer.error().isCancelled(); })
            ->start();
        QTRY_COMPARE(line.requests(), 1);
        job->cancel();
        QTRY_VERIFY(wasCancelled);
    }

    void answerThatIsTooLarge_isSaidToBeAndNotFetchedAgain()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        int requests = 0;
        connect(&server, &QTcpServer::newConnection, this, [&] {
            QTcpSocket* socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket, &requests] {
                if (socket->readAll().contains("\r\n\r\n")) {
                    ++requests;
                    socket->write(
                        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000000\r\n\r\n");
                    socket->write(QByteArray(1'000'000, ' '));
                }
            });
            connect(socket, &QTcpSocket::bytesWritten, socket, [socket] {
                if (socket->bytesToWrite() == 0) {
                    socket->write(QByteArray(1'000'000, ' '));
                }
            });
        });
        HttpRequest request;
        request.url = QUrl(u"http://127.0.0.1:%1/"_s.arg(server.serverPort()));
        std::optional<Result<HttpAnswer>> result;
        auto* job = new HttpJob(context(), request, this);
        turnClockForRetriesOf(job);
        job->onFinished(this, [&](const Result<HttpAnswer>& answer) { result.emplace(answer); })->start();
        QTRY_VERIFY_WITH_TIMEOUT(result, 60'000);
        QCOMPARE(result->error().kind, ErrorKind::BadAnswer);
        QCOMPARE(result->error().message,
                 u"The answer of 127.0.0.1 is larger than 64 MB. It was not read to its end."_s);
        QCOMPARE(result->error().effect, Effect::None);
        QCOMPARE(requests, 1);
    }

private:
    [[nodiscard]] QByteArray goodToken() const
    {
        return m_server->azure().issueToken(m_server->azure().estate().tenants().first().id,
                                            QDateTime::currentDateTimeUtc().addSecs(3600));
    }

    static QUrl at(QUrl base, const QString& path)
    {
        base.setPath(path);
        base.setQuery(u"api-version=2023-04-01"_s);
        return base;
    }

    [[nodiscard]] HttpRequest get() const
    {
        HttpRequest request;
        request.url = at(m_server->baseUrl(), keysPath);
        request.token = TokenRequest{{}, u"audience"_s};
        return request;
    }

    [[nodiscard]] HttpRequest regenerate() const
    {
        HttpRequest request = get();
        request.verb = "POST";
        request.url = at(m_server->baseUrl(), keysPath + u"/regenerateKey"_s);
        request.body = "{\"keyType\":\"Primary\"}";
        request.retry = RetryRule::Never;
        return request;
    }

    [[nodiscard]] HttpContext context() { return {*m_network, *m_tokens, *m_clock}; }

    Result<HttpAnswer> send(const HttpRequest& request)
    {
        return finishedResult(new HttpJob(context(), request, this));
    }

    void turnClockForRetriesOf(Job* job)
    {
        connect(job, &Job::waitingToRetry, this, [this](std::chrono::milliseconds wait) {
            QMetaObject::invokeMethod(
                this, [this, wait] { m_clock->advance(wait); }, Qt::QueuedConnection);
        });
    }

    std::unique_ptr<SimulatedAzureServer> m_server;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<FixedTokens> m_tokens;
    std::unique_ptr<ManualClock> m_clock;
};

} // namespace CommKeys

Q_DECLARE_METATYPE(CommKeys::LineFault)

QTEST_GUILESS_MAIN(CommKeys::HttpJobTest)
#include "httpjobtest.moc"
