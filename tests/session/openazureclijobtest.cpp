// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/openazureclijob.h"
#include "auth/azureclilogin.h"
#include "azure/inventoryjob.h"
#include "azure/pagedlistjob.h"
#include "demo/simulatedcatalog.h"
#include "keychain/memorystore.h"
#include "support/finishedresult.h"
#include "support/simulatedazureserver.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
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

    void aSecondFactorForChangesOnlyIsSaidOnceWithTheCommandThatGetsIt()
    {
        const auto session = open();
        QVERIFY(session);
        demandClaims({u"listKeys"_s, u"regenerateKey"_s});
        const CommunicationService resource = firstResource(**session);
        for (int times = 0; times < 3; ++times) {
            const auto keys = finishedResult((*session)->arm().listKeys(resource, this));
            QVERIFY(!keys);
            QCOMPARE(keys.error().kind, ErrorKind::NotSignedIn);
            QVERIFY2(keys.error().message.contains(u"further proof"_s), qPrintable(keys.error().message));
            QVERIFY2(keys.error().advice.contains(login(resource)), qPrintable(keys.error().advice));
            QCOMPARE(loginCommandOf(keys.error()), login(resource));
            QVERIFY(keys.error().signIn);
            const auto regenerated = finishedResult((*session)->arm().regenerateKey(resource, KeyType::Primary, this));
            QVERIFY(!regenerated);
            QCOMPARE(regenerated.error().effect, Effect::None);
            QCOMPARE(loginCommandOf(regenerated.error()), login(resource));
        }
        QCOMPARE(m_server->azure().count("POST", u"/listKeys"_s), 1);
        QCOMPARE(m_server->azure().count("POST", u"/regenerateKey"_s), 1);
        // What wants no more goes on with the token that az has.
        QVERIFY(finishedResult((*session)->arm().listSubscriptions(resource.tenant, this)));

        standInFor(m_server->azure().cloud().audiences.first(), wanted()); // "az login" in a terminal
        QVERIFY(finishedResult((*session)->arm().listKeys(resource, this)));
        QVERIFY(finishedResult((*session)->arm().regenerateKey(resource, KeyType::Primary, this)));
    }

    void aTokenThatAzureRefusesAltogetherIsSentOnce()
    {
        const auto session = open();
        QVERIFY(session);
        const CommunicationService resource = firstResource(**session);
        m_server->azure().clearLog();
        SimulatedFault fault = SimulatedFault::given("GET", u"/subscriptions"_s, 401);
        fault.times = 10;
        m_server->azure().faults().next = {fault};
        for (int times = 0; times < 2; ++times) {
            const auto refused = finishedResult((*session)->arm().listSubscriptions(resource.tenant, this));
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, ErrorKind::NotSignedIn);
            QVERIFY2(refused.error().advice.contains(u"az logout"_s), qPrintable(refused.error().advice));
        }
        QCOMPARE(m_server->azure().count("GET", u"/subscriptions"_s), 1);
    }

    void a403WithAChallengeIsOneToo()
    {
        const auto session = open();
        QVERIFY(session);
        const CommunicationService resource = firstResource(**session);
        const QByteArray claims =
            QByteArray("{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"p1\"}}}").toBase64();
        SimulatedFault fault = SimulatedFault::given(
            "POST", u"listKeys"_s, 403, {},
            {{"www-authenticate", "Bearer error=\"insufficient_claims\", claims=\"" + claims + '"'}});
        m_server->azure().faults().next = {fault};
        const auto keys = finishedResult((*session)->arm().listKeys(resource, this));
        QVERIFY(!keys);
        QCOMPARE(keys.error().kind, ErrorKind::NotSignedIn);
        QVERIFY2(keys.error().advice.contains(QString::fromLatin1(claims)), qPrintable(keys.error().advice));
        QCOMPARE(m_server->azure().count("POST", u"/listKeys"_s), 1);
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

    static QJsonObject wanted()
    {
        return {
            {u"access_token"_s, QJsonObject{{u"acrs"_s, QJsonObject{{u"essential"_s, true}, {u"value"_s, u"p1"_s}}}}}};
    }

    void demandClaims(const QStringList& operations)
    {
        m_server->azure().entra().policy().claimsChallenge = wanted();
        m_server->azure().entra().policy().claimsOperations = operations;
    }

    [[nodiscard]] QString login(const CommunicationService& resource) const
    {
        return azureCliLogin(resource.tenant, m_server->azure().cloud().audiences.first(),
                             QString::fromUtf8(QJsonDocument(wanted()).toJson(QJsonDocument::Compact)));
    }

    /// One of the tenant whose tokens the stand-in hands out.
    [[nodiscard]] CommunicationService firstResource(Session& session)
    {
        const Result<Inventory> inventory = finishedResult(new InventoryJob(session.arm(), {}, this));
        const TenantId home = m_server->azure().estate().tenants().first().id;
        for (const CommunicationService& resource : inventory ? inventory->resources : QList<CommunicationService>()) {
            if (resource.tenant == home) {
                return resource;
            }
        }
        return {};
    }

    void standInFor(const QString& audience, const QJsonObject& claims = {})
    {
        const SimulatedTenant& home = m_server->azure().estate().tenants().first();
        SimulatedToken issued;
        issued.tenant = home.id;
        issued.audience = audience;
        issued.issuedUtc = QDateTime::currentDateTimeUtc();
        issued.expiresUtc = issued.issuedUtc.addSecs(3600);
        issued.upn = u"avery@contoso.example"_s;
        issued.claims = claims;
        const QByteArray token = issued.written();
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
