// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatednetworkaccessmanager.h"
#include "azurecaller.h"
#include "support/manualclock.h"

#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace CommKeys;

class SimulatedNetworkAccessManagerTest : public QObject
{
    Q_OBJECT

private:
    /// One simulated network with its clock, and the requests a client would send over it.
    struct World
    {
        AzureCaller caller;
        ManualClock clock{caller.now};
        SimulatedNetworkAccessManager network{caller.azure, clock};

        [[nodiscard]] QNetworkRequest request(const QString& pathAndQuery) const
        {
            QNetworkRequest request(QUrl(u"https://management.azure.com"_s + pathAndQuery));
            request.setRawHeader("Authorization", "Bearer " + caller.token);
            return request;
        }
        [[nodiscard]] QNetworkReply* tenants() { return network.get(request(u"/tenants?api-version=2022-12-01"_s)); }
        [[nodiscard]] QNetworkReply* regenerate()
        {
            QNetworkRequest posted = request(caller.path(u"acs-prod-00000"_s, u"/regenerateKey"_s));
            posted.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
            return network.post(posted, "{\"keyType\":\"Primary\"}"_ba);
        }
    };

private slots:
    void anAnswerArrivesFromTheEventLoopWithStatusHeadersAndBody()
    {
        World world;
        QNetworkReply* reply = world.regenerate();
        QSignalSpy finished(reply, &QNetworkReply::finished);
        QVERIFY(!reply->isFinished());
        QVERIFY(finished.wait());
        QCOMPARE(reply->error(), QNetworkReply::NoError);
        QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 200);
        QCOMPARE(reply->rawHeader("Cache-Control"), "no-cache"_ba);
        QCOMPARE(QJsonDocument::fromJson(reply->readAll())["primaryKey"_L1].toString(),
                 world.caller.azure.currentKey(u"acs-prod-00000"_s, KeyType::Primary));
    }

    void theSignalsComeInTheOrderOfARealReply()
    {
        World world;
        QNetworkReply* reply = world.network.get(world.request(u"/tenants?api-version=none"_s));
        QStringList order;
        connect(reply, &QNetworkReply::metaDataChanged, this, [&] { order.append(u"metaDataChanged"_s); });
        connect(reply, &QNetworkReply::readyRead, this, [&] { order.append(u"readyRead"_s); });
        connect(reply, &QNetworkReply::errorOccurred, this, [&] { order.append(u"errorOccurred"_s); });
        connect(reply, &QNetworkReply::finished, this, [&] { order.append(u"finished"_s); });
        connect(&world.network, &QNetworkAccessManager::finished, this, [&] { order.append(u"manager"_s); });
        QTRY_COMPARE(order.size(), 5);
        order.removeOne(u"manager"_s); // its place next to finished is not promised
        QCOMPARE(order, (QStringList{u"metaDataChanged"_s, u"readyRead"_s, u"errorOccurred"_s, u"finished"_s}));
        QCOMPARE(reply->error(), QNetworkReply::ProtocolInvalidOperationError);
        QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 400);
        QVERIFY(!reply->readAll().isEmpty());
    }

    void aDroppedConnectionIsARemoteHostThatClosed()
    {
        World world;
        const QString before = world.caller.azure.currentKey(u"acs-prod-00000"_s, KeyType::Primary);
        world.caller.azure.faults().next = {
            SimulatedFault::afterActing("POST", u"regenerateKey"_s, SimulatedFault::Reply::Drop)};
        QNetworkReply* reply = world.regenerate();
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->error(), QNetworkReply::RemoteHostClosedError);
        QVERIFY(!reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid());
        QVERIFY(world.caller.azure.currentKey(u"acs-prod-00000"_s, KeyType::Primary) != before);
        QCOMPARE(world.caller.azure.count("POST", u"regenerateKey"_s), 1);
    }

    void aHostThatIsNotSimulatedIsNotFound()
    {
        World world;
        QNetworkReply* reply = world.network.get(QNetworkRequest(QUrl(u"https://example.com/"_s)));
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->error(), QNetworkReply::HostNotFoundError);
    }

    void aSilentServiceNeverFinishesUntilItIsAborted()
    {
        World world;
        world.caller.azure.faults().next = {SimulatedFault::beforeActing({}, {}, SimulatedFault::Reply::Silence)};
        QNetworkReply* reply = world.tenants();
        QSignalSpy finished(reply, &QNetworkReply::finished);
        QTRY_COMPARE(world.caller.azure.log().size(), 1);
        QVERIFY(!finished.wait(50));
        reply->abort();
        QCOMPARE(finished.size(), 1);
        QCOMPARE(reply->error(), QNetworkReply::OperationCanceledError);
        reply->abort();
        QCOMPARE(finished.size(), 1);
    }

    void aRequestAbortedAtOnceDoesNotReachTheService()
    {
        World world;
        QNetworkReply* reply = world.regenerate();
        reply->abort();
        QTest::qWait(0);
        QCOMPARE(world.caller.azure.log().size(), 0);
    }

    void abortingDuringTheDelayKeepsTheAnswerBack()
    {
        World world;
        world.caller.azure.faults().latency = std::chrono::seconds(5);
        QNetworkReply* reply = world.tenants();
        QSignalSpy finished(reply, &QNetworkReply::finished);
        QTRY_COMPARE(world.clock.waiting(), 1);
        reply->abort();
        world.clock.advance(std::chrono::seconds(10));
        QTest::qWait(0);
        QCOMPARE(finished.size(), 1);
        QCOMPARE(reply->error(), QNetworkReply::OperationCanceledError);
    }

    void theDelayPassesOnTheClockThatWasGiven()
    {
        World world;
        world.caller.azure.faults().latency = std::chrono::hours(1);
        QNetworkReply* reply = world.tenants();
        QTRY_COMPARE(world.clock.waiting(), 1);
        world.clock.advance(std::chrono::minutes(59));
        QTest::qWait(0);
        QVERIFY(!reply->isFinished());
        world.clock.advance(std::chrono::minutes(1));
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->error(), QNetworkReply::NoError);
    }

    void deletingTheNetworkDuringADelayIsHarmless()
    {
        auto world = std::make_unique<World>();
        world->caller.azure.faults().latency = std::chrono::seconds(5);
        QSignalSpy finished(world->tenants(), &QNetworkReply::finished);
        QTRY_COMPARE(world->clock.waiting(), 1);
        world.reset();
        QCOMPARE(finished.size(), 0);
    }

    void aRedirectIsShownAndNotFollowed()
    {
        World world;
        world.caller.azure.faults().next = {
            SimulatedFault::given({}, {}, 307, {}, {{"location"_ba, "https://management.azure.com/tenants"_ba}})};
        QNetworkReply* reply = world.tenants();
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 307);
        QCOMPARE(reply->rawHeader("Location"), "https://management.azure.com/tenants"_ba);
        QCOMPARE(reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl(),
                 QUrl(u"https://management.azure.com/tenants"_s));
        QCOMPARE(world.caller.azure.log().size(), 1);
    }

    void theTransferTimeOfARequestIsHonoured()
    {
        World world;
        world.caller.azure.faults().next = {SimulatedFault::beforeActing({}, {}, SimulatedFault::Reply::Silence)};
        QNetworkRequest request = world.request(u"/tenants?api-version=2022-12-01"_s);
        request.setTransferTimeout(20);
        QNetworkReply* reply = world.network.get(request);
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->error(), QNetworkReply::OperationCanceledError);
    }
};

QTEST_GUILESS_MAIN(SimulatedNetworkAccessManagerTest)
#include "simulatednetworkaccessmanagertest.moc"
