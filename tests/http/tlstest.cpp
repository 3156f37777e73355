// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/httpjob.h"
#include "support/finishedresult.h"
#include "support/fixedtokens.h"
#include "support/manualclock.h"

#include <QFile>
#include <QProcess>
#include <QSslKey>
#include <QSslServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

/// A real TLS server whose certificate nobody has vouched for.
class TlsTest final : public QObject
{
    Q_OBJECT

private slots:
    void aCertificateThatNobodyVouchesForEndsTheRequestBeforeTheTokenIsOut()
    {
        QTemporaryDir folder;
        QProcess openssl;
        openssl.start(u"openssl"_s,
                      {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-days"_s, u"2"_s, u"-subj"_s,
                       u"/CN=localhost"_s, u"-addext"_s, u"subjectAltName=DNS:localhost"_s, u"-keyout"_s,
                       folder.filePath(u"key.pem"_s), u"-out"_s, folder.filePath(u"certificate.pem"_s)});
        QVERIFY(openssl.waitForFinished());
        QFile key(folder.filePath(u"key.pem"_s));
        QVERIFY(key.open(QIODevice::ReadOnly));
        QSslConfiguration configuration;
        configuration.setPrivateKey(QSslKey(&key, QSsl::Rsa));
        configuration.setLocalCertificateChain(QSslCertificate::fromPath(folder.filePath(u"certificate.pem"_s)));
        QSslServer server;
        server.setSslConfiguration(configuration);
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QByteArray received;
        connect(&server, &QTcpServer::pendingConnectionAvailable, this, [&] {
            QTcpSocket* socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [&received, socket] { received += socket->readAll(); });
        });

        QNetworkAccessManager network;
        FixedTokens tokens({"a-secret-token"});
        ManualClock clock;
        HttpRequest request;
        request.url = QUrl(u"https://localhost:%1/tenants"_s.arg(server.serverPort()));
        request.token = TokenRequest{{}, u"audience"_s};
        const Result<HttpAnswer> answer = finishedResult(new HttpJob({network, tokens, clock}, request, this));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::Tls);
        QCOMPARE(answer.error().effect, Effect::None);
        QVERIFY(answer.error().message.contains(u"localhost"_s));
        QVERIFY(!received.contains("a-secret-token"));
    }
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::TlsTest)
#include "tlstest.moc"
