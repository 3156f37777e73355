// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/simulatedazureserver.h"
#include "demo/simulatedcatalog.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace CommKeys;

class SimulatedAzureServerTest : public QObject
{
    Q_OBJECT

private:
    struct World
    {
        SimulatedAzureServer server{demoEstate()};
        QNetworkAccessManager network;
        QByteArray token = server.azure().issueToken(server.azure().estate().tenants().first().id,
                                                     QDateTime::currentDateTimeUtc().addSecs(3600));

        [[nodiscard]] QNetworkRequest request(const QString& pathAndQuery) const
        {
            QNetworkRequest request(QUrl(server.baseUrl().toString() + pathAndQuery));
            request.setRawHeader("Authorization", "Bearer " + token);
            request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
            return request;
        }
        [[nodiscard]] QNetworkReply* get(const QString& pathAndQuery) { return network.get(request(pathAndQuery)); }
        [[nodiscard]] QNetworkReply* post(const QString& pathAndQuery, const QByteArray& body)
        {
            return network.post(request(pathAndQuery), body);
        }
        [[nodiscard]] QNetworkReply* regenerate()
        {
            const QString id = server.azure().estate().resourceNamed(u"acs-prod-00000"_s)->id;
            return post(id + u"/regenerateKey?api-version=2023-04-01"_s, "{\"keyType\":\"Primary\"}"_ba);
        }
    };

    static QJsonDocument finished(QNetworkReply* reply)
    {
        QSignalSpy spy(reply, &QNetworkReply::finished);
        if (!reply->isFinished()) {
            spy.wait();
        }
        return QJsonDocument::fromJson(reply->readAll());
    }
    static int statusOf(QNetworkReply* reply)
    {
        return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }

private slots:
    void theSimulationIsReachedOverASocket()
    {
        World world;
        QVERIFY(world.server.isListening());
        QCOMPARE(world.server.baseUrl().host(), u"127.0.0.1"_s);
        QNetworkReply* reply = world.regenerate();
        const QJsonDocument body = finished(reply);
        QCOMPARE(statusOf(reply), 200);
        QCOMPARE(body["primaryKey"_L1].toString(),
                 world.server.azure().currentKey(u"acs-prod-00000"_s, KeyType::Primary));
        QVERIFY(!reply->rawHeader("x-ms-request-id").isEmpty());
        QCOMPARE(world.server.azure().count("POST", u"regenerateKey"_s), 1);
    }

    void theMetadataLeadsBackToThisServer()
    {
        World world;
        const QJsonDocument cloud = finished(world.get(u"/metadata/endpoints?api-version=2022-09-01"_s));
        QCOMPARE(cloud["resourceManager"_L1].toString(), world.server.baseUrl().toString() + u'/');
    }

    void aNextLinkCanBeFollowedWordForWord()
    {
        World world;
        world.server.azure().faults().pageSize = 1;
        QJsonDocument page = finished(world.get(u"/tenants?api-version=2022-12-01"_s));
        const QString next = page["nextLink"_L1].toString();
        QVERIFY(next.startsWith(world.server.baseUrl().toString()));
        page = finished(world.get(next.mid(world.server.baseUrl().toString().size())));
        QCOMPARE(page["value"_L1].toArray().size(), 1);
        QVERIFY(!page.object().contains("nextLink"_L1));
    }

    void severalRequestsGoOverOneConnection()
    {
        World world;
        for (int count = 0; count < 20; ++count) {
            QCOMPARE(finished(world.get(u"/tenants?api-version=2022-12-01"_s))["value"_L1].toArray().size(), 2);
        }
    }

    void aDroppedConnectionDeliversNothing()
    {
        World world;
        world.server.azure().faults().next = {
            SimulatedFault::afterActing("POST", u"regenerateKey"_s, SimulatedFault::Reply::Drop)};
        // Qt itself would send a body that it can rewind once more; see app/http/oneshotbody.h. The second is refused.
        world.server.azure().faults().next += SimulatedFault::given("POST", u"regenerateKey"_s, 500);
        QNetworkReply* reply = world.regenerate();
        (void)finished(reply);
        QVERIFY(reply->error() != QNetworkReply::NoError);
        QVERIFY(world.server.azure().log().first().acted);
        QCOMPARE(world.server.azure().log().first().status, 0);
    }

    void delaysDoNotHoldUpOthers()
    {
        World world;
        SimulatedFault slow = SimulatedFault::given("GET", u"subscriptions"_s, 500);
        slow.delay = std::chrono::seconds(30);
        world.server.azure().faults().next = {slow};
        QNetworkReply* held = world.get(u"/subscriptions?api-version=2022-12-01"_s);
        QTRY_COMPARE(world.server.azure().log().size(), 1);
        QNetworkReply* other = world.get(u"/tenants?api-version=2022-12-01"_s);
        (void)finished(other);
        QCOMPARE(statusOf(other), 200);
        QVERIFY(!held->isFinished());
        held->abort();
    }

    void silenceKeepsTheConnectionOpenAndSaysNothing()
    {
        World world;
        world.server.azure().faults().next = {SimulatedFault::beforeActing({}, {}, SimulatedFault::Reply::Silence)};
        QNetworkReply* reply = world.get(u"/tenants?api-version=2022-12-01"_s);
        QSignalSpy spy(reply, &QNetworkReply::finished);
        QVERIFY(!spy.wait(100));
        reply->abort();
    }

    void theLeversAreNotInTheLog()
    {
        World world;
        (void)finished(world.get(u"/simulation/estate"_s));
        QVERIFY(world.server.azure().log().isEmpty());
    }

    void faultsCanBeSetFromOutside()
    {
        World world;
        QNetworkReply* reply =
            world.post(u"/simulation/faults"_s, "{\"next\":[{\"pathContains\":\"tenants\",\"status\":503}]}"_ba);
        (void)finished(reply);
        QCOMPARE(statusOf(reply), 200);
        reply = world.get(u"/tenants?api-version=2022-12-01"_s);
        (void)finished(reply);
        QCOMPARE(statusOf(reply), 503);
    }

    void aMisspelledFaultIsRefusedAndChangesNothing()
    {
        World world;
        world.server.azure().faults().pageSize = 7;
        QNetworkReply* reply = world.post(u"/simulation/faults"_s, "{\"pagesize\":3}"_ba);
        const QJsonDocument body = finished(reply);
        QCOMPARE(statusOf(reply), 400);
        QVERIFY(body["error"_L1]["message"_L1].toString().contains("pagesize"_L1));
        QCOMPARE(world.server.azure().faults().pageSize, 7);
    }

    void theLogAndTokensAndKeysCanBeHadFromOutside()
    {
        World world;
        const QJsonDocument token = finished(world.post(u"/simulation/tokens"_s, "{\"tenant\":\"Contoso\"}"_ba));
        world.token = token["accessToken"_L1].toString().toLatin1();
        (void)finished(world.regenerate());
        const QJsonDocument log = finished(world.get(u"/simulation/requests"_s));
        QCOMPARE(log["requests"_L1].toArray().size(), 1);
        QCOMPARE(log["requests"_L1][0]["verb"_L1].toString(), u"POST"_s);
        QCOMPARE(log["requests"_L1][0]["status"_L1].toInt(), 200);
        QVERIFY(log["requests"_L1][0]["path"_L1].toString().endsWith("/regenerateKey"_L1));
        const QJsonDocument keys = finished(world.get(u"/simulation/keys?name=acs-prod-00000"_s));
        QCOMPARE(keys["primaryKey"_L1].toString(),
                 world.server.azure().currentKey(u"acs-prod-00000"_s, KeyType::Primary));
        (void)finished(world.network.deleteResource(world.request(u"/simulation/requests"_s)));
        QVERIFY(world.server.azure().log().isEmpty());
    }

    void aPortThatIsTakenIsNotListenedOn()
    {
        World world;
        SimulatedAzureServer second(demoEstate(), static_cast<quint16>(world.server.baseUrl().port()));
        QVERIFY(!second.isListening());
    }
};

QTEST_GUILESS_MAIN(SimulatedAzureServerTest)
#include "simulatedazureservertest.moc"
