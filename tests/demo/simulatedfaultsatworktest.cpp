// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azurecaller.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace CommKeys;

class SimulatedFaultsAtWorkTest : public QObject
{
    Q_OBJECT

private:
    using Reply = SimulatedFault::Reply;
    using Transport = SimulatedAnswer::Transport;
    const QString m_name = u"acs-prod-00000"_s;

    static QString listPath(const AzureCaller& caller)
    {
        return u"/subscriptions/%1/providers/Microsoft.Communication/communicationServices?api-version=2023-04-01"_s
            .arg(caller.azure.estate().subscriptionNamed(u"Production"_s)->id.toString());
    }
    static QString pathOf(const QString& link) { return link.mid(u"https://management.azure.com"_s.size()); }

private slots:
    void aFaultAfterActingHidesAKeyThatIsAlreadyNew_data()
    {
        QTest::addColumn<int>("reply");
        QTest::addColumn<bool>("acts");
        for (const bool acts : {true, false}) {
            const char* when = acts ? "after" : "before";
            QTest::addRow("drop, %s", when) << static_cast<int>(Reply::Drop) << acts;
            QTest::addRow("silence, %s", when) << static_cast<int>(Reply::Silence) << acts;
            QTest::addRow("500, %s", when) << static_cast<int>(Reply::Given) << acts;
            QTest::addRow("empty body, %s", when) << static_cast<int>(Reply::EmptyBody) << acts;
            QTest::addRow("html, %s", when) << static_cast<int>(Reply::Html) << acts;
            QTest::addRow("malformed JSON, %s", when) << static_cast<int>(Reply::MalformedJson) << acts;
            QTest::addRow("throttle, %s", when) << static_cast<int>(Reply::Throttle) << acts;
        }
    }
    void aFaultAfterActingHidesAKeyThatIsAlreadyNew()
    {
        QFETCH(int, reply);
        QFETCH(bool, acts);
        AzureCaller caller;
        SimulatedFault fault = SimulatedFault::beforeActing("POST", u"regenerateKey"_s, static_cast<Reply>(reply));
        fault.acts = acts;
        caller.azure.faults().next = {fault};
        const QString before = caller.azure.currentKey(m_name, KeyType::Primary);
        const SimulatedAnswer answer = caller.regenerate(m_name, "Primary");
        const QString after = caller.azure.currentKey(m_name, KeyType::Primary);
        QCOMPARE(after != before, acts);
        QVERIFY(!answer.body.contains(after.toLatin1()));
        QCOMPARE(caller.azure.log().last().acted, acts);
        QCOMPARE(caller.azure.log().last().status, answer.status);
    }

    void theTransportIsToldToBreakOrToKeepSilent()
    {
        AzureCaller caller;
        caller.azure.faults().next = {SimulatedFault::beforeActing({}, {}, Reply::Drop),
                                      SimulatedFault::beforeActing({}, {}, Reply::Silence)};
        QCOMPARE(caller.listKeys(m_name).transport, Transport::Drop);
        QCOMPARE(caller.listKeys(m_name).transport, Transport::Silence);
        QCOMPARE(caller.listKeys(m_name).transport, Transport::Deliver);
    }

    void anEmptyBodyComesWithTheStatusAndHeadersOfSuccess()
    {
        AzureCaller caller;
        caller.azure.faults().next = {SimulatedFault::afterActing("POST", u"regenerateKey"_s, Reply::EmptyBody)};
        const SimulatedAnswer answer = caller.regenerate(m_name, "Primary");
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.body.isEmpty());
        QVERIFY(!headerValue(answer.headers, "x-ms-request-id").isEmpty());
    }

    void aPageOfHtmlCarriesNoSignOfAzure()
    {
        AzureCaller caller;
        caller.azure.faults().next = {SimulatedFault::beforeActing({}, {}, Reply::Html)};
        const SimulatedAnswer answer = caller.listKeys(m_name);
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.body.startsWith("<!DOCTYPE html>"));
        QVERIFY(headerValue(answer.headers, "x-ms-request-id").isNull());
    }

    void malformedJsonBeginsWellAndIsNotJson()
    {
        AzureCaller caller;
        caller.azure.faults().next = {SimulatedFault::afterActing({}, {}, Reply::MalformedJson)};
        const SimulatedAnswer answer = caller.listKeys(m_name);
        QVERIFY(answer.body.startsWith("{\"primary"));
        QVERIFY(QJsonDocument::fromJson(answer.body).isNull());
    }

    void aGivenAnswerGoesOutAsItWasGiven()
    {
        AzureCaller caller;
        caller.azure.faults().next = {
            SimulatedFault::given("POST", u"listKeys"_s, 503, "{\"error\":{}}"_ba, {{"Retry-After"_ba, "7"_ba}})};
        const SimulatedAnswer answer = caller.listKeys(m_name);
        QCOMPARE(answer.status, 503);
        QCOMPARE(answer.body, "{\"error\":{}}"_ba);
        QCOMPARE(headerValue(answer.headers, "retry-after"), "7"_ba);
        QVERIFY(!headerValue(answer.headers, "x-ms-request-id").isEmpty());
    }

    void throttlingTellsTheWaitInTheSentenceAndOnDemandInTheHeader()
    {
        AzureCaller caller;
        SimulatedFault fault = SimulatedFault::beforeActing("POST", u"listKeys"_s, Reply::Throttle);
        fault.retryAfter = std::chrono::seconds(6);
        SimulatedFault withoutHeader = fault;
        withoutHeader.retryAfterHeader = false;
        caller.azure.faults().next = {fault, withoutHeader};

        const SimulatedAnswer first = caller.listKeys(m_name);
        QCOMPARE(first.status, 429);
        QCOMPARE(errorCodeOf(first), u"SubscriptionRequestsThrottled"_s);
        QVERIFY(errorMessageOf(first).endsWith("Please try again after '6' seconds."_L1));
        QCOMPARE(headerValue(first.headers, "retry-after"), "6"_ba);
        QVERIFY(headerValue(caller.listKeys(m_name).headers, "retry-after").isNull());
    }

    void latencyAndDelayAddUp()
    {
        AzureCaller caller;
        caller.azure.faults().latency = std::chrono::milliseconds(200);
        QCOMPARE(caller.listKeys(m_name).delay.count(), 200);
        SimulatedFault slow = SimulatedFault::afterActing({}, {}, Reply::EmptyBody);
        slow.delay = std::chrono::milliseconds(50);
        caller.azure.faults().next = {slow};
        QCOMPARE(caller.listKeys(m_name).delay.count(), 250);
    }

    void followingNextLinkGivesEveryEntryOnceWhateverThePageSize_data()
    {
        QTest::addColumn<int>("pageSize");
        QTest::addColumn<bool>("emptyFirst");
        QTest::newRow("one by one") << 1 << false;
        QTest::newRow("four") << 4 << false;
        QTest::newRow("four, empty first") << 4 << true;
        QTest::newRow("all, empty first") << 0 << true;
        QTest::newRow("more than there are") << 1000 << false;
    }
    void followingNextLinkGivesEveryEntryOnceWhateverThePageSize()
    {
        QFETCH(int, pageSize);
        QFETCH(bool, emptyFirst);
        AzureCaller caller;
        const QJsonArray all = bodyOf(caller.get(listPath(caller)))["value"_L1].toArray();
        caller.azure.faults().pageSize = pageSize;
        caller.azure.faults().emptyFirstPage = emptyFirst;
        QJsonArray collected;
        QString path = listPath(caller);
        for (int page = 0; !path.isEmpty() && page < 100; ++page) {
            const QJsonObject body = bodyOf(caller.get(path));
            QVERIFY(!(page == 0 && emptyFirst) || body["value"_L1].toArray().isEmpty());
            const QJsonArray entries = body["value"_L1].toArray();
            for (const QJsonValue& entry : entries) {
                collected.append(entry);
            }
            path = pathOf(body["nextLink"_L1].toString());
        }
        QCOMPARE(collected, all);
    }

    void nextLinkLeadsAstrayWhenItIsToldTo()
    {
        AzureCaller caller;
        caller.azure.faults().pageSize = 2;
        caller.azure.faults().nextLink = SimulatedNextLink::OtherHost;
        const QUrl other(bodyOf(caller.get(listPath(caller)))["nextLink"_L1].toString());
        QCOMPARE(other.host(), u"management.elsewhere.example"_s);
        QCOMPARE(other.path(), QUrl(listPath(caller)).path());

        caller.azure.faults().nextLink = SimulatedNextLink::Itself;
        QCOMPARE(pathOf(bodyOf(caller.get(listPath(caller)))["nextLink"_L1].toString()), listPath(caller));
    }
};

QTEST_GUILESS_MAIN(SimulatedFaultsAtWorkTest)
#include "simulatedfaultsatworktest.moc"
