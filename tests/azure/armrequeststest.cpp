// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/armrequests.h"
#include "azure/publicclouds.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace CommKeys {

class ArmRequestsTest final : public QObject
{
    Q_OBJECT

private slots:
    void theRegenerateRequestIsTheOneOfTheReferencePage()
    {
        // Source: Communication Services - Regenerate Key, 2023-04-01, sample request.
        const Result<ResourceId> id = ResourceId::of(SubscriptionId(u"11112222-3333-4444-5555-666677778888"_s),
                                                     u"MyResourceGroup"_s, u"MyCommunicationResource"_s);
        const HttpRequest request = ArmRequests::regenerateKey(cloud(), tenant, *id, KeyType::Primary);
        QCOMPARE(request.verb, QByteArray("POST"));
        QCOMPARE(request.url.toString(QUrl::FullyEncoded),
                 u"https://management.azure.com/subscriptions/11112222-3333-4444-5555-666677778888/resourceGroups/"
                 "MyResourceGroup/providers/Microsoft.Communication/communicationServices/MyCommunicationResource/"
                 "regenerateKey?api-version=2023-04-01"_s);
        QCOMPARE(QJsonDocument::fromJson(request.body).object(), (QJsonObject{{u"keyType"_s, u"Primary"_s}}));
        QVERIFY(request.retry == RetryRule::Never);
        QCOMPARE(request.token->audience, u"https://management.azure.com/"_s);
        QVERIFY(request.token->tenant == tenant);
    }

    void theOtherKeyIsCalledSecondary()
    {
        const HttpRequest request = ArmRequests::regenerateKey(cloud(), tenant, exampleId(), KeyType::Secondary);
        QCOMPARE(request.body, QByteArray("{\"keyType\":\"Secondary\"}"));
    }

    void listKeysIsAPostWithoutABody()
    {
        const HttpRequest request = ArmRequests::listKeys(cloud(), tenant, exampleId());
        QCOMPARE(request.verb, QByteArray("POST"));
        QVERIFY(request.body.isEmpty());
        QVERIFY(request.url.path().endsWith(u"/listKeys"_s));
        QVERIFY(request.retry == RetryRule::OnlyWhenNotDone);
    }

    void readingIsGetAndNamesItsVersion()
    {
        const SubscriptionId in(u"11112222-3333-4444-5555-666677778888"_s);
        QCOMPARE(pathAndQuery(ArmRequests::tenants(cloud())), u"/tenants?api-version=2022-12-01"_s);
        QCOMPARE(pathAndQuery(ArmRequests::subscriptions(cloud(), tenant)), u"/subscriptions?api-version=2022-12-01"_s);
        QCOMPARE(pathAndQuery(ArmRequests::communicationServices(cloud(), tenant, in)),
                 u"/subscriptions/11112222-3333-4444-5555-666677778888/providers/Microsoft.Communication/"
                 "communicationServices?api-version=2023-04-01"_s);
        QCOMPARE(pathAndQuery(ArmRequests::communicationServicesOfGroup(cloud(), tenant, in, u"Grüße"_s)),
                 u"/subscriptions/11112222-3333-4444-5555-666677778888/resourceGroups/Gr%C3%BC%C3%9Fe/providers/"
                 "Microsoft.Communication/communicationServices?api-version=2023-04-01"_s);
        QVERIFY(!ArmRequests::cloudMetadata(cloud().armEndpoint, u"2022-09-01"_s).token);
    }

    void whatIsAskedBeforeARegenerationIsReadOnly()
    {
        const QString id = exampleId().toString();
        QCOMPARE(pathAndQuery(ArmRequests::permissions(cloud(), tenant, exampleId())),
                 id + u"/providers/Microsoft.Authorization/permissions?api-version=2022-04-01"_s);
        QCOMPARE(pathAndQuery(ArmRequests::locks(cloud(), tenant, exampleId())),
                 id + u"/providers/Microsoft.Authorization/locks?api-version=2016-09-01"_s);
        QCOMPARE(pathAndQuery(ArmRequests::locksOfGroup(cloud(), tenant, exampleId())),
                 u"/subscriptions/11112222-3333-4444-5555-666677778888/resourceGroups/g/providers/"
                 "Microsoft.Authorization/locks?api-version=2016-09-01"_s);
        QCOMPARE(pathAndQuery(ArmRequests::locksOfSubscription(cloud(), tenant, exampleId())),
                 u"/subscriptions/11112222-3333-4444-5555-666677778888/providers/Microsoft.Authorization/locks"
                 "?api-version=2016-09-01"_s);
        QCOMPARE(pathAndQuery(ArmRequests::localAuthState(cloud(), tenant, exampleId())),
                 id + u"?api-version=2025-05-01"_s);
        QCOMPARE(ArmRequests::locks(cloud(), tenant, exampleId()).verb, QByteArray("GET"));
        QVERIFY(ArmRequests::locks(cloud(), tenant, exampleId()).token->tenant == tenant);
    }

    void theActivityLogIsAskedForOneProviderBetweenTwoTimes()
    {
        const QDateTime until(QDate(2026, 1, 15), QTime(10, 42, 7, 500), Qt::UTC);
        const HttpRequest request =
            ArmRequests::activityLog(cloud(), tenant, exampleId().subscription(), until.addDays(-1), until);
        QCOMPARE(request.url.path(), u"/subscriptions/11112222-3333-4444-5555-666677778888/providers/"
                                     "Microsoft.Insights/eventtypes/management/values"_s);
        const QUrlQuery query(request.url);
        QCOMPARE(query.queryItemValue(u"api-version"_s), u"2015-04-01"_s);
        QCOMPARE(query.queryItemValue(u"$filter"_s, QUrl::FullyDecoded),
                 u"eventTimestamp ge '2026-01-14T10:42:07Z' and eventTimestamp le '2026-01-15T10:42:07Z' and "
                 "resourceProvider eq 'Microsoft.Communication'"_s);
        QVERIFY(!request.url.toString(QUrl::FullyEncoded).contains(u' '));
    }

private:
    static Cloud cloud() { return *publicCloudNamed(u"azurecloud"_s); }
    static ResourceId exampleId()
    {
        return *ResourceId::of(SubscriptionId(u"11112222-3333-4444-5555-666677778888"_s), u"g"_s, u"n"_s);
    }
    static QString pathAndQuery(const HttpRequest& request)
    {
        return request.url.path(QUrl::FullyEncoded) + u'?' + request.url.query(QUrl::FullyEncoded);
    }

    const TenantId tenant{u"e8abe575-baa6-4436-af8a-dbf3eeb3a857"_s};
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::ArmRequestsTest)
#include "armrequeststest.moc"
