// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/livenetwork.h"
#include "session/chosenproxy.h"

#include <QNetworkReply>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

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
        m_server = std::make_unique<QTcpServer>();
        QVERIFY(m_server->listen(QHostAddress::LocalHost));
        connect(m_server.get(), &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = m_server->nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { answer(*socket); });
        });
        m_proxy = std::make_shared<Proxy>();
        m_network = makeLiveNetwork(m_proxy);
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
        const QNetworkProxyQuery far(QUrl(u"https://arm.own.example/"_s));
        const QNetworkProxyQuery near(QUrl(u"http://[::1]:8080/"_s));
        ChosenProxy proxies(m_proxy);
        qputenv("https_proxy", "http://system.example:3128");
        QCOMPARE(proxies.queryProxy(far).first().hostName(), u"system.example"_s);
        QCOMPARE(proxies.queryProxy(near).first().type(), QNetworkProxy::NoProxy);
        qunsetenv("https_proxy");

        m_proxy->kind = Proxy::Kind::None;
        QCOMPARE(proxies.queryProxy(far).first().type(), QNetworkProxy::NoProxy);
        *m_proxy = {Proxy::Kind::Manual, u"proxy.example"_s, 3128};
        QCOMPARE(proxies.queryProxy(far), {QNetworkProxy(QNetworkProxy::HttpProxy, u"proxy.example"_s, 3128)});
        QCOMPARE(proxies.queryProxy(near).first().type(), QNetworkProxy::NoProxy);
    }

private:
    [[nodiscard]] Proxy manual() const { return {Proxy::Kind::Manual, u"127.0.0.1"_s, m_server->serverPort()}; }
    [[nodiscard]] QString address(const QString& host) const
    {
        return u"http://%1:%2/here"_s.arg(host).arg(m_server->serverPort());
    }

    void answer(QTcpSocket& socket)
    {
        if (socket.peek(64 * 1024).contains("\r\n\r\n")) {
            m_asked.append(socket.readAll());
            socket.write("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            socket.disconnectFromHost();
        }
    }

    [[nodiscard]] QNetworkReply::NetworkError get(const QString& url)
    {
        const std::unique_ptr<QNetworkReply> reply(m_network->get(QNetworkRequest(QUrl(url))));
        return QTest::qWaitFor([&reply] { return reply->isFinished(); }, 60'000) ? reply->error()
                                                                                 : QNetworkReply::NoError;
    }

    std::shared_ptr<Proxy> m_proxy;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<QTcpServer> m_server;
    QList<QByteArray> m_asked;
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::LiveNetworkTest)
#include "livenetworktest.moc"
