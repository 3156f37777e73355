// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedbrowser.h"
#include "demo/simulatednetworkaccessmanager.h"
#include "entracaller.h"
#include "support/manualclock.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace CommKeys;

class SimulatedBrowserTest : public QObject
{
    Q_OBJECT

private:
    /// A program that waits for its code, as one that opened the browser does.
    struct Waiting
    {
        Waiting()
        {
            server.listen(QHostAddress::LocalHost);
            QObject::connect(&server, &QTcpServer::newConnection, &server, [this] {
                QTcpSocket* socket = server.nextPendingConnection();
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                    received += socket->readAll();
                    if (received.endsWith("\r\n\r\n")) {
                        socket->write("HTTP/1.1 200 OK\r\nContent-Length: 8\r\nConnection: close\r\n\r\nWelcome!");
                        socket->disconnectFromHost();
                    }
                });
            });
        }
        QTcpServer server;
        QByteArray received;
    };

    struct World
    {
        Waiting waiting;
        EntraCaller caller;
        ManualClock clock{caller.now};
        SimulatedNetworkAccessManager network{caller.azure, clock};
        SimulatedBrowser browser{network};

        [[nodiscard]] QUrl signIn(const QString& redirect) const
        {
            SimulatedForm form;
            form.add(u"client_id"_s, caller.client);
            form.add(u"response_type"_s, u"code"_s);
            form.add(u"redirect_uri"_s, redirect);
            form.add(u"scope"_s, caller.scope);
            form.add(u"code_challenge"_s, caller.challenge());
            form.add(u"code_challenge_method"_s, u"S256"_s);
            return QUrl(u"https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize?"_s +
                        QString::fromLatin1(form.encoded()));
        }
        [[nodiscard]] QString ownRedirect() const { return u"http://localhost:%1"_s.arg(waiting.server.serverPort()); }
        [[nodiscard]] bool shows(const QUrl& url)
        {
            QSignalSpy shown(&browser, &SimulatedBrowser::pageShown);
            browser.open(url);
            return shown.wait();
        }
    };

private slots:
    void theCodeReachesTheProgramThatWaits()
    {
        World world;
        world.caller.redirect = world.ownRedirect();
        QVERIFY(world.shows(world.signIn(world.ownRedirect())));
        QCOMPARE(world.browser.lastPage(), "Welcome!"_ba);
        const QByteArray line = world.waiting.received.split('\r').first();
        QVERIFY(line.startsWith("GET /?code="));
        QVERIFY(line.endsWith(" HTTP/1.1"));
        QVERIFY(world.waiting.received.toLower().contains("host: " + world.ownRedirect().mid(7).toLatin1()));
        const QString code = SimulatedForm::parse(line.mid(line.indexOf('?') + 1).chopped(9)).value(u"code"_s);
        QCOMPARE(world.caller.redeemCode(u"organizations"_s, code).status, 200);
    }

    void aPageThatLeadsNowhereIsShown()
    {
        World world;
        QVERIFY(world.shows(world.signIn(u"http://localhost/elsewhere"_s)));
        QVERIFY(world.browser.lastPage().contains("AADSTS50011"));
        QVERIFY(world.waiting.received.isEmpty());
    }

    void aRedirectToAnotherComputerIsNotFollowed()
    {
        World world;
        world.caller.azure.faults().next = {
            SimulatedFault::given({}, {}, 302, {}, {{"location"_ba, "http://elsewhere.example/"_ba}})};
        QVERIFY(world.shows(world.signIn(world.ownRedirect())));
        QCOMPARE(world.browser.lastPage(), QByteArray());
        QCOMPARE(world.browser.lastAddress().host(), u"login.microsoftonline.com"_s);
    }

    void aProgramThatIsGoneLeavesNoPage()
    {
        World world;
        const QString redirect = world.ownRedirect();
        world.waiting.server.close();
        QVERIFY(world.shows(world.signIn(redirect)));
        QCOMPARE(world.browser.lastPage(), QByteArray());
    }
};

QTEST_GUILESS_MAIN(SimulatedBrowserTest)
#include "simulatedbrowsertest.moc"
