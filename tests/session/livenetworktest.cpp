// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/livenetwork.h"

#include "core/clock.h"
#include "core/detachedthread.h"
#include "http/httpjob.h"
#include "http/notokens.h"
#include "session/chosenproxy.h"
#include "session/proxyenvironment.h"
#include "support/finishedresult.h"

#include <QNetworkReply>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

/// Over a real socket that plays the proxy: it writes down what it is asked for and lets nothing through, so that
/// nothing leaves this computer.
class LiveNetworkTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_asked.clear();
        m_keepsQuiet = false;
        m_requestTimeout = 30s;
        m_answer = "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        m_server = std::make_unique<QTcpServer>();
        QVERIFY(m_server->listen(QHostAddress::LocalHost));
        connect(m_server.get(), &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = m_server->nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { answer(*socket); });
        });
        m_proxy = std::make_shared<Proxy>();
        m_network = makeNetwork(lookUpSystemProxy, 30s);
    }

    void cleanup()
    {
        m_network.reset();
        m_server.reset();
    }

    void aManualProxyIsAskedForATunnelAndSeesNothingElse()
    {
        *m_proxy = manual();
        QVERIFY(get(u"https://arm.own.example/subscriptions?api-version=2020-01-01"_s) != QNetworkReply::NoError);
        QCOMPARE(m_asked.size(), 1);
        QVERIFY2(m_asked.first().startsWith("CONNECT arm.own.example:443 HTTP/1.1\r\n"), m_asked.first().constData());
        QVERIFY(!m_asked.first().contains("subscriptions"));
        QVERIFY(!m_asked.first().contains("Authorization"));
    }

    void theProxyIsTheOneOfTheMomentWhenARequestBegins()
    {
        m_proxy->kind = Proxy::Kind::None;
        (void)get(address(u"127.0.0.1"_s));
        QCOMPARE(m_asked.size(), 1);
        *m_proxy = manual();
        (void)get(u"https://arm.own.example/"_s);
        (void)get(u"https://login.own.example/"_s);
        QCOMPARE(m_asked.size(), 3);
        QVERIFY(m_asked.at(1).startsWith("CONNECT arm.own.example:443"));
        QVERIFY(m_asked.at(2).startsWith("CONNECT login.own.example:443"));
    }

    void thisComputerIsNeverReachedThroughAProxy_data()
    {
        QTest::addColumn<QString>("host");
        for (const QString& host : {u"127.0.0.1"_s, u"localhost"_s}) {
            QTest::newRow(qPrintable(host)) << host;
        }
    }
    void thisComputerIsNeverReachedThroughAProxy()
    {
        QFETCH(QString, host);
        *m_proxy = manual();
        (void)get(address(host));
        QCOMPARE(m_asked.size(), 1);
        QVERIFY2(m_asked.first().startsWith("GET /here HTTP/1.1\r\n"), m_asked.first().constData());
    }

    void eachKindMeansWhatItSays()
    {
        const QUrl farAddress(u"https://arm.own.example/"_s);
        const QNetworkProxyQuery far(farAddress);
        const QNetworkProxyQuery near(QUrl(u"http://[::1]:8080/"_s));
        const auto system = std::make_shared<SystemProxies>(lookUpSystemProxy, 30s);
        ChosenProxy proxies(m_proxy, system);
        qputenv("https_proxy", "http://system.example:3128");
        QVERIFY(finishedResult(system->find(farAddress, this)));
        QCOMPARE(proxies.queryProxy(far).first().hostName(), u"system.example"_s);
        QCOMPARE(proxies.queryProxy(near).first().type(), QNetworkProxy::NoProxy);
        qunsetenv("https_proxy");

        m_proxy->kind = Proxy::Kind::None;
        QCOMPARE(proxies.queryProxy(far).first().type(), QNetworkProxy::NoProxy);
        *m_proxy = {Proxy::Kind::Manual, u"proxy.example"_s, 3128};
        QCOMPARE(proxies.queryProxy(far), {QNetworkProxy(QNetworkProxy::HttpProxy, u"proxy.example"_s, 3128)});
        QCOMPARE(proxies.queryProxy(near).first().type(), QNetworkProxy::NoProxy);
    }

    void deadProxy_isNamedAndSoIsWhereItIsSet_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("message");
        QTest::newRow("denies (403)") << "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"_ba << denied();
        QTest::newRow("denies (405)") << "HTTP/1.1 405 No\r\nContent-Length: 0\r\n\r\n"_ba << denied();
        QTest::newRow("no gateway (502)") << "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"_ba << denied();
        QTest::newRow("overloaded (503)") << "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n"_ba << denied();
        QTest::newRow("too late (504)") << "HTTP/1.1 504 Late\r\nContent-Length: 0\r\n\r\n"_ba << denied();
        QTest::newRow("asks who (407)")
            << "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n"_ba
            << u"The proxy %1 asks for a user name and a password."_s;
        QTest::newRow("does not find it (404)") << "HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n"_ba
                                                << u"login.own.example can't be found through the proxy %1."_s;
        QTest::newRow("is no proxy") << "hello\r\n\r\n"_ba << denied();
        QTest::newRow("closes in the tunnel") << "HTTP/1.1 200 OK\r\n\r\n"_ba << denied();
        QTest::newRow("nobody listens") << QByteArray()
                                        << u"The proxy %1 can't be reached: the connection was refused."_s;
    }

    void deadProxy_isNamedAndSoIsWhereItIsSet()
    {
        QFETCH(const QByteArray, answer);
        QFETCH(const QString, message);
        m_answer = answer;
        const QString address = u"127.0.0.1:%1"_s.arg(m_server->serverPort());
        if (answer.isEmpty()) {
            m_server->close();
        }
        for (const bool isSystem : {false, true}) {
            *m_proxy =
                isSystem ? Proxy() : Proxy{Proxy::Kind::Manual, u"127.0.0.1"_s, address.section(u':', 1).toUShort()};
            m_network = makeNetwork(
                [port = address.section(u':', 1).toUShort()](const QUrl&) {
                    return QList{QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, port)};
                },
                30s);
            const Result<HttpAnswer> result = send(u"https://login.own.example/token"_s);
            QVERIFY(!result);
            QCOMPARE(result.error().message, message.arg(address));
            QCOMPARE(result.error().kind, ErrorKind::Network);
            QCOMPARE(result.error().effect, Effect::None);
            QVERIFY(!result.error().detail.message.isEmpty());
            QVERIFY2(result.error().advice.startsWith(isSystem ? u"The proxy comes from this computer's settings. "_s
                                                               : u"The proxy comes from the settings of CommKeys. "_s),
                     qPrintable(result.error().advice));
        }
    }

    void proxyThatNeverAnswers_isNamed()
    {
        *m_proxy = manual();
        m_answer.clear();
        m_keepsQuiet = true;
        m_requestTimeout = 300ms;
        const Result<HttpAnswer> result = send(u"https://login.own.example/token"_s);
        QCOMPARE(result.error().kind, ErrorKind::Timeout);
        QCOMPARE(result.error().effect, Effect::None);
        QCOMPARE(result.error().message,
                 u"The proxy 127.0.0.1:%1 didn't connect to login.own.example in time."_s.arg(m_server->serverPort()));
    }

    void withoutAProxy_theServerIsBlamed()
    {
        const quint16 port = m_server->serverPort();
        m_server->close();
        m_network = makeNetwork([](const QUrl&) { return QList<QNetworkProxy>(); }, 30s);
        const Result<HttpAnswer> result = send(u"https://localhost:%1/"_s.arg(port));
        QCOMPARE(result.error().message, u"localhost does not answer: the connection was refused."_s);
    }

    void lookUpThatHangs_blocksNothingAndIsReported()
    {
        const auto isOver = std::make_shared<std::atomic<bool>>(false);
        m_network = makeNetwork(
            [isOver](const QUrl& address) {
                while (address.host() == u"hangs.example"_s && !*isOver) {
                    std::this_thread::sleep_for(5ms);
                }
                return QList<QNetworkProxy>{QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, 1)};
            },
            300ms);
        int ticks = 0;
        QTimer ticking;
        connect(&ticking, &QTimer::timeout, this, [&ticks] { ++ticks; });
        ticking.start(10ms);
        QElapsedTimer time;
        time.start();
        const Result<HttpAnswer> result = send(u"https://hangs.example/"_s);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Network);
        QCOMPARE(result.error().effect, Effect::None);
        QCOMPARE(result.error().message,
                 u"This computer's proxy settings can't be read: the proxy script doesn't answer."_s);
        QVERIFY2(time.elapsed() < 5000, "it is not tried four times");
        QVERIFY2(ticks > 5, "the event loop went on");
        // Another server's look-up is not held up, and neither is the same one's when the script answers at last.
        QVERIFY(send(u"https://other.example/"_s).error().message.contains(u"127.0.0.1:1"_s));
        *isOver = true;
        QTRY_COMPARE(detachedThreads().load(), 0);
        QVERIFY(send(u"https://hangs.example/"_s).error().message.contains(u"127.0.0.1:1"_s));
    }

    void proxyScriptThatNeverComes_isNamed()
    {
        QTcpServer script; // takes the connection and says nothing
        QVERIFY(script.listen(QHostAddress::LocalHost));
        bool isAsked = false;
        connect(&script, &QTcpServer::newConnection, this, [&isAsked] { isAsked = true; });
        const QString server = u"127.0.0.1:%1"_s.arg(script.serverPort());
        qputenv("https_proxy", "pac+http://" + server.toLatin1() + "/x.pac");
        m_network = makeNetwork(lookUpSystemProxy, 1s);
        const Result<HttpAnswer> result = send(u"https://script.example/"_s);
        script.close();
        while (QTcpSocket* socket = script.nextPendingConnection()) {
            socket->abort();
        }
        QTRY_COMPARE_WITH_TIMEOUT(detachedThreads().load(), 0, 30'000);
        qunsetenv("https_proxy");
        if (!isAsked) {
            QSKIP("this Qt does not read proxy scripts of the environment");
        }
        QCOMPARE(result.error().message, u"The proxy script at %1 doesn't answer."_s.arg(server));
        QCOMPARE(result.error().kind, ErrorKind::Network);
        QCOMPARE(result.error().effect, Effect::None);
    }

    void lookUpThatHangs_canBeCancelled()
    {
        const auto isOver = std::make_shared<std::atomic<bool>>(false);
        m_network = makeNetwork(
            [isOver](const QUrl&) {
                while (!*isOver) {
                    std::this_thread::sleep_for(5ms);
                }
                return QList<QNetworkProxy>();
            },
            1h);
        HttpRequest request;
        request.url = QUrl(u"https://hangs.example/"_s);
        auto* job = new HttpJob({*m_network, m_tokens, m_clock}, request, this);
        std::optional<Result<HttpAnswer>> result;
        job->onFinished(this, [&](const Result<HttpAnswer>& answer) { result.emplace(answer); })->start();
        QTest::qWait(20);
        job->cancel();
        QTRY_VERIFY(result);
        QVERIFY(result->error().isCancelled());
        // What comes for a network that is gone finds nobody.
        m_network.reset();
        *isOver = true;
        QTRY_COMPARE(detachedThreads().load(), 0);
        QTest::qWait(20);
    }

    void oneLookUpServesAllRequestsToAServer()
    {
        const auto count = std::make_shared<std::atomic<int>>(0);
        m_network = makeNetwork(
            [count](const QUrl&) {
                ++*count;
                return QList<QNetworkProxy>{QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, 1)};
            },
            30s);
        int finished = 0;
        for (int i = 0; i < 20; ++i) {
            proxyFinderOf(*m_network)
                ->findProxy(QUrl(u"https://arm.own.example/%1"_s.arg(i)), this)
                ->onFinished(this, [&finished](const Result<Done>&) { ++finished; })
                ->start();
        }
        QTRY_COMPARE(finished, 20);
        QCOMPARE(count->load(), 1);
        QVERIFY(finishedResult(proxyFinderOf(*m_network)->findProxy(QUrl(u"https://login.own.example/"_s), this)));
        QCOMPARE(count->load(), 2);
    }

    void proxyWithoutAScheme_isAnHttpProxy_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("complete");
        const auto row = [](const char* value, const char* complete) {
            QTest::newRow(*value == 0 ? "empty" : value) << QByteArray(value) << QByteArray(complete);
        };
        row("proxy.example:3128", "http://proxy.example:3128");
        row("10.0.0.1:8080", "http://10.0.0.1:8080");
        row("proxy", "http://proxy");
        row("proxy.example:3128/", "http://proxy.example:3128/");
        row("[::1]:3128", "http://[::1]:3128");
        row("user:word@proxy.example:3128", "http://user:word@proxy.example:3128");
        row(" proxy.example:3128 ", "http://proxy.example:3128");
        row("", "");
        row("http://proxy.example:3128", "http://proxy.example:3128");
        row("socks5://proxy.example:1080", "socks5://proxy.example:1080");
        row("pac+http://127.0.0.1:1/x.pac", "pac+http://127.0.0.1:1/x.pac");
        row("direct://", "direct://");
        row("wpad:", "wpad:");
        row("proxy.example:port", "proxy.example:port");
        row("proxy example:3128", "proxy example:3128");
    }

    void proxyWithoutAScheme_isAnHttpProxy()
    {
        QFETCH(const QByteArray, value);
        QTEST(completeProxy(value), "complete");
    }

    void proxyWithoutAScheme_inTheEnvironment_isUsed()
    {
        qputenv("https_proxy", "system.example:3128");
        completeProxyEnvironment();
        const QUrl address(u"https://arm.own.example/"_s);
        const QList<QNetworkProxy> proxies = lookUpSystemProxy(address);
        qunsetenv("https_proxy");
        QCOMPARE(proxies.first().hostName(), u"system.example"_s);
        QCOMPARE(proxies.first().port(), 3128);
    }

private:
    [[nodiscard]] static QString denied()
    {
        return u"The proxy %1 didn't let the connection to login.own.example through."_s;
    }

    [[nodiscard]] std::unique_ptr<QNetworkAccessManager> makeNetwork(SystemProxies::LookUp lookUp,
                                                                     std::chrono::milliseconds timeLimit) const
    {
        return std::make_unique<LiveNetwork>(m_proxy, std::make_shared<SystemProxies>(std::move(lookUp), timeLimit));
    }

    [[nodiscard]] Result<HttpAnswer> send(const QString& address)
    {
        HttpRequest request;
        request.verb = "POST";
        request.body = "{}";
        request.url = QUrl(address);
        request.retry = RetryRule::Never;
        request.timeout = m_requestTimeout;
        return finishedResult<HttpAnswer>(new HttpJob({*m_network, m_tokens, m_clock}, request, this));
    }

    [[nodiscard]] Proxy manual() const { return {Proxy::Kind::Manual, u"127.0.0.1"_s, m_server->serverPort()}; }
    [[nodiscard]] QString address(const QString& host) const
    {
        return u"http://%1:%2/here"_s.arg(host).arg(m_server->serverPort());
    }

    void answer(QTcpSocket& socket)
    {
        if (socket.peek(64 * 1024).contains("\r\n\r\n")) {
            m_asked.append(socket.readAll());
            if (m_keepsQuiet) {
                return;
            }
            socket.write(m_answer);
            socket.disconnectFromHost();
        }
    }

    /// As HttpJob and BrowserSignInJob do: the proxy is found first.
    [[nodiscard]] QNetworkReply::NetworkError get(const QString& url)
    {
        (void)finishedResult(proxyFinderOf(*m_network)->findProxy(QUrl(url), this));
        const std::unique_ptr<QNetworkReply> reply(m_network->get(QNetworkRequest(QUrl(url))));
        return QTest::qWaitFor([&reply] { return reply->isFinished(); }, 60'000) ? reply->error()
                                                                                 : QNetworkReply::NoError;
    }

    std::shared_ptr<Proxy> m_proxy;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<QTcpServer> m_server;
    QList<QByteArray> m_asked;
    QByteArray m_answer;
    bool m_keepsQuiet = false;
    std::chrono::milliseconds m_requestTimeout = 30s;
    NoTokens m_tokens;
    SystemClock m_clock;
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::LiveNetworkTest)
#include "livenetworktest.moc"
