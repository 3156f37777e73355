// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azurecaller.h"

#include <QJsonArray>
#include <QTest>
#include <QUrlQuery>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace CommKeys;

class SimulatedActivityLogTest : public QObject
{
    Q_OBJECT

private:
    static QString path(const AzureCaller& caller, const QString& filter)
    {
        QUrlQuery query;
        query.addQueryItem(u"api-version"_s, u"2015-04-01"_s);
        query.addQueryItem(u"$filter"_s, filter);
        return u"/subscriptions/%1/providers/Microsoft.Insights/eventtypes/management/values?"_s.arg(
                   caller.azure.estate().subscriptionNamed(u"Production"_s)->id.toString()) +
               query.toString(QUrl::FullyEncoded);
    }
    static QString since(const AzureCaller& caller, int days)
    {
        return u"eventTimestamp ge '%1'"_s.arg(caller.now.addDays(-days).toString(Qt::ISODate));
    }
    static QJsonArray events(AzureCaller& caller, int days)
    {
        return bodyOf(caller.get(path(caller, since(caller, days))))["value"_L1].toArray();
    }
    static QString valueOf(const QJsonValue& event, QLatin1StringView name)
    {
        return event[name]["value"_L1].toString();
    }

private slots:
    void aRegenerationIsSeenOnlyAfterALag_data()
    {
        QTest::addColumn<int>("lag");
        QTest::newRow("two minutes, as long as nobody says otherwise") << -1;
        QTest::newRow("at once") << 0;
        QTest::newRow("twenty minutes") << 1200;
    }
    void aRegenerationIsSeenOnlyAfterALag()
    {
        QFETCH(int, lag);
        AzureCaller caller;
        if (lag >= 0) {
            caller.azure.faults().activityLogLag = std::chrono::seconds(lag);
        }
        (void)caller.regenerate(u"acs-prod-00000"_s, "Primary");
        const int seconds = lag < 0 ? 120 : lag;
        if (seconds > 0) {
            caller.now = caller.now.addSecs(seconds - 2);
            QCOMPARE(events(caller, 1).size(), 0);
        }
        caller.now = caller.now.addSecs(2);
        QCOMPARE(events(caller, 1).size(), 2);
    }

    void aRegenerationLeavesABeginningAndAnEnd()
    {
        AzureCaller caller;
        const SimulatedAnswer answer = caller.regenerate(u"acs-prod-00000"_s, "Secondary");
        caller.now = caller.now.addSecs(120);
        const QJsonArray list = events(caller, 1);
        QCOMPARE(list.size(), 2);
        const QJsonValue end = list.at(0);
        const QJsonValue begin = list.at(1);
        QCOMPARE(valueOf(end, "eventName"_L1), u"EndRequest"_s);
        QCOMPARE(valueOf(end, "status"_L1), u"Succeeded"_s);
        QCOMPARE(end["properties"_L1]["statusCode"_L1].toString(), u"OK"_s);
        QCOMPARE(valueOf(begin, "eventName"_L1), u"BeginRequest"_s);
        QCOMPARE(valueOf(begin, "status"_L1), u"Started"_s);
        QCOMPARE(begin["properties"_L1]["requestbody"_L1].toString(), u"{\"keyType\":\"Secondary\"}"_s);
        for (const QJsonValue& event : {begin, end}) {
            QCOMPARE(valueOf(event, "operationName"_L1),
                     u"Microsoft.Communication/CommunicationServices/RegenerateKey/action"_s);
            QCOMPARE(event["caller"_L1].toString(), u"avery@contoso.example"_s);
            QCOMPARE(event["resourceId"_L1].toString().section(u'/', -1), u"acs-prod-00000"_s);
            QCOMPARE(event["correlationId"_L1].toString().toLatin1(),
                     headerValue(answer.headers, "x-ms-correlation-request-id"));
        }
        QVERIFY(begin["eventTimestamp"_L1].toString() < end["eventTimestamp"_L1].toString());
        QVERIFY(begin["eventDataId"_L1] != end["eventDataId"_L1]);
    }

    void theCallerIsWhoeverTheTokenIsFor()
    {
        AzureCaller caller;
        const TenantId tenant = caller.azure.estate().tenants().first().id;
        caller.token = caller.azure.issueToken(tenant, caller.now.addSecs(3600), u"sam@contoso.example"_s);
        (void)caller.listKeys(u"acs-prod-00000"_s);
        caller.now = caller.now.addSecs(120);
        const QJsonArray list = events(caller, 1);
        QCOMPARE(list.size(), 2);
        QCOMPARE(list.at(0)["caller"_L1].toString(), u"sam@contoso.example"_s);
        QCOMPARE(valueOf(list.at(0), "operationName"_L1),
                 u"Microsoft.Communication/CommunicationServices/ListKeys/action"_s);
        QVERIFY(!list.at(1)["properties"_L1].toObject().contains("requestbody"_L1)); // it has no body
    }

    void theBodyCanBeLeftOut()
    {
        AzureCaller caller;
        caller.azure.faults().activityLogBodies = false;
        (void)caller.regenerate(u"acs-prod-00000"_s, "Primary");
        caller.now = caller.now.addSecs(120);
        QVERIFY(!events(caller, 1).at(1)["properties"_L1].toObject().contains("requestbody"_L1));
    }

    void whatWasRefusedIsAFailureAndReadingLeavesNoTrace()
    {
        AzureCaller caller;
        (void)caller.regenerate(u"acs-prod-00000"_s, "primary");
        (void)caller.get(caller.path(u"acs-prod-00000"_s));
        (void)caller.post(caller.path(u"acs-prod-00000"_s, u"x/listKeys"_s)); // there is none of that name
        caller.now = caller.now.addSecs(120);
        const QJsonArray list = events(caller, 1);
        QCOMPARE(list.size(), 2);
        QCOMPARE(valueOf(list.at(0), "status"_L1), u"Failed"_s);
        QCOMPARE(valueOf(list.at(0), "subStatus"_L1), u"BadRequest"_s);
        QCOMPARE(list.at(0)["subStatus"_L1]["localizedValue"_L1].toString(), u"Bad Request (HTTP Status Code: 400)"_s);
    }

    void anAnswerThatWasLostIsInTheLogAndARequestThatNeverArrivedIsNot()
    {
        AzureCaller caller;
        caller.azure.faults().next = {
            SimulatedFault::afterActing("POST", u"regenerateKey"_s, SimulatedFault::Reply::Drop),
            SimulatedFault::beforeActing("POST", u"regenerateKey"_s, SimulatedFault::Reply::Drop)};
        (void)caller.regenerate(u"acs-prod-00000"_s, "Primary");
        (void)caller.regenerate(u"acs-prod-00000"_s, "Primary");
        caller.now = caller.now.addSecs(120);
        QCOMPARE(events(caller, 1).size(), 2);
    }

    void twoRequestsHaveTwoCorrelationIdsEvenAfterTheRequestsAreForgotten()
    {
        AzureCaller caller;
        (void)caller.regenerate(u"acs-prod-00000"_s, "Primary");
        caller.azure.clearLog();
        (void)caller.regenerate(u"acs-prod-00000"_s, "Primary");
        caller.now = caller.now.addSecs(120);
        QSet<QString> ids;
        const QJsonArray list = events(caller, 1);
        for (const QJsonValue& event : list) {
            ids.insert(event["correlationId"_L1].toString());
        }
        QCOMPARE(ids.size(), 2);
    }

    void aSubscriptionTellsOnlyOfItsOwn()
    {
        AzureCaller caller;
        (void)caller.regenerate(u"acs-dev-00002"_s, "Primary");
        caller.now = caller.now.addSecs(120);
        QCOMPARE(events(caller, 1).size(), 0);
    }

    void theDemoHasAPastOfNinetyDays()
    {
        AzureCaller caller;
        QCOMPARE(events(caller, 11).size(), 0);
        QCOMPARE(events(caller, 13).size(), 2);
        QCOMPARE(events(caller, 46).size(), 4);
        QCOMPARE(events(caller, 90).size(), 6); // what was 120 days ago is forgotten
        const QJsonArray list = events(caller, 90);
        QCOMPARE(list.last()["resourceId"_L1].toString().section(u'/', -1), u"acs-Voice-00005"_s);
        QVERIFY(isUuid(list.at(2)["caller"_L1].toString())); // done by no person
    }

    void thePastStaysWhereItIsWhenTimeGoesOn()
    {
        AzureCaller caller;
        QCOMPARE(events(caller, 13).size(), 2);
        const QByteArray token = caller.token;
        caller.now = caller.now.addDays(3);
        caller.token = caller.azure.issueToken(caller.azure.estate().tenants().first().id, caller.now.addSecs(3600));
        QCOMPARE(events(caller, 13).size(), 0);
        QCOMPARE(events(caller, 16).size(), 2);
    }

    void aStartBeforeTheNinetyDaysIsRefusedInTheFlatShape()
    {
        AzureCaller caller;
        const SimulatedAnswer answer = caller.get(
            path(caller, u"eventTimestamp ge 2018-01-01T00:00:00Z and eventTimestamp le 2999-01-01T00:00:00Z"_s));
        QCOMPARE(answer.status, 400);
        QCOMPARE(bodyOf(answer),
                 (QJsonObject{{u"code"_s, u"BadRequest"_s},
                              {u"message"_s, u"The start time cannot be more than 90 days in the past."_s}}));
        QCOMPARE(caller.get(path(caller, since(caller, 90))).status, 200);
    }

    void filtersOfTheRealServiceAreUnderstood_data()
    {
        QTest::addColumn<QString>("clause");
        QTest::addColumn<int>("count"); // -1: refused
        QTest::newRow("provider") << u" and resourceProvider eq 'Microsoft.Communication'"_s << 2;
        QTest::newRow("provider in another casing, without quotes")
            << u" AND resourceprovider EQ MICROSOFT.COMMUNICATION"_s << 2;
        QTest::newRow("another provider") << u" and resourceProvider eq 'Microsoft.Storage'"_s << 0;
        QTest::newRow("group") << u" and resourceGroupName eq 'RG-COMM-00'"_s << 2;
        QTest::newRow("another group") << u" and resourceGroupName eq 'rg-comm-01'"_s << 0;
        QTest::newRow("an end before it") << u" and eventTimestamp le '2026-01-02T00:00:00Z'"_s << 0;
        QTest::newRow("an end after it") << u" and eventTimestamp le '2026-01-04T00:00:00Z'"_s << 2;
        QTest::newRow("an operation") << u" and operationName eq 'x'"_s << -1;
        QTest::newRow("two conditions") << u" and correlationId eq 'x' and resourceUri eq 'y'"_s << -1;
        QTest::newRow("another relation") << u" and resourceProvider ge 'x'"_s << -1;
        QTest::newRow("no time") << u" and eventTimestamp le 'soon'"_s << -1;
        QTest::newRow("nonsense") << u" and "_s << -1;
    }
    void filtersOfTheRealServiceAreUnderstood()
    {
        QFETCH(QString, clause);
        QFETCH(int, count);
        AzureCaller caller;
        const SimulatedAnswer answer = caller.get(path(caller, since(caller, 13) + clause));
        QCOMPARE(answer.status, count < 0 ? 400 : 200);
        QCOMPARE(bodyOf(answer)["value"_L1].toArray().size(), std::max(0, count));
    }

    void withoutAFilterItSaysNothing()
    {
        AzureCaller caller;
        QCOMPARE(caller.get(path(caller, {})).status, 400);
        QCOMPARE(caller.get(path(caller, u"resourceProvider eq 'Microsoft.Communication'"_s)).status, 400);
    }

    void itComesInPagesLikeEveryList()
    {
        AzureCaller caller;
        const QJsonArray all = events(caller, 90);
        caller.azure.faults().pageSize = 4;
        const QJsonObject first = bodyOf(caller.get(path(caller, since(caller, 90))));
        QCOMPARE(first["value"_L1].toArray().size(), 4);
        const QUrl next(first["nextLink"_L1].toString(), QUrl::StrictMode);
        QVERIFY(next.isValid());
        const QJsonObject second = bodyOf(caller.get(next.path() + u'?' + next.query(QUrl::FullyEncoded)));
        QCOMPARE(second["value"_L1].toArray().size(), 2);
        QCOMPARE(second["value"_L1][1], all.last());
        QVERIFY(!second.contains("nextLink"_L1));
    }

    void aForbiddenSubscriptionForbidsItsLogToo()
    {
        AzureCaller caller;
        caller.azure.faults().forbiddenSubscriptions = {caller.azure.estate().subscriptionNamed(u"Production"_s)->id};
        const SimulatedAnswer answer = caller.get(path(caller, since(caller, 1)));
        QCOMPARE(answer.status, 403);
        QVERIFY(errorMessageOf(answer).contains("'Microsoft.Insights/eventtypes/values/read'"_L1));
    }
};

QTEST_GUILESS_MAIN(SimulatedActivityLogTest)
#include "simulatedactivitylogtest.moc"
