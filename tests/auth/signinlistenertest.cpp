// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/signinlistener.h"

#include <QNetworkInterface>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

#include <memory>

using namespace Qt::StringLiterals;

namespace CommKeys {

class SignInListenerTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_listener = std::make_unique<SignInListener>(Secret::copyOf(u"state-1"), nullptr);
        QVERIFY(m_listener->isListening());
        m_port = static_cast<quint16>(QUrl(m_listener->redirectUri()).port());
        m_answers = std::make_unique<QSignalSpy>(m_listener.get(), &SignInListener::answered);
    }

    void cleanup()
    {
        m_answers.reset();
        m_listener.reset();
    }

    void theAddressIsWrittenAsRegistrationsAre()
    {
        QCOMPARE(m_listener->redirectUri(), u"http://localhost:%1"_s.arg(m_port));
        QVERIFY(m_port > 1023);
    }

    void onlyThisComputerReachesIt()
    {
        for (const QHostAddress& address : QNetworkInterface::allAddresses()) {
            if (address.isLoopback()) {
                continue;
            }
            QTcpSocket socket;
            socket.connectToHost(address, m_port);
            QVERIFY2(!socket.waitForConnected(500), qPrintable(address.toString()));
        }
        QTcpSocket six;
        six.connectToHost(QHostAddress(QHostAddress::LocalHostIPv6), m_port);
        QVERIFY(!six.waitForConnected(500));
    }

    void aPortThatAnotherProgramHasOnTheOtherLoopbackIsSeen()
    {
        QVERIFY(!SignInListener::isSquatted(m_port));
        QTcpServer squatter;
        if (!squatter.listen(QHostAddress(QHostAddress::LocalHostIPv6), m_port)) {
            QSKIP("this computer has no ::1");
        }
        QVERIFY(SignInListener::isSquatted(m_port));
    }

    void twoOfThemHavePortsOfTheirOwn()
    {
        SignInListener other(Secret::copyOf(u"state-2"), nullptr);
        QVERIFY(other.isListening());
        QVERIFY(other.redirectUri() != m_listener->redirectUri());
    }

    void theAnswerIsDecodedOnce()
    {
        // What a service writes for the code M.C5!x*y~z+%2B and "declined, sorry".
        const QByteArray page =
            get("/?code=M.C5%21x*y%7Ez%2B%252B&state=state-1&error_description=declined%2C+sorry&session_state=s");
        QTRY_COMPARE(m_answers->size(), 1);
        const QVariantMap answer = m_answers->at(0).at(0).toMap();
        QCOMPARE(answer.value(u"code"_s).toString(), u"M.C5!x*y~z+%2B"_s);
        QCOMPARE(answer.value(u"error_description"_s).toString(), u"declined, sorry"_s);
        QVERIFY2(page.contains("You may close this page."), page.constData());
    }

    void aRefusalHasAPageOfItsOwn()
    {
        const QByteArray page = get("/?error=access_denied&state=state-1");
        QTRY_COMPARE(m_answers->size(), 1);
        QVERIFY2(page.contains("You are not signed in."), page.constData());
    }

    void whatDoesNotBelongHereIsAnsweredAndIgnored_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("an icon") << QByteArray("/favicon.ico");
        QTest::newRow("no state") << QByteArray("/?code=stolen");
        QTest::newRow("a forged state") << QByteArray("/?code=stolen&state=state-2");
        QTest::newRow("a longer state") << QByteArray("/?code=stolen&state=state-11");
        QTest::newRow("an empty state") << QByteArray("/?code=stolen&state=");
        QTest::newRow("a forged refusal") << QByteArray("/?error=access_denied&state=x");
    }

    void whatDoesNotBelongHereIsAnsweredAndIgnored()
    {
        QFETCH(const QByteArray, path);
        const QByteArray page = get(path);
        QVERIFY2(page.contains("does not expect an answer"), page.constData());
        QCOMPARE(m_answers->size(), 0);
        get("/?code=good&state=state-1");
        QTRY_COMPARE(m_answers->size(), 1);
    }

    void garbageDoesNotEndIt_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no HTTP") << QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11);
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("half a request") << QByteArray("GET /?code=a&sta");
        QTest::newRow("a long line") << QByteArray("GET /?") + QByteArray(200'000, 'a');
    }

    void garbageDoesNotEndIt()
    {
        QFETCH(const QByteArray, bytes);
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
        QVERIFY(socket.waitForConnected());
        socket.write(bytes);
        socket.flush();
        QTest::qWait(50);
        socket.abort();
        get("/?code=good&state=state-1");
        QTRY_COMPARE(m_answers->size(), 1);
    }

    void theFirstAnswerIsTheLast()
    {
        get("/?code=first&state=state-1");
        QTRY_COMPARE(m_answers->size(), 1);
        QTcpSocket late;
        QTRY_VERIFY(refuses(late));
        QCOMPARE(m_answers->size(), 1);
    }

    void thePortIsFreeWhenItGoes()
    {
        m_answers.reset();
        m_listener.reset();
        QTcpServer next;
        QVERIFY(next.listen(QHostAddress(QHostAddress::LocalHost), m_port));
    }

private:
    bool refuses(QTcpSocket& socket) const
    {
        socket.abort();
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
        return !socket.waitForConnected(500);
    }

    QByteArray get(const QByteArray& path)
    {
        QTcpSocket socket;
        QByteArray page;
        bool isOver = false;
        connect(&socket, &QTcpSocket::readyRead, &socket, [&] { page += socket.readAll(); });
        connect(&socket, &QTcpSocket::disconnected, &socket, [&] { isOver = true; });
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
        socket.write("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        return QTest::qWaitFor([&] { return isOver; }, 10'000) ? page : QByteArray("no answer");
    }

    std::unique_ptr<SignInListener> m_listener;
    std::unique_ptr<QSignalSpy> m_answers;
    quint16 m_port = 0;
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::SignInListenerTest)
#include "signinlistenertest.moc"
