// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azurecaller.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace CommKeys;

class SimulatedAzureTest : public QObject
{
    Q_OBJECT

private:
    static QString listPath(const AzureCaller& caller, const QString& subscription)
    {
        return u"/subscriptions/%1/providers/Microsoft.Communication/communicationServices?api-version=2023-04-01"_s
            .arg(caller.azure.estate().subscriptionNamed(subscription)->id.toString());
    }
    static QJsonArray valueOf(const SimulatedAnswer& answer) { return bodyOf(answer)["value"_L1].toArray(); }

private slots:
    void tenantsAreToldToAnybodyWhoIsSignedIn()
    {
        AzureCaller caller;
        const QJsonArray tenants = valueOf(caller.get(u"/tenants?api-version=2022-12-01"_s));
        QCOMPARE(tenants.size(), 2);
        QCOMPARE(tenants.at(1)["displayName"_L1].toString(), u"Fabrikam"_s);
        QCOMPARE(tenants.at(0)["tenantCategory"_L1].toString(), u"Home"_s);
    }

    void theOldVersionOfTenantsTellsOnlyTheId()
    {
        AzureCaller caller;
        const QJsonObject tenant = valueOf(caller.get(u"/tenants?api-version=2016-06-01"_s)).first().toObject();
        QCOMPARE(tenant.keys(), (QStringList{u"id"_s, u"tenantId"_s}));
    }

    void onlySubscriptionsOfTheTokensTenantAreListed()
    {
        AzureCaller contoso;
        AzureCaller fabrikam(demoEstate(), u"Fabrikam"_s);
        QCOMPARE(valueOf(contoso.get(u"/subscriptions?api-version=2022-12-01"_s)).size(), 4);
        const QJsonObject body = bodyOf(fabrikam.get(u"/subscriptions?api-version=2022-12-01"_s));
        QCOMPARE(body["value"_L1].toArray().size(), 2);
        QCOMPARE(body["value"_L1][0]["displayName"_L1].toString(), u"Fabrikam Retail"_s);
        QCOMPARE(body["count"_L1]["value"_L1].toInt(), 2);
    }

    void aListHoldsTheResourcesOfItsSubscription()
    {
        AzureCaller caller;
        const QJsonArray list = valueOf(caller.get(listPath(caller, u"Production"_s)));
        const auto kept =
            caller.azure.estate().resourcesOf(caller.azure.estate().subscriptionNamed(u"Production"_s)->id, {});
        QCOMPARE(list.size(), kept.size());
        QCOMPARE(list.first()["id"_L1].toString(), kept.first()->id);
        QCOMPARE(list.first()["type"_L1].toString(), u"microsoft.communication/communicationservices"_s);
    }

    void aListOfAGroupHoldsOnlyWhatIsInIt()
    {
        AzureCaller caller;
        const SimulatedResource* resource = caller.azure.estate().resourceNamed(u"acs-sms-00003"_s);
        const QString path = u"/subscriptions/%1/resourceGroups/RG-COMM-03/providers/Microsoft.Communication"
                             "/communicationServices?api-version=2023-04-01"_s.arg(resource->subscription.toString());
        const QJsonArray list = valueOf(caller.get(path));
        QVERIFY(!list.isEmpty());
        for (const QJsonValue& entry : list) {
            QVERIFY(entry["id"_L1].toString().contains("/rg-comm-03/"_L1));
        }
    }

    void anEmptySubscriptionHasAnEmptyListWithoutNextLink()
    {
        AzureCaller caller;
        QCOMPARE(bodyOf(caller.get(listPath(caller, u"Sandbox"_s))), (QJsonObject{{u"value"_s, QJsonArray()}}));
    }

    void aResourceIsFoundInAnyCasingAndAnswersInItsOwn()
    {
        AzureCaller caller(exampleEstate());
        const SimulatedAnswer answer = caller.get(
            u"/subscriptions/11112222-3333-4444-5555-666677778888/resourcegroups/myresourcegroup/providers/"
            "microsoft.communication/communicationservices/MYCOMMUNICATIONRESOURCE?api-version=2023-04-01"_s);
        QCOMPARE(answer.status, 200);
        QCOMPARE(bodyOf(answer)["id"_L1].toString(),
                 u"/subscriptions/11112222-3333-4444-5555-666677778888/resourceGroups/MyResourceGroup/providers/"
                 "Microsoft.Communication/CommunicationServices/MyCommunicationResource"_s);
    }

    void disableLocalAuthIsToldFromTheVersionThatKnowsIt()
    {
        AzureCaller caller;
        const QString id = caller.azure.estate().resourceNamed(u"acs-email-00006"_s)->id;
        QVERIFY(!bodyOf(caller.get(id + u"?api-version=2023-04-01"_s))["properties"_L1].toObject().contains(
            "disableLocalAuth"_L1));
        QCOMPARE(bodyOf(caller.get(id + u"?api-version=2025-05-01"_s))["properties"_L1]["disableLocalAuth"_L1],
                 QJsonValue(false));
    }

    void listKeysShowsBothKeysAndTheirConnectionStrings()
    {
        AzureCaller caller;
        const SimulatedAnswer answer = caller.listKeys(u"acs-prod-00000"_s);
        QCOMPARE(answer.status, 200);
        const QJsonObject keys = bodyOf(answer);
        const QString primary = keys["primaryKey"_L1].toString();
        QCOMPARE(primary, caller.azure.currentKey(u"acs-prod-00000"_s, KeyType::Primary));
        QCOMPARE(keys["secondaryKey"_L1].toString(), caller.azure.currentKey(u"acs-prod-00000"_s, KeyType::Secondary));
        QCOMPARE(keys["primaryConnectionString"_L1].toString(),
                 u"endpoint=https://acs-prod-00000.unitedstates.communication.azure.com/;accesskey="_s + primary);
    }

    void listKeysCountsAsAWrite()
    {
        AzureCaller caller;
        const SimulatedAnswer answer = caller.listKeys(u"acs-prod-00000"_s);
        QVERIFY(!headerValue(answer.headers, "x-ms-ratelimit-remaining-subscription-writes").isNull());
        QVERIFY(headerValue(answer.headers, "x-ms-ratelimit-remaining-subscription-reads").isNull());
    }

    void regeneratingAnswersOnlyTheNewPair_data()
    {
        QTest::addColumn<QByteArray>("keyType");
        QTest::addColumn<QString>("side");
        QTest::newRow("primary") << "Primary"_ba << u"primary"_s;
        QTest::newRow("secondary") << "Secondary"_ba << u"secondary"_s;
    }
    void regeneratingAnswersOnlyTheNewPair()
    {
        QFETCH(QByteArray, keyType);
        QFETCH(QString, side);
        const QString other = side == "primary"_L1 ? u"secondary"_s : u"primary"_s;
        AzureCaller caller;
        const QJsonObject before = bodyOf(caller.listKeys(u"acs-prod-00000"_s));
        const SimulatedAnswer answer = caller.regenerate(u"acs-prod-00000"_s, keyType);
        const QJsonObject after = bodyOf(caller.listKeys(u"acs-prod-00000"_s));

        QCOMPARE(answer.status, 200);
        QCOMPARE(bodyOf(answer).keys(), (QStringList{side + u"ConnectionString"_s, side + u"Key"_s}));
        QVERIFY(after[side + u"Key"_s] != before[side + u"Key"_s]);
        QCOMPARE(after[side + u"Key"_s], bodyOf(answer)[side + u"Key"_s]);
        QCOMPARE(after[side + u"ConnectionString"_s], bodyOf(answer)[side + u"ConnectionString"_s]);
        QCOMPARE(after[other + u"Key"_s], before[other + u"Key"_s]);
    }

    void aKeyTypeInAnyOtherSpellingIsRefusedAndChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("lower case") << "{\"keyType\":\"primary\"}"_ba;
        QTest::newRow("upper case") << "{\"keyType\":\"SECONDARY\"}"_ba;
        QTest::newRow("another word") << "{\"keyType\":\"Tertiary\"}"_ba;
        QTest::newRow("missing") << "{}"_ba;
        QTest::newRow("a number") << "{\"keyType\":1}"_ba;
    }
    void aKeyTypeInAnyOtherSpellingIsRefusedAndChangesNothing()
    {
        QFETCH(QByteArray, body);
        AzureCaller caller;
        const QString before = caller.azure.currentKey(u"acs-prod-00000"_s, KeyType::Primary);
        const SimulatedAnswer answer = caller.post(caller.path(u"acs-prod-00000"_s, u"/regenerateKey"_s), body);
        QCOMPARE(answer.status, 400);
        QCOMPARE(errorCodeOf(answer), u"HttpRequestPayloadAPISpecValidationFailed"_s);
        QCOMPARE(bodyOf(answer)["error"_L1]["details"_L1][0]["code"_L1].toString(), u"InvalidProperties"_s);
        QCOMPARE(caller.azure.currentKey(u"acs-prod-00000"_s, KeyType::Primary), before);
    }

    void aBodyThatIsNoJsonIsRefused()
    {
        AzureCaller caller;
        const QString path = caller.path(u"acs-prod-00000"_s, u"/regenerateKey"_s);
        QCOMPARE(errorCodeOf(caller.post(path, "keyType=Primary"_ba)), u"InvalidRequestContent"_s);
        SimulatedRequest form = caller.request("POST", path);
        form.body = "{\"keyType\":\"Primary\"}"_ba;
        QCOMPARE(caller.send(form).status, 415);
    }

    void theSameRequestsGetTheSameAnswersInEveryRun()
    {
        AzureCaller first;
        AzureCaller second;
        for (AzureCaller* caller : {&first, &second}) {
            (void)caller->listKeys(u"acs-sms-00003"_s);
        }
        const SimulatedAnswer a = first.regenerate(u"acs-sms-00003"_s, "Primary");
        const SimulatedAnswer b = second.regenerate(u"acs-sms-00003"_s, "Primary");
        QCOMPARE(a.body, b.body);
        QCOMPARE(a.headers, b.headers);
    }

    void everyAnswerHasItsOwnRequestIdAndIsNotToBeCached()
    {
        AzureCaller caller;
        const SimulatedAnswer first = caller.listKeys(u"acs-prod-00000"_s);
        const SimulatedAnswer second = caller.listKeys(u"acs-prod-00000"_s);
        QVERIFY(headerValue(first.headers, "x-ms-request-id") != headerValue(second.headers, "x-ms-request-id"));
        QVERIFY(!headerValue(first.headers, "x-ms-correlation-request-id").isEmpty());
        QCOMPARE(headerValue(first.headers, "cache-control"), "no-cache"_ba);
        QCOMPARE(headerValue(first.headers, "content-type"), "application/json; charset=utf-8"_ba);
        QCOMPARE(headerValue(first.headers, "date"), "Thu, 15 Jan 2026 10:42:00 GMT"_ba);
    }

    void theClientsIdComesBackWhenItIsAskedFor()
    {
        AzureCaller caller;
        SimulatedRequest request = caller.request("GET", u"/tenants?api-version=2022-12-01"_s);
        request.headers.append({"x-ms-client-request-id"_ba, "6cf9d130-3a8d-4235-a9be-3ca424c9102e"_ba});
        QVERIFY(headerValue(caller.send(request).headers, "x-ms-client-request-id").isNull());
        request.headers.append({"x-ms-return-client-request-id"_ba, "true"_ba});
        QCOMPARE(headerValue(caller.send(request).headers, "x-ms-client-request-id"),
                 "6cf9d130-3a8d-4235-a9be-3ca424c9102e"_ba);
        QCOMPARE(caller.azure.log().last().clientRequestId, "6cf9d130-3a8d-4235-a9be-3ca424c9102e"_ba);
    }

    void aRequestWithoutItsVersionIsRefusedBeforeItsToken()
    {
        AzureCaller caller;
        caller.token.clear();
        const SimulatedAnswer answer = caller.get(u"/subscriptions"_s);
        QCOMPARE(answer.status, 400);
        QCOMPARE(errorCodeOf(answer), u"MissingApiVersionParameter"_s);
    }

    void anUnknownVersionIsRefusedWithTheOnesThereAre()
    {
        AzureCaller caller;
        const SimulatedAnswer answer = caller.get(u"/subscriptions?api-version=1999-12-31"_s);
        QCOMPARE(answer.status, 400);
        QCOMPARE(errorCodeOf(answer), u"InvalidApiVersionParameter"_s);
        QVERIFY(errorMessageOf(answer).contains("2022-12-01"_L1));
    }

    void whatDoesNotExistIsNotFoundByName_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("code");
        const QString base = u"/subscriptions/11112222-3333-4444-5555-666677778888"_s;
        const QString services = u"/providers/Microsoft.Communication/communicationServices"_s;
        QTest::newRow("resource") << base + u"/resourceGroups/MyResourceGroup"_s + services + u"/none"_s
                                  << u"ResourceNotFound"_s;
        QTest::newRow("group") << base + u"/resourceGroups/none"_s + services << u"ResourceGroupNotFound"_s;
        QTest::newRow("subscription") << u"/subscriptions/99992222-3333-4444-5555-666677778888"_s + services
                                      << u"SubscriptionNotFound"_s;
    }
    void whatDoesNotExistIsNotFoundByName()
    {
        QFETCH(QString, path);
        QFETCH(QString, code);
        AzureCaller caller(exampleEstate());
        const SimulatedAnswer answer = caller.get(path + u"?api-version=2023-04-01"_s);
        QCOMPARE(answer.status, 404);
        QCOMPARE(errorCodeOf(answer), code);
        QCOMPARE(headerValue(answer.headers, "x-ms-failure-cause"), "gateway"_ba);
    }

    void subscriptionThatIsNoGuid_isInvalid_data()
    {
        QTest::addColumn<QString>("id");
        for (const QString& id : {u"Pay-As-You-Go"_s, u"providers"_s, u"11112222-3333-4444-5555-66667777888"_s}) {
            QTest::newRow(qPrintable(id)) << id;
        }
    }
    void subscriptionThatIsNoGuid_isInvalid()
    {
        QFETCH(const QString, id);
        AzureCaller caller;
        const SimulatedAnswer answer = caller.get(
            u"/subscriptions/%1/providers/Microsoft.Communication/communicationServices?api-version=2023-04-01"_s.arg(
                id));
        QCOMPARE(answer.status, 400);
        QCOMPARE(errorCodeOf(answer), u"InvalidSubscriptionId"_s);
        QCOMPARE(errorMessageOf(answer),
                 u"The provided subscription identifier '%1' is malformed or invalid."_s.arg(id));
    }

    void theWrongVerbIsNotAllowed()
    {
        AzureCaller caller;
        QCOMPARE(caller.get(caller.path(u"acs-prod-00000"_s, u"/regenerateKey"_s)).status, 405);
        QCOMPARE(caller.post(u"/subscriptions?api-version=2022-12-01"_s).status, 405);
    }

    void metadataNeedsNoToken()
    {
        AzureCaller caller;
        caller.token.clear();
        QCOMPARE(caller.get(u"/metadata/endpoints?api-version=2022-09-01"_s).status, 200);
        QCOMPARE(caller.get(u"/metadata/endpoints?api-version=2023-04-01"_s).status, 400);
    }

    void anotherHostIsNobody()
    {
        AzureCaller caller;
        SimulatedRequest request = caller.request("GET", u"/tenants?api-version=2022-12-01"_s);
        request.url.setHost(u"management.elsewhere.example"_s);
        QCOMPARE(caller.send(request).transport, SimulatedAnswer::Transport::UnknownHost);
        QCOMPARE(caller.azure.log().last().url.host(), u"management.elsewhere.example"_s);
    }

    void theLogTellsWhatWasAskedAndAnswered()
    {
        AzureCaller caller;
        (void)caller.listKeys(u"acs-prod-00000"_s);
        (void)caller.regenerate(u"acs-prod-00000"_s, "Primary");
        (void)caller.regenerate(u"acs-prod-00000"_s, "primary");
        QCOMPARE(caller.azure.count("POST", u"regeneratekey"_s), 2);
        QCOMPARE(caller.azure.count("POST", u"listKeys"_s), 1);
        QCOMPARE(caller.azure.count("GET", {}), 0);
        QCOMPARE(caller.azure.log().last().status, 400);
        caller.azure.clearLog();
        QVERIFY(caller.azure.log().isEmpty());
    }
};

QTEST_GUILESS_MAIN(SimulatedAzureTest)
#include "simulatedazuretest.moc"
