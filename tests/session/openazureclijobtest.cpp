// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/openazureclijob.h"
#include "azure/pagedlistjob.h"
#include "demo/simulatedcatalog.h"
#include "keychain/memorystore.h"
#include "support/finishedresult.h"
#include "support/simulatedazureserver.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

/// From the settings to a session that can list: a real process for az, real sockets for the cloud.
class OpenAzureCliJobTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<SimulatedAzureServer>(demoEstate());
        qputenv("PATH", QFile::encodeName(m_folder->path()) + ":/usr/bin:/bin");
        m_settings.armEndpoint = m_server->baseUrl().toString();
        standInFor(m_server->azure().cloud().audiences.first());
    }

    void cleanup() { m_server.reset(); }

    void opensTheCloudAtAnAddressWithTheSignInOfAz()
    {
        const auto session = open();
        QVERIFY2(session, session ? "" : qPrintable(session.error().toText()));
        QCOMPARE((*session)->account(), u"avery@contoso.example"_s);
        QVERIFY(!(*session)->cloud().isPublic);
        QVERIFY(!(*session)->isDemo());
        QVERIFY(finishedResult((*session)->arm().listTenants(this)));
    }

    void metadataThatAsksForAPublicCloudsTokenNeverReachesAz()
    {
        m_server->azure().faults().metadata = SimulatedMetadata::PublicAudience;
        const auto session = open();
        QVERIFY(!session);
        QCOMPARE(session.error().kind, ErrorKind::Refused);
        QVERIFY(!QFile::exists(m_folder->filePath(u"ran"_s)));
    }

    void aTokenForAPublicCloudThatAzHandsOutAllTheSameGoesNowhere()
    {
        standInFor(u"https://management.azure.com/"_s);
        const auto session = open();
        QVERIFY(!session);
        QCOMPARE(session.error().kind, ErrorKind::Refused);
        for (const SimulatedExchange& exchange : m_server->azure().log()) {
            QCOMPARE(exchange.url.path(), u"/metadata/endpoints"_s);
        }
    }

    void badAddressesAndNamesAreSaid_data()
    {
        QTest::addColumn<QString>("armEndpoint");
        QTest::addColumn<QString>("cloud");
        QTest::newRow("http elsewhere") << u"http://arm.own.example"_s << QString();
        QTest::newRow("no address") << u"arm"_s << QString();
        QTest::newRow("no such cloud") << QString() << u"AzureGermanCloud"_s;
    }

    void badAddressesAndNamesAreSaid()
    {
        QFETCH(QString, armEndpoint);
        QFETCH(QString, cloud);
        m_settings.armEndpoint = armEndpoint;
        m_settings.cloud = cloud;
        const auto session = open();
        QVERIFY(!session);
        QCOMPARE(session.error().kind, ErrorKind::InvalidInput);
    }

    void cancellingWhileAzRunsEndsIt()
    {
        write("#!/bin/sh\ntouch '" + QFile::encodeName(m_folder->filePath(u"ran"_s)) + "'\nexec sleep 600\n");
        auto* job = makeJob();
        bool wasCancelled = false;
        job->onFinished(
               this,
               [&](const Result<std::shared_ptr<Session>>& session) { wasCancelled = session.error().isCancelled(); })
            ->start();
        QTRY_VERIFY(QFile::exists(m_folder->filePath(u"ran"_s)));
        job->cancel();
        QTRY_VERIFY(wasCancelled);
    }

private:
    void write(const QByteArray& script)
    {
        QFile az(m_folder->filePath(u"az"_s));
        QVERIFY(az.open(QIODevice::WriteOnly));
        az.write(script);
        az.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    void standInFor(const QString& audience)
    {
        const SimulatedTenant& home = m_server->azure().estate().tenants().first();
        const QByteArray token = SimulatedToken::issue(home.id, audience, QDateTime::currentDateTimeUtc().addSecs(3600),
                                                       u"avery@contoso.example"_s);
        write("#!/bin/sh\ntouch '" + QFile::encodeName(m_folder->filePath(u"ran"_s)) + "'\necho '{\"accessToken\":\"" +
              token + "\",\"expires_on\":4102444800}'\n");
    }

    [[nodiscard]] JobOf<std::shared_ptr<Session>>* makeJob()
    {
        SessionSupplies supplies;
        supplies.clock = std::make_shared<SystemClock>();
        supplies.secrets = std::make_shared<MemoryStore>();
        supplies.makeNetwork = [] { return std::make_unique<QNetworkAccessManager>(); };
        return new OpenAzureCliJob(m_settings, supplies, this);
    }
    Result<std::shared_ptr<Session>> open() { return finishedResult(makeJob()); }

    Settings m_settings;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SimulatedAzureServer> m_server;
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::OpenAzureCliJobTest)
#include "openazureclijobtest.moc"
