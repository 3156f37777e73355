// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/cloudmetadata.h"
#include "azure/publicclouds.h"
#include "support/sharedtraffic.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

const QUrl arm(u"https://arm.own.example"_s);

QByteArray metadata(const QByteArray& audience, const QByteArray& login = "https://login.own.example/")
{
    return "{\"name\":\"Own\",\"resourceManager\":\"https://arm.own.example/\",\"portal\":\"https://"
           "portal.own.example\","
           "\"authentication\":{\"loginEndpoint\":\"" +
           login + "\",\"audiences\":[\"" + audience + "\"]},\"suffixes\":{\"keyVaultDns\":\"vault.own.example\"}}";
}

} // namespace

class CloudMetadataTest final : public QObject
{
    Q_OBJECT

private slots:
    void readsAnObjectWithAndWithoutAByteOrderMark()
    {
        for (const QByteArray& mark : {QByteArray(), QByteArray("\xEF\xBB\xBF")}) {
            const Result<Cloud> cloud = parseCloudMetadata(mark + metadata("https://arm.own.example/"), arm);
            QVERIFY2(cloud, cloud ? "" : qPrintable(cloud.error().message));
            QCOMPARE(cloud->name, u"Own"_s);
            QCOMPARE(cloud->audience, u"https://arm.own.example/"_s);
            QCOMPARE(cloud->loginEndpoint.host(), u"login.own.example"_s);
            QCOMPARE(cloud->keyVaultSuffix, u"vault.own.example"_s);
            QVERIFY(!cloud->isPublic);
        }
    }

    void readsTheShapeWithoutAName()
    {
        const Result<Cloud> cloud = parseCloudMetadata(
            "{\"galleryEndpoint\":\"https://g.own.example\",\"authentication\":{\"loginEndpoint\":"
            "\"https://login.own.example\",\"audiences\":[\"https://management.own.example/71522530\"]}}",
            arm);
        QVERIFY(cloud);
        QCOMPARE(cloud->name, u"arm.own.example"_s);
        QCOMPARE(cloud->audience, u"https://management.own.example/71522530"_s);
    }

    void picksTheRightOneOfAList()
    {
        const QByteArray other =
            "{\"name\":\"Other\",\"resourceManager\":\"https://arm.other.example\",\"authentication\":"
            "{\"loginEndpoint\":\"https://l.other.example\",\"audiences\":[\"https://a.other.example\"]}}";
        const Result<Cloud> cloud =
            parseCloudMetadata('[' + other + ',' + metadata("https://arm.own.example/") + ']', arm);
        QVERIFY(cloud);
        QCOMPARE(cloud->name, u"Own"_s);
        QVERIFY(!parseCloudMetadata('[' + other + ',' + other + ']', arm));
    }

    void theArmAddressIsTheOneThatWasAsked()
    {
        const QUrl elsewhere(u"https://tunnel.example:8443"_s);
        const Result<Cloud> cloud = parseCloudMetadata(metadata("https://arm.own.example/"), elsewhere);
        QVERIFY(cloud);
        QCOMPARE(cloud->armEndpoint, elsewhere);
    }

    void refusesWhatIsNoCloud_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("html") << QByteArray("<html></html>");
        QTest::newRow("other json") << QByteArray("{\"hello\":1}");
        QTest::newRow("empty list") << QByteArray("[]");
        QTest::newRow("no audience") << QByteArray("{\"authentication\":{\"loginEndpoint\":\"https://l.example\"}}");
        QTest::newRow("empty audience") << metadata("");
        QTest::newRow("http login") << metadata("https://arm.own.example/", "http://login.own.example");
        QTest::newRow("no login") << metadata("https://arm.own.example/", "");
        QTest::newRow("login with a password") << metadata("https://arm.own.example/", "https://u:p@l.example");
    }

    void refusesWhatIsNoCloud()
    {
        QFETCH(QByteArray, json);
        const Result<Cloud> cloud = parseCloudMetadata(json, arm);
        QVERIFY(!cloud);
        QVERIFY(!cloud.error().message.isEmpty());
    }

    void refusesEveryAudienceOfThePublicClouds_data()
    {
        QTest::addColumn<QByteArray>("audience");
        for (const auto* audience : {"https://management.azure.com/",
                                     "https://management.core.windows.net/",
                                     "https://MANAGEMENT.azure.com",
                                     "https://management.azure.com.",
                                     "https://management.azure.com:443/",
                                     "http://management.azure.com/",
                                     "https://vault.azure.net",
                                     "https://graph.microsoft.com",
                                     "https://graph.windows.net/",
                                     "https://storage.azure.com/",
                                     "https://communication.azure.com//",
                                     "https://database.windows.net/",
                                     "https://management.usgovcloudapi.net",
                                     "https://management.core.usgovcloudapi.net/",
                                     "https://management.chinacloudapi.cn",
                                     "https://management.core.chinacloudapi.cn/",
                                     "https://vault.azure.cn",
                                     "https://vault.usgovcloudapi.net",
                                     "https://login.microsoftonline.com/",
                                     "797f4846-ba00-4fd7-ba43-dac1f8f63013",
                                     "api://797f4846-ba00-4fd7-ba43-dac1f8f63013",
                                     "https://arm.own.example/ https://management.azure.com/",
                                     " https://arm.own.example",
                                     "urn:x",
                                     "https://own.example@management.azure.com/",
                                     "https://management\xE3\x80\x82"
                                     "azure.com/"}) {
            QTest::newRow(audience) << QByteArray(audience);
        }
    }

    void refusesEveryAudienceOfThePublicClouds()
    {
        QFETCH(QByteArray, audience);
        QVERIFY(isPublicCloudAudience(QString::fromUtf8(audience)));
        const Result<Cloud> cloud = parseCloudMetadata(metadata(audience), arm);
        QVERIFY(!cloud);
        QCOMPARE(cloud.error().kind, ErrorKind::Refused);
    }

    void takesAudiencesOfOnesOwn_data()
    {
        QTest::addColumn<QByteArray>("audience");
        for (const auto* audience :
             {"https://arm.own.example/", "http://127.0.0.1:4711/", "https://notazure.com/",
              "https://azure.com.own.example/x", "https://management.local.azurestack.external/71522530"}) {
            QTest::newRow(audience) << QByteArray(audience);
        }
    }

    void takesAudiencesOfOnesOwn()
    {
        QFETCH(QByteArray, audience);
        QVERIFY(!isPublicCloudAudience(QString::fromUtf8(audience)));
        QVERIFY(parseCloudMetadata(metadata(audience), arm));
    }

    void thePublicCloudsAreFoundByNameAndAddress()
    {
        QCOMPARE(publicClouds().size(), 3);
        QVERIFY(publicCloudNamed(u"azureusgovernment"_s));
        QVERIFY(!publicCloudNamed(u"AzureGermanCloud"_s));
        QCOMPARE(publicCloudAt(QUrl(u"https://management.chinacloudapi.cn/x"_s))->name, u"AzureChinaCloud"_s);
        QVERIFY(!publicCloudAt(arm));
    }

    void theTableAgreesWithTheRecordedMetadata()
    {
        if (!haveSharedTraffic()) {
            QSKIP("the recorded traffic is not beside this checkout");
        }
        const QJsonArray recorded = sharedTraffic(u"arm-metadata-endpoints-2019-05-01.trimmed.json"_s).array();
        QCOMPARE(recorded.size(), 3);
        for (const QJsonValue& value : recorded) {
            const std::optional<Cloud> cloud = publicCloudNamed(value[u"name"].toString());
            QVERIFY(cloud);
            QCOMPARE(cloud->armEndpoint.host(), QUrl(value[u"resourceManager"].toString()).host());
            QCOMPARE(cloud->loginEndpoint.host(), QUrl(value[u"authentication"][u"loginEndpoint"].toString()).host());
            QCOMPARE(cloud->portal.host(), QUrl(value[u"portal"].toString()).host());
            QCOMPARE(cloud->keyVaultSuffix, value[u"suffixes"][u"keyVaultDns"].toString());
            const QJsonArray audiences = value[u"authentication"][u"audiences"].toArray();
            for (const QJsonValue& audience : audiences) {
                QVERIFY(isPublicCloudAudience(audience.toString()));
            }
            // A public cloud's own metadata, served by somebody else, is refused.
            QVERIFY(!parseCloudMetadata(QJsonDocument(value.toObject()).toJson(), arm));
        }
    }
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::CloudMetadataTest)
#include "cloudmetadatatest.moc"
