// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/activitylog.h"
#include "support/sharedtraffic.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace CommKeys {

class ActivityLogTest final : public QObject
{
    Q_OBJECT

private slots:
    void readsAnEvent()
    {
        const Result<Page<ActivityLogEvent>> page = parseActivityLogPage(pageOf(eventJson()));
        QVERIFY(page);
        QCOMPARE(page->items.size(), 1);
        const ActivityLogEvent& event = page->items.at(0);
        QVERIFY(event.isKeyRegeneration());
        QCOMPARE(event.resource.name(), u"n"_s);
        QCOMPARE(event.phase, u"BeginRequest"_s);
        QCOMPARE(event.status, u"Started"_s);
        QCOMPARE(event.caller, u"user@contoso.example"_s);
        QCOMPARE(event.correlationId, u"c-1"_s);
        QCOMPARE(event.timeUtc, QDateTime(QDate(2026, 1, 3), QTime(7, 36, 27, 169), Qt::UTC));
        QCOMPARE(event.timeUtc.timeSpec(), Qt::UTC);
        QVERIFY(event.keyType == KeyType::Secondary);
    }

    void theKeyIsReadOnlyFromTheBodyOfABeginning_data()
    {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<QByteArray>("instead");
        const QByteArray body = "{\\\"keyType\\\":\\\"Secondary\\\"}";
        QTest::newRow("an end") << QByteArray("BeginRequest") << QByteArray("EndRequest");
        QTest::newRow("another word") << QByteArray("Secondary") << QByteArray("Tertiary");
        QTest::newRow("no JSON") << body << QByteArray("keyType=Secondary");
        QTest::newRow("a list") << body << QByteArray("[\\\"Secondary\\\"]");
        QTest::newRow("empty") << body << QByteArray();
        QTest::newRow("huge") << body << QByteArray(2'000'000, '[');
        QTest::newRow("another member") << QByteArray("requestbody") << QByteArray("responseBody");
    }

    void theKeyIsReadOnlyFromTheBodyOfABeginning()
    {
        QFETCH(QByteArray, member);
        QFETCH(QByteArray, instead);
        QVERIFY(eventJson().contains(member));
        const Result<Page<ActivityLogEvent>> page = parseActivityLogPage(pageOf(eventJson().replace(member, instead)));
        QVERIFY(page && page->items.size() == 1);
        QVERIFY(!page->items.at(0).keyType);
    }

    void theScopeStandsInForAResourceThatIsMissing()
    {
        const QByteArray json = eventJson().replace("\"resourceId\":", "\"authorization\":{\"scope\":");
        const Result<Page<ActivityLogEvent>> page = parseActivityLogPage(pageOf(json.chopped(1) + "}}"));
        QVERIFY(page && page->items.size() == 1);
        QCOMPARE(page->items.at(0).resource.name(), u"n"_s);
    }

    void oneOddEntryDoesNotHideTheOthers()
    {
        const Result<Page<ActivityLogEvent>> page = parseActivityLogPage(
            pageOf("null,7,{}," + eventJson().replace("2026-01-03T07:36:27.1694702Z", "yesterday") + ',' +
                   eventJson().replace("c-1", "") + ',' + eventJson().replace("/communicationServices/n", "") + ',' +
                   eventJson()));
        QVERIFY(page);
        QCOMPARE(page->unreadable.size(), 5);
        QCOMPARE(page->items.size(), 2);
        QVERIFY(page->items.at(0).resource.isEmpty() && !page->items.at(0).isKeyRegeneration());
        QCOMPARE(page->nextLink, u"https://arm.example/next"_s);
    }

    void aLogThatIsNoneIsAnError()
    {
        for (const QByteArray& json : {QByteArray(), QByteArray("{}"), QByteArray("<html></html>"),
                                       QByteArray("{\"code\":\"BadRequest\"}"), QByteArray("{\"value\":[{\"cal")}) {
            const Result<Page<ActivityLogEvent>> page = parseActivityLogPage(json);
            QVERIFY(!page);
            QCOMPARE(page.error().kind, ErrorKind::BadAnswer);
        }
    }

    void aCallerIsShownWithoutSecretsAndAtSomeLength()
    {
        const QByteArray token = "eyJhbGciOiJub25lIn0.eyJvaWQiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJl";
        const auto first = parseActivityLogPage(pageOf(eventJson().replace("user@contoso.example", token)));
        QVERIFY(!first->items.at(0).caller.contains(QString::fromLatin1(token)));
        const auto second =
            parseActivityLogPage(pageOf(eventJson().replace("user@contoso.example", QByteArray(50'000, '-'))));
        QVERIFY(second->items.at(0).caller.size() <= 200);
    }

    void aBeginningAndAnEndAreOneRegeneration_data()
    {
        QTest::addColumn<bool>("endFirst");
        QTest::newRow("newest first, as recorded") << true;
        QTest::newRow("oldest first") << false;
    }

    void aBeginningAndAnEndAreOneRegeneration()
    {
        QFETCH(bool, endFirst);
        QList<ActivityLogEvent> events{end(u"c-1"_s, 10), begin(u"c-1"_s, 8, KeyType::Primary)};
        if (!endFirst) {
            std::reverse(events.begin(), events.end());
        }
        const QList<KeyRegenerationEvent> list = keyRegenerations(events);
        QCOMPARE(list.size(), 1);
        QVERIFY(list.at(0).resource == resource());
        QVERIFY(list.at(0).type == KeyType::Primary);
        QCOMPARE(list.at(0).caller, u"user@contoso.example"_s);
        QCOMPARE(list.at(0).timeUtc, time.addSecs(10));
        QCOMPARE(list.at(0).correlationId, u"c-1"_s);
        QVERIFY(list.at(0).succeeded);
    }

    void onlyAnEndThatSucceededIsASuccess_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<bool>("succeeded");
        QTest::newRow("succeeded") << u"Succeeded"_s << true;
        QTest::newRow("in another casing") << u"SUCCEEDED"_s << true;
        QTest::newRow("failed") << u"Failed"_s << false;
        QTest::newRow("accepted") << u"Accepted"_s << false;
        QTest::newRow("nothing") << QString() << false;
    }

    void onlyAnEndThatSucceededIsASuccess()
    {
        QFETCH(QString, status);
        QFETCH(bool, succeeded);
        ActivityLogEvent ending = end(u"c-1"_s, 10);
        ending.status = status;
        QCOMPARE(keyRegenerations({ending}).at(0).succeeded, succeeded);
        ActivityLogEvent beginning = begin(u"c-1"_s, 8, KeyType::Primary);
        beginning.status = status;
        QVERIFY(!keyRegenerations({beginning}).at(0).succeeded);
        // What else is said of it takes no success back, and does not date it.
        const QList<KeyRegenerationEvent> list = keyRegenerations({end(u"c-1"_s, 5), ending});
        QVERIFY(list.size() == 1 && list.at(0).succeeded);
        QCOMPARE(list.at(0).timeUtc, time.addSecs(succeeded ? 10 : 5));
    }

    void whatIsKnownByHalfIsToldByHalf()
    {
        const KeyRegenerationEvent begun = keyRegenerations({begin(u"c-1"_s, 8, KeyType::Primary)}).at(0);
        QVERIFY(begun.type == KeyType::Primary && !begun.succeeded);
        QCOMPARE(begun.timeUtc, time.addSecs(8));
        const KeyRegenerationEvent ended = keyRegenerations({end(u"c-1"_s, 10)}).at(0);
        QVERIFY(!ended.type && ended.succeeded);
        QVERIFY(!keyRegenerations({begin(u"c-1"_s, 8, std::nullopt), end(u"c-1"_s, 10)}).at(0).type);
    }

    void oneCorrelationIdForSeveralResourcesMixesNothingUp()
    {
        ActivityLogEvent elsewhere = begin(u"c-1"_s, 3, KeyType::Secondary);
        elsewhere.resource = *ResourceId::of(resource().subscription(), u"g"_s, u"other"_s);
        const QList<KeyRegenerationEvent> list =
            keyRegenerations({begin(u"c-1"_s, 8, KeyType::Primary), end(u"C-1"_s, 10), elsewhere});
        QCOMPARE(list.size(), 2);
        QVERIFY(list.at(0).type == KeyType::Primary && list.at(0).succeeded);
        QVERIFY(list.at(1).type == KeyType::Secondary && !list.at(1).succeeded);
    }

    void twoKeysUnderOneCorrelationIdAreNotGuessedAt()
    {
        const QList<KeyRegenerationEvent> list =
            keyRegenerations({begin(u"c-1"_s, 1, KeyType::Primary), begin(u"c-1"_s, 2, KeyType::Secondary),
                              begin(u"c-1"_s, 3, KeyType::Primary), end(u"c-1"_s, 10)});
        QCOMPARE(list.size(), 1);
        QVERIFY(!list.at(0).type && list.at(0).succeeded);
    }

    void theNewestComesFirst()
    {
        QList<ActivityLogEvent> events;
        for (const int seconds : {5, 900, 17, 3}) {
            events.append(end(QString::number(seconds), seconds));
        }
        QStringList order;
        for (const KeyRegenerationEvent& event : keyRegenerations(events)) {
            order.append(event.correlationId);
        }
        QCOMPARE(order, (QStringList{u"900"_s, u"17"_s, u"5"_s, u"3"_s}));
    }

    void whatIsNoRegenerationIsLeftOut_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<int>("count");
        const QString services = u"Microsoft.Communication/CommunicationServices/"_s;
        QTest::newRow("regenerating") << services + u"RegenerateKey/action"_s << 1;
        QTest::newRow("in capitals") << (services + u"RegenerateKey/action"_s).toUpper() << 1;
        QTest::newRow("in small letters") << (services + u"RegenerateKey/action"_s).toLower() << 1;
        QTest::newRow("listing") << services + u"ListKeys/action"_s << 0;
        QTest::newRow("writing") << services + u"Write"_s << 0;
        QTest::newRow("another provider") << u"Microsoft.Storage/storageAccounts/regenerateKey/action"_s << 0;
        QTest::newRow("nothing") << QString() << 0;
    }

    void whatIsNoRegenerationIsLeftOut()
    {
        QFETCH(QString, operation);
        QFETCH(int, count);
        ActivityLogEvent event = end(u"c-1"_s, 10);
        event.operation = operation;
        QCOMPARE(keyRegenerations({event}).size(), count);
        event.resource = ResourceId();
        QVERIFY(keyRegenerations({event}).isEmpty());
    }

    void aQueryNeverBeginsEarlierThanTheServiceTakes()
    {
        const QDateTime earliest = time.addDays(-90).addSecs(3600);
        QCOMPARE(activityLogStart(time.addDays(-7), time), time.addDays(-7));
        QCOMPARE(activityLogStart(earliest.addSecs(1), time), earliest.addSecs(1));
        QCOMPARE(activityLogStart(earliest.addSecs(-1), time), earliest);
        QCOMPARE(activityLogStart(time.addYears(-10), time), earliest);
        QCOMPARE(activityLogStart(QDateTime(), time), earliest);
        QCOMPARE(activityLogStart(time.addDays(1), time), time);
    }

    void readsTheRecordedEvents()
    {
        if (!haveSharedTraffic()) {
            QSKIP("the recorded traffic is not beside this checkout");
        }
        const QJsonArray recordings = sharedTraffic(u"arm-real-responses.json"_s).array();
        QByteArray body;
        for (const QJsonValue& value : recordings) {
            body = value[u"name"].toString() == u"activitylog_events"_s ? bodyBytes(value[u"response"][u"body"]) : body;
        }
        // The recording is of another provider: with its names in place of ours it has to come out as one of ours.
        body.replace("Microsoft.Authorization/roleAssignments/write",
                     "Microsoft.Communication/CommunicationServices/RegenerateKey/action");
        body.replace("Microsoft.Authorization/roleAssignments", "Microsoft.Communication/CommunicationServices");
        body.replace("00000000-0000-0000-0000-000000000000", "11112222-3333-4444-5555-666677778888");
        body.replace("\\\"properties\\\":", "\\\"keyType\\\":\\\"Primary\\\",\\\"properties\\\":");
        const Result<Page<ActivityLogEvent>> page = parseActivityLogPage(body);
        QVERIFY(page);
        QCOMPARE(page->items.size(), 2);
        QCOMPARE(page->unreadable.size(), 0);
        const QList<KeyRegenerationEvent> list = keyRegenerations(page->items);
        QCOMPARE(list.size(), 1);
        QVERIFY(list.at(0).succeeded && list.at(0).type == KeyType::Primary);
        QCOMPARE(list.at(0).caller, u"user@contoso.example"_s);
        QCOMPARE(list.at(0).timeUtc, QDateTime(QDate(2020, 9, 17), QTime(7, 36, 29, 494), Qt::UTC));
    }

private:
    static ResourceId resource()
    {
        return *ResourceId::of(SubscriptionId(u"11112222-3333-4444-5555-666677778888"_s), u"g"_s, u"n"_s);
    }

    [[nodiscard]] ActivityLogEvent end(const QString& correlation, int seconds) const
    {
        // The service is free to write an id in another casing than a moment ago.
        const Result<ResourceId> shouted = ResourceId::parse(resource().toString().toUpper());
        return {*shouted,
                u"Microsoft.Communication/CommunicationServices/RegenerateKey/action"_s,
                u"EndRequest"_s,
                u"Succeeded"_s,
                u"user@contoso.example"_s,
                correlation,
                time.addSecs(seconds),
                {}};
    }

    [[nodiscard]] ActivityLogEvent begin(const QString& correlation, int seconds, std::optional<KeyType> type) const
    {
        ActivityLogEvent event = end(correlation, seconds);
        event.resource = resource();
        event.phase = u"beginrequest"_s;
        event.status = u"Started"_s;
        event.keyType = type;
        return event;
    }

    /// In the shape of the recorded events.
    static QByteArray eventJson()
    {
        return "{\"caller\":\"user@contoso.example\",\"correlationId\":\"c-1\",\"eventName\":{\"value\":"
               "\"BeginRequest\",\"localizedValue\":\"Begin request\"},\"operationName\":{\"value\":"
               "\"microsoft.communication/communicationservices/regeneratekey/ACTION\",\"localizedValue\":\"x\"},"
               "\"properties\":{\"requestbody\":\"{\\\"keyType\\\":\\\"Secondary\\\"}\"},\"status\":{\"value\":"
               "\"Started\"},\"eventTimestamp\":\"2026-01-03T07:36:27.1694702Z\",\"resourceId\":"
               "\"/subscriptions/11112222-3333-4444-5555-666677778888/resourcegroups/g/providers/"
               "Microsoft.Communication/communicationServices/n\"}";
    }
    static QByteArray pageOf(const QByteArray& events)
    {
        return "{\"value\":[" + events + "],\"nextLink\":\"https://arm.example/next\"}";
    }

    const QDateTime time{QDate(2026, 1, 15), QTime(10, 42), Qt::UTC};
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::ActivityLogTest)
#include "activitylogtest.moc"
