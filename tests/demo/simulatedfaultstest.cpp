// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedfaults.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace CommKeys;

class SimulatedFaultsTest : public QObject
{
    Q_OBJECT

private:
    static Result<SimulatedFaults> read(const QByteArray& json)
    {
        return SimulatedFaults::fromJson(QJsonDocument::fromJson(json).object());
    }
    static SimulatedRequest request(const QByteArray& verb, const QString& path)
    {
        return {verb, QUrl(u"https://management.azure.com"_s + path), {}, {}};
    }

private slots:
    void everySwitchCanBeReadFromJson()
    {
        const auto faults =
            read("{\"latencyMs\":250,\"pageSize\":5,\"emptyFirstPage\":true,\"nextLink\":\"otherHost\","
                 "\"metadata\":\"publicAudience\",\"activityLogLagSeconds\":7,\"activityLogBodies\":"
                 "false,\"resourceGraph\":false,\"resourceGraphLagSeconds\":600,\"forbiddenSubscriptions\":[\"S\"],"
                 "\"locks\":[{\"scope\":\"/subscriptions/S\",\"level\":\"CanNotDelete\"}],"
                 "\"next\":[{\"verb\":\"post\",\"pathContains\":\"regenerateKey\",\"times\":2,"
                 "\"acts\":true,\"reply\":\"throttle\",\"status\":503,\"headers\":{\"x-a\":\"b\"},"
                 "\"body\":{\"error\":{}},\"retryAfterSeconds\":6,\"retryAfterHeader\":false,"
                 "\"delayMs\":30}]}"_ba);
        QVERIFY(faults.isOk());
        QCOMPARE(faults->latency.count(), 250);
        QCOMPARE(faults->pageSize, 5);
        QVERIFY(faults->emptyFirstPage);
        QCOMPARE(faults->nextLink, SimulatedNextLink::OtherHost);
        QCOMPARE(faults->metadata, SimulatedMetadata::PublicAudience);
        QCOMPARE(faults->activityLogLag.count(), 7);
        QVERIFY(!faults->activityLogBodies);
        QVERIFY(!faults->resourceGraph);
        QCOMPARE(faults->resourceGraphLag.count(), 600);
        QVERIFY(faults->forbiddenSubscriptions.contains(SubscriptionId(u"s"_s)));
        QCOMPARE(faults->locks.first().level, u"CanNotDelete"_s);
        const SimulatedFault& fault = faults->next.first();
        QCOMPARE(fault.verb, "POST"_ba);
        QCOMPARE(fault.pathContains, u"regenerateKey"_s);
        QCOMPARE(fault.times, 2);
        QVERIFY(fault.acts);
        QCOMPARE(fault.reply, SimulatedFault::Reply::Throttle);
        QCOMPARE(fault.status, 503);
        QCOMPARE(headerValue(fault.headers, "X-A"), "b"_ba);
        QCOMPARE(fault.body, "{\"error\":{}}"_ba);
        QCOMPARE(fault.retryAfter.count(), 6);
        QVERIFY(!fault.retryAfterHeader);
        QCOMPARE(fault.delay.count(), 30);
    }

    void whatItDoesNotKnowIsRefusedByName_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("name");
        QTest::newRow("switch") << "{\"latency\":250}"_ba << u"latency"_s;
        QTest::newRow("kind of value") << "{\"pageSize\":\"five\"}"_ba << u"pageSize"_s;
        QTest::newRow("below zero") << "{\"latencyMs\":-1}"_ba << u"latencyMs"_s;
        QTest::newRow("lag before it happened") << "{\"activityLogLagSeconds\":-1}"_ba << u"activityLogLagSeconds"_s;
        QTest::newRow("value") << "{\"nextLink\":\"nowhere\"}"_ba << u"nextLink"_s;
        QTest::newRow("member of a fault") << "{\"next\":[{\"path\":\"x\"}]}"_ba << u"path"_s;
        QTest::newRow("reply") << "{\"next\":[{\"reply\":\"explode\"}]}"_ba << u"reply"_s;
        QTest::newRow("member of a lock") << "{\"locks\":[{\"id\":\"x\"}]}"_ba << u"id"_s;
    }
    void whatItDoesNotKnowIsRefusedByName()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, name);
        const auto faults = read(json);
        QVERIFY(!faults);
        QVERIFY2(faults.error().message.contains(u'“' + name + u'”'), qPrintable(faults.error().message));
    }

    void aFaultMeetsAsManyMatchingRequestsAsItSays()
    {
        SimulatedFaults faults;
        faults.next = {SimulatedFault::given("POST", u"listkeys"_s, 500)};
        faults.next.first().times = 2;
        QVERIFY(!faults.take(request("GET", u"/x/listKeys"_s)));
        QVERIFY(!faults.take(request("POST", u"/x/regenerateKey"_s)));
        QVERIFY(faults.take(request("POST", u"/x/listKeys"_s)));
        QVERIFY(faults.take(request("POST", u"/x/listKeys"_s)));
        QVERIFY(!faults.take(request("POST", u"/x/listKeys"_s)));
        QVERIFY(faults.next.isEmpty());
    }

    void ofSeveralFaultsTheFirstThatMatchesIsTaken()
    {
        SimulatedFaults faults;
        faults.next = {SimulatedFault::given({}, u"a"_s, 500), SimulatedFault::given({}, {}, 503)};
        QCOMPARE(faults.take(request("GET", u"/b"_s))->status, 503);
        QCOMPARE(faults.take(request("GET", u"/a"_s))->status, 500);
    }
};

QTEST_GUILESS_MAIN(SimulatedFaultsTest)
#include "simulatedfaultstest.moc"
