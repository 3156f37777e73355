// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/communicationservice.h"
#include "azure/communicationservicekeys.h"
#include "azure/subscription.h"
#include "azure/tenant.h"
#include "support/sharedtraffic.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

class ArmParserTest final : public QObject
{
    Q_OBJECT

private slots:
    void readsTheExampleResponseWordForWord()
    {
        // Source: Communication Services - Regenerate Key, 2023-04-01, sample response.
        QByteArray json = "{\"primaryKey\": \"1234\", "
                          "\"primaryConnectionString\": \"endpoint=http://example.com;accesskey=1234\"}";
        const Result<CommunicationServiceKeys> keys = parseCommunicationServiceKeys(json);
        QVERIFY(keys);
        QCOMPARE(keys->primary.key->revealText(), u"1234"_s);
        QCOMPARE(keys->primary.connectionString->revealText(), u"endpoint=http://example.com;accesskey=1234"_s);
        QVERIFY(keys->secondary.isEmpty());
    }

    void overwritesTheJsonThatHeldTheKeys()
    {
        QByteArray json = QByteArray("{\"primaryKey\":\"1234\"}").append(' ');
        const QByteArray shared = json;
        QVERIFY(parseCommunicationServiceKeys(json));
        QVERIFY(json.isEmpty());
        QVERIFY(!shared.contains("1234"));
    }

    void anAbsentMemberIsNotAnEmptyOne()
    {
        QByteArray json = "{\"secondaryKey\":\"k\",\"primaryKey\":null}";
        const Result<CommunicationServiceKeys> keys = parseCommunicationServiceKeys(json);
        QVERIFY(keys);
        QVERIFY(keys->primary.isEmpty());
        QVERIFY(keys->secondary.key && !keys->secondary.connectionString);
    }

    void anAnswerWithoutAKeyIsNeverASuccess_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty body") << QByteArray();
        QTest::newRow("empty object") << QByteArray("{}");
        QTest::newRow("null") << QByteArray("null");
        QTest::newRow("list") << QByteArray("[\"1234\"]");
        QTest::newRow("html") << QByteArray("<html><title>Sign in</title></html>");
        QTest::newRow("cut off") << QByteArray("{\"primaryKey\":\"12");
        QTest::newRow("empty key") << QByteArray("{\"primaryKey\":\"\"}");
        QTest::newRow("number") << QByteArray("{\"primaryKey\":1234}");
        QTest::newRow("object") << QByteArray("{\"primaryKey\":{\"value\":\"1234\"}}");
        QTest::newRow("error in a 200") << QByteArray("{\"error\":{\"code\":\"x\"}}");
        QTest::newRow("another casing") << QByteArray("{\"PrimaryKey\":\"1234\"}");
    }

    void anAnswerWithoutAKeyIsNeverASuccess()
    {
        QFETCH(QByteArray, json);
        const Result<CommunicationServiceKeys> keys = parseCommunicationServiceKeys(json);
        QVERIFY(!keys);
        QCOMPARE(keys.error().kind, ErrorKind::BadAnswer);
        QVERIFY(!keys.error().message.isEmpty());
        QVERIFY(!keys.error().toText().contains(u"1234"_s));
    }

    void readsAResourceWithEveryMemberAndWithNone()
    {
        const QByteArray id = "/subscriptions/11112222-3333-4444-5555-666677778888/resourceGroups/g/providers/"
                              "Microsoft.Communication/CommunicationServices/Name";
        const Result<CommunicationService> full = parseCommunicationService(
            "{\"id\":\"" + id +
            "\",\"location\":\"Global\",\"systemData\":{\"createdAt\":\"2024-02-05T20:14:33.1234567Z\"},\"tags\":{"
            "\"env\":\"prod\"},\"properties\":{\"hostName\":"
            "\"name.communication.azure.com\",\"dataLocation\":\"unitedstates\",\"provisioningState\":\"Accepted\"}}");
        QVERIFY(full);
        QCOMPARE(full->name(), u"Name"_s);
        QCOMPARE(full->hostName(), u"name.communication.azure.com"_s);
        QCOMPARE(full->provisioningState, u"Accepted"_s);
        QCOMPARE(full->tags.value(u"env"_s), u"prod"_s);
        QCOMPARE(full->createdUtc.toString(Qt::ISODate), u"2024-02-05T20:14:33Z"_s);
        QVERIFY(parseCommunicationService("{\"id\":\"" + id + "\"}"));
        QVERIFY(!parseCommunicationService("{}"));
    }

    void oneOddEntryDoesNotHideTheOthers()
    {
        const Result<Page<CommunicationService>> page = parseCommunicationServicePage(
            "{\"value\":[{\"id\":\"/subscriptions/../x\"},null,7,{\"id\":\"/subscriptions/11112222-3333-4444-5555-"
            "666677778888/resourceGroups/g/providers/microsoft.communication/communicationservices/n\"}],"
            "\"nextLink\":\"https://arm.example/next\"}");
        QVERIFY(page);
        QCOMPARE(page->items.size(), 1);
        QCOMPARE(page->unreadable.size(), 3);
        QCOMPARE(page->nextLink, u"https://arm.example/next"_s);
        QCOMPARE(page->unreadable, (QStringList{u"/subscriptions/../x"_s, u"an entry that isn't an object"_s,
                                                u"an entry that isn't an object"_s}));
    }

    void aListWithoutAValueIsAnErrorAndAnEmptyOneIsNot()
    {
        QVERIFY(!parseTenantPage("{}"));
        QVERIFY(!parseTenantPage("{\"value\":{}}"));
        QVERIFY(!parseSubscriptionPage("<html></html>"));
        const Result<Page<Tenant>> empty = parseTenantPage("{\"value\":[],\"nextLink\":null}");
        QVERIFY(empty && empty->items.isEmpty() && empty->nextLink.isEmpty());
        const Result<Page<Tenant>> null = parseTenantPage("{\"value\":null,\"nextLink\":\"https://arm.example/next\"}");
        QVERIFY(null && null->items.isEmpty());
        QCOMPARE(null->nextLink, u"https://arm.example/next"_s);
    }

    void namesFallBackToWhatThereIs()
    {
        const QByteArray guid = "e8abe575-baa6-4436-af8a-dbf3eeb3a857";
        const Result<Page<Tenant>> tenants = parseTenantPage("{\"value\":[{\"tenantId\":\"" + guid + "\"}]}");
        QCOMPARE(tenants->items.at(0).displayName.toLatin1(), guid);
        const Result<Page<Subscription>> subscriptions =
            parseSubscriptionPage("{\"value\":[{\"subscriptionId\":\"" + guid + "\"}]}");
        QCOMPARE(subscriptions->items.at(0).displayName.toLatin1(), guid);
        QVERIFY(parseSubscriptionPage("{\"value\":[{\"subscriptionId\":\"../../tenants\"}]}")->items.isEmpty());
    }

    void readsEveryRecordedAnswer_data()
    {
        QTest::addColumn<QString>("file");
        for (const auto* file :
             {"recorded-2021-07.json", "recorded-2022-12.json", "recorded-2024-02.json", "recorded-2024-04.json",
              "powershell-AzCommunicationService.json", "powershell-AzCommunicationServiceKey.json"}) {
            QTest::newRow(file) << QString::fromLatin1(file);
        }
    }

    void readsEveryRecordedAnswer()
    {
        if (!haveSharedTraffic()) {
            QSKIP("the recorded traffic is not beside this checkout");
        }
        QFETCH(QString, file);
        const QJsonDocument document = sharedTraffic(file);
        const QJsonArray exchanges = document.isArray() ? document.array() : QJsonArray{document.object()};
        int read = 0;
        for (const QJsonValue& exchange : exchanges) {
            read += readsExchange(exchange) ? 1 : 0;
        }
        QVERIFY(read > 0);
    }

    void readsTheRecordedListsOfTenantsAndSubscriptions()
    {
        if (!haveSharedTraffic()) {
            QSKIP("the recorded traffic is not beside this checkout");
        }
        int read = 0;
        const QJsonArray recordings = sharedTraffic(u"arm-real-responses.json"_s).array();
        for (const QJsonValue& value : recordings) {
            const QString name = value[u"name"].toString();
            const QByteArray body = bodyBytes(value[u"response"][u"body"]);
            if (name == u"tenants_list"_s) {
                const Result<Page<Tenant>> page = parseTenantPage(body);
                QVERIFY(page && !page->items.isEmpty() && page->unreadable.isEmpty());
                ++read;
            } else if (name.startsWith(u"subscriptions_list"_s)) {
                const Result<Page<Subscription>> page = parseSubscriptionPage(body);
                QVERIFY(page && !page->items.isEmpty() && page->unreadable.isEmpty());
                QVERIFY(!page->items.at(0).displayName.isEmpty());
                ++read;
            }
        }
        QCOMPARE(read, 4);
    }

private:
    /// Checks an exchange that is about keys or resources; false for one that is about something else.
    static bool readsExchange(const QJsonValue& exchange)
    {
        const QJsonValue response = exchange[u"response"];
        const QString verb = exchange[u"request"][u"method"].toString();
        QString target = exchange[u"request"][u"target"].toString();
        if (target.isEmpty()) {
            target = exchange[u"request"][u"uri"].toString();
        }
        const QString path = QUrl(target).path();
        QByteArray body = bodyBytes(response[u"body"]);
        if (path.endsWith(u"/listKeys"_s) || path.endsWith(u"/regenerateKey"_s)) {
            const Result<CommunicationServiceKeys> keys = parseCommunicationServiceKeys(body);
            const int sides = keys ? int(!keys->primary.isEmpty()) + int(!keys->secondary.isEmpty()) : 0;
            const int expected = path.endsWith(u"/listKeys"_s) ? 2 : 1;
            QTest::qVerify(sides == expected, "keys", qPrintable(path), __FILE__, __LINE__);
            return true;
        }
        if (verb == u"GET"_s && path.endsWith(u"/communicationServices"_s, Qt::CaseInsensitive)) {
            const Result<Page<CommunicationService>> page = parseCommunicationServicePage(body);
            QTest::qVerify(page && page->unreadable.isEmpty(), "page", qPrintable(path), __FILE__, __LINE__);
            return true;
        }
        if (verb == u"GET"_s && path.contains(u"/communicationServices/"_s) && !path.contains(u"operationStatuses"_s)) {
            const Result<CommunicationService> service = parseCommunicationService(body);
            QTest::qVerify(bool(service), "resource", qPrintable(path), __FILE__, __LINE__);
            return true;
        }
        return false;
    }
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::ArmParserTest)
#include "armparsertest.moc"
