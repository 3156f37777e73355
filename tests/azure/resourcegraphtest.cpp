// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/resourcegraph.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace CommKeys {

class ResourceGraphTest final : public QObject
{
    Q_OBJECT

private slots:
    void asksForAThousandRowsInAnOrderAndWithTheirIds()
    {
        const QByteArray body = ResourceGraph::Question({SubscriptionId(u"S1"_s), SubscriptionId(u"S2"_s)}).body({});
        const QJsonObject asked = QJsonDocument::fromJson(body).object();
        QCOMPARE(asked.value("subscriptions"_L1).toArray(), (QJsonArray{u"S1"_s, u"S2"_s}));
        const QJsonObject options = asked.value("options"_L1).toObject();
        QCOMPARE(options.value("$top"_L1).toInt(), 1000);
        QCOMPARE(options.value("resultFormat"_L1).toString(), u"objectArray"_s);
        QVERIFY(!options.contains("$skipToken"_L1));
        const QString query = asked.value("query"_L1).toString();
        QVERIFY(query.contains("project id,"_L1));
        QVERIFY(query.endsWith("order by id asc"_L1));
    }

    void goesOnWhereThePageBeforeEnded()
    {
        const QByteArray body = ResourceGraph::Question({SubscriptionId(u"S1"_s)}).body(u"token \"1\""_s);
        const QJsonObject options = QJsonDocument::fromJson(body).object().value("options"_L1).toObject();
        QCOMPARE(options.value("$skipToken"_L1).toString(), u"token \"1\""_s);
    }

    void readsARow()
    {
        const Result<Page<CommunicationService>> page = ResourceGraph::parsePage(
            R"({"totalRecords":1,"count":1,"facets":[],"resultTruncated":"false","$skipToken":"next","data":[{"id":
            "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/RG/providers/Microsoft.Communication/CommunicationServices/acs",
            "location":"Global","tags":{"env":"prod"},"hostName":"acs.communication.azure.com",
            "dataLocation":"Europe","provisioningState":"Succeeded"}]})"_ba);
        QVERIFY2(page, page ? "" : qPrintable(page.error().toText()));
        QCOMPARE(page->nextLink, u"next"_s);
        QCOMPARE(page->items.size(), 1);
        const CommunicationService& service = page->items.first();
        QCOMPARE(service.name(), u"acs"_s);
        QCOMPARE(service.location, u"Global"_s);
        QCOMPARE(service.hostName(), u"acs.communication.azure.com"_s);
        QCOMPARE(service.dataLocation, u"Europe"_s);
        QCOMPARE(service.provisioningState, u"Succeeded"_s);
        QCOMPARE(service.tags.value(u"env"_s), u"prod"_s);
    }

    void oneOddRowDoesNotHideTheOthers()
    {
        const Result<Page<CommunicationService>> page = ResourceGraph::parsePage(
            R"({"data":[{"id":"nonsense"},null,7,{"id":
            "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/RG/providers/Microsoft.Communication/CommunicationServices/acs",
            "tags":null,"hostName":null}],"resultTruncated":"false"})"_ba);
        QVERIFY(page);
        QCOMPARE(page->items.size(), 1);
        QCOMPARE(page->unreadable.size(), 3);
        QVERIFY(page->items.first().hostName().isEmpty());
        QVERIFY(page->nextLink.isEmpty());
    }

    void theSkipTokenIsFoundWithoutReadingTheRows_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("token");
        QTest::newRow("before the rows") << R"({"$skipToken":"next","data":[{"id":"a"}]})"_ba << u"next"_s;
        QTest::newRow("behind the rows") << R"({"data":[{"id":"a"}],"$skipToken" : "next" })"_ba << u"next"_s;
        QTest::newRow("none") << R"({"data":[{"id":"a"}]})"_ba << QString();
        QTest::newRow("null") << R"({"$skipToken":null,"data":[],"resultTruncated":"false"})"_ba << QString();
        QTest::newRow("a tag of that name") << R"({"data":[{"tags":{"$skipToken":"tag"}}]})"_ba << QString();
        QTest::newRow("a text of that name") << R"({"a":"$skipToken","b":"text"})"_ba << QString();
        QTest::newRow("brackets and quotes in texts")
            << "{\"data\":[{\"id\":\"]}\\\"}{\"}],\"$skipToken\":\"next\"}"_ba << u"next"_s;
        QTest::newRow("escaped") << "{\"$skipToken\":\"a\\/b\\u002B\\\"c\"}"_ba << u"a/b+\"c"_s;
        QTest::newRow("cut off") << "{\"data\":[],\"$skipToken\":\"nex"_ba << QString();
        QTest::newRow("cut off in an escape") << "{\"data\":[\"\\"_ba << QString();
        QTest::newRow("no JSON") << "<html>]]}}\"$skipToken\":\"x\"</html>"_ba << QString();
        QTest::newRow("nothing") << QByteArray() << QString();
    }

    void theSkipTokenIsFoundWithoutReadingTheRows()
    {
        QFETCH(const QByteArray, body);
        QTEST(ResourceGraph::skipTokenOf(body), "token");
        if (const Result<Page<CommunicationService>> page = ResourceGraph::parsePage(body)) {
            QTEST(page->nextLink, "token");
        }
    }

    void whatIsNoPageIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << ""_ba;
        QTest::newRow("html") << "<html></html>"_ba;
        QTest::newRow("no rows") << R"({"value":[]})"_ba;
        QTest::newRow("a table") << R"({"data":{"columns":[],"rows":[]}})"_ba;
        QTest::newRow("cut off, and no way on") << R"({"data":[],"resultTruncated":"true"})"_ba;
    }

    void whatIsNoPageIsRefused()
    {
        QFETCH(QByteArray, body);
        const Result<Page<CommunicationService>> page = ResourceGraph::parsePage(body);
        QVERIFY(!page);
        QCOMPARE(page.error().kind, ErrorKind::BadAnswer);
    }

    void waitsWhenTheQuotaIsUsedUp_data()
    {
        QTest::addColumn<QByteArray>("remaining");
        QTest::addColumn<QByteArray>("resetsAfter");
        QTest::addColumn<std::chrono::milliseconds>("pause");
        QTest::newRow("nothing said") << QByteArray() << QByteArray() << 0ms;
        QTest::newRow("enough left") << "14"_ba
                                     << "00:00:05"_ba << 0ms;
        QTest::newRow("used up") << "0"_ba
                                 << "00:00:03"_ba << 3000ms;
        QTest::newRow("used up, no time said") << "0"_ba << QByteArray() << 5000ms;
        QTest::newRow("used up, nonsense") << "0"_ba
                                           << "soon"_ba << 5000ms;
        QTest::newRow("used up for hours") << "0"_ba
                                           << "10:00:00"_ba << 60'000ms;
        QTest::newRow("no number") << "many"_ba
                                   << "00:00:03"_ba << 0ms;
    }

    void waitsWhenTheQuotaIsUsedUp()
    {
        QFETCH(QByteArray, remaining);
        QFETCH(QByteArray, resetsAfter);
        HttpAnswer answer;
        answer.headers = {{"X-MS-User-Quota-Remaining"_ba, remaining},
                          {"x-ms-user-quota-resets-after"_ba, resetsAfter}};
        QTEST(ResourceGraph::pauseAfter(answer), "pause");
    }
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::ResourceGraphTest)
#include "resourcegraphtest.moc"
