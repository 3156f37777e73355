// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/faultproxy.h"
#include "demo/simulatedcatalog.h"
#include "support/simulatedazureserver.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace CommKeys;

class FaultProxyTest : public QObject
{
    Q_OBJECT

private:
    /// A client that says one request and keeps what it hears.
    struct Client
    {
        explicit Client(const QUrl& to)
        {
            QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [this] { heard += socket.readAll(); });
            socket.connectToHost(to.host(), static_cast<quint16>(to.port()));
        }
        void ask()
        {
            socket.write("GET /metadata/endpoints?api-version=2022-09-01 HTTP/1.1\r\nHost: simulation\r\n\r\n");
        }
        [[nodiscard]] bool isDone() const { return heard.endsWith("}"); }
        [[nodiscard]] bool isGone() const { return socket.state() == QAbstractSocket::UnconnectedState; }

        QTcpSocket socket;
        QByteArray heard;
    };

    struct World
    {
        SimulatedAzureServer server{demoEstate()};
        FaultProxy line{server.baseUrl()};
        Client client{line.baseUrl()};

        [[nodiscard]] qsizetype served() { return server.azure().log().size(); }
    };

private slots:
    void withoutAFaultTheLineCarriesWhatIsSaid()
    {
        World world;
        world.client.ask();
        QTRY_VERIFY(world.client.isDone());
        QVERIFY(world.client.heard.startsWith("HTTP/1.1 200 OK\r\n"));
        QCOMPARE(world.served(), 1);
        QVERIFY(!world.client.isGone());
    }

    void aResetBeforeForwardingReachesTheClientAndNotTheServer()
    {
        World world;
        world.line.queue({LineFault::Kind::ResetBeforeForwarding});
        world.client.ask();
        QTRY_VERIFY(world.client.isGone());
        QCOMPARE(world.client.socket.error(), QAbstractSocket::RemoteHostClosedError);
        QVERIFY(world.client.heard.isEmpty());
        QCOMPARE(world.served(), 0);
    }

    void aResetAfterForwardingLeavesTheServerWithTheRequestDone()
    {
        World world;
        world.line.queue({LineFault::Kind::ForwardThenReset});
        world.client.ask();
        QTRY_VERIFY(world.client.isGone());
        QVERIFY(world.client.heard.isEmpty());
        QCOMPARE(world.served(), 1);
    }

    void aCutAnswerEndsAfterSoManyBytes_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::newRow("in the status line") << 10;
        QTest::newRow("in the headers") << 100;
        QTest::newRow("in the body") << 900;
    }
    void aCutAnswerEndsAfterSoManyBytes()
    {
        QFETCH(int, bytes);
        World world;
        world.line.queue({LineFault::Kind::CutAnswer, bytes});
        world.client.ask();
        QTRY_VERIFY(world.client.isGone());
        QCOMPARE(world.client.heard.size(), bytes);
        QCOMPARE(world.served(), 1);
    }

    void aStalledAnswerArrivesLater()
    {
        World world;
        world.line.queue({LineFault::Kind::Stall, 0, std::chrono::milliseconds(150)});
        QElapsedTimer timer;
        timer.start();
        world.client.ask();
        QTRY_VERIFY(world.client.isDone());
        QVERIFY(timer.elapsed() >= 150);
    }

    void aStallWithoutEndNeverAnswers()
    {
        World world;
        world.line.queue({LineFault::Kind::Stall});
        world.client.ask();
        QTRY_COMPARE(world.served(), 1);
        QTest::qWait(100);
        QVERIFY(world.client.heard.isEmpty());
        QVERIFY(!world.client.isGone());
    }

    void everyRequestOfAKeptConnectionMeetsItsOwnFault()
    {
        World world;
        world.line.queue({});
        world.line.queue({LineFault::Kind::ForwardThenReset});
        world.client.ask();
        QTRY_VERIFY(world.client.isDone());
        world.client.heard.clear();
        world.client.ask();
        QTRY_VERIFY(world.client.isGone());
        QVERIFY(world.client.heard.isEmpty());
        QCOMPARE(world.line.requests(), 2);
        QCOMPARE(world.served(), 2);
    }

    void aServerThatIsNotThereEndsTheConnection()
    {
        FaultProxy line(QUrl(u"http://127.0.0.1:1"_s));
        Client client(line.baseUrl());
        client.ask();
        QTRY_VERIFY(client.isGone());
    }
};

QTEST_GUILESS_MAIN(FaultProxyTest)
#include "faultproxytest.moc"
