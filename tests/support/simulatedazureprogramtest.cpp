// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTemporaryFile>
#include <QTest>

using namespace Qt::StringLiterals;

class SimulatedAzureProgramTest : public QObject
{
    Q_OBJECT

private:
    /// The program, running, and ended with the test.
    struct Program
    {
        explicit Program(const QStringList& arguments)
        {
            process.start(QStringLiteral(COMMKEYS_SIMULATED_AZURE), arguments);
        }
        ~Program()
        {
            process.kill();
            process.waitForFinished();
        }
        QString firstLine()
        {
            while (!process.canReadLine() && process.waitForReadyRead(20'000)) {
            }
            return QString::fromUtf8(process.readLine()).trimmed();
        }
        QProcess process;
    };

    QNetworkAccessManager m_network;

    QJsonDocument get(const QString& url)
    {
        QNetworkReply* reply = m_network.get(QNetworkRequest(QUrl(url)));
        [reply] { QTRY_VERIFY(reply->isFinished()); }();
        return QJsonDocument::fromJson(reply->readAll());
    }

private slots:
    void theFirstLineIsTheAddressAtWhichItAnswers()
    {
        Program program({});
        const QString address = program.firstLine();
        QVERIFY2(address.startsWith("http://127.0.0.1:"_L1), qPrintable(address));
        QCOMPARE(get(address + u"/metadata/endpoints?api-version=2022-09-01"_s)["resourceManager"_L1].toString(),
                 address + u'/');
    }

    void theEstateIsTheOneAskedFor()
    {
        Program program({u"--estate"_s, u"large"_s, u"--tenants"_s, u"3"_s, u"--subscriptions"_s, u"6"_s,
                         u"--resources"_s, u"60"_s});
        const QJsonDocument estate = get(program.firstLine() + u"/simulation/estate"_s);
        QCOMPARE(estate["tenants"_L1].toArray().size(), 3);
        QCOMPARE(estate["subscriptions"_L1].toArray().size(), 6);
        QCOMPARE(estate["resources"_L1].toArray().size(), 60);
    }

    void faultsAreReadFromTheCommandLineOrAFile()
    {
        const QByteArray json = "{\"metadata\":\"notACloud\"}"_ba;
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write(json);
        file.flush();
        for (const QString& option : {QString::fromUtf8(json), file.fileName()}) {
            Program program({u"--faults"_s, option});
            const QJsonDocument metadata = get(program.firstLine() + u"/metadata/endpoints?api-version=2022-09-01"_s);
            QCOMPARE(metadata["status"_L1].toString(), u"healthy"_s);
        }
    }

    void whatItDoesNotUnderstandEndsItWithAReason_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("port") << QStringList{u"--port"_s, u"many"_s};
        QTest::newRow("estate") << QStringList{u"--estate"_s, u"none"_s};
        QTest::newRow("faults") << QStringList{u"--faults"_s, u"{\"nonsense\":1}"_s};
        QTest::newRow("no such file") << QStringList{u"--faults"_s, u"/no/such/file"_s};
    }
    void whatItDoesNotUnderstandEndsItWithAReason()
    {
        QFETCH(QStringList, arguments);
        Program program(arguments);
        QVERIFY(program.process.waitForFinished(20'000));
        QCOMPARE(program.process.exitCode(), 1);
        QVERIFY(program.process.readAllStandardError().startsWith("commkeys-simulated-azure: "));
        QVERIFY(program.process.readAllStandardOutput().isEmpty());
    }
};

QTEST_GUILESS_MAIN(SimulatedAzureProgramTest)
#include "simulatedazureprogramtest.moc"
