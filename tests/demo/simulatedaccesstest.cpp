// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedaccess.h"
#include "azurecaller.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace CommKeys;

class SimulatedAccessTest : public QObject
{
    Q_OBJECT

private:
    static QString tail(const QString& what)
    {
        const QString version = what == "permissions"_L1 ? u"2022-04-01"_s : u"2016-09-01"_s;
        return u"/providers/Microsoft.Authorization/%1?api-version=%2"_s.arg(what, version);
    }
    static TenantId tenantNamed(const AzureCaller& caller, const QString& name)
    {
        for (const SimulatedTenant& tenant : caller.azure.estate().tenants()) {
            if (tenant.displayName == name) {
                return tenant.id;
            }
        }
        return {};
    }
    static QByteArray challengeOf(const SimulatedAnswer& answer)
    {
        return headerValue(answer.headers, "www-authenticate");
    }

private slots:
    void withoutATokenNobodyComesInAndLearnsWhereToSignIn()
    {
        AzureCaller caller;
        caller.token.clear();
        const SimulatedAnswer answer = caller.listKeys(u"acs-prod-00000"_s);
        QCOMPARE(answer.status, 401);
        QCOMPARE(errorCodeOf(answer), u"AuthenticationFailed"_s);
        QVERIFY(challengeOf(answer).contains(tenantNamed(caller, u"Contoso"_s).toString().toLatin1()));
    }

    void whatIsNoTokenIsNotTakenForOne()
    {
        AzureCaller caller;
        caller.token = "not-a-token"_ba;
        QCOMPARE(errorCodeOf(caller.get(u"/tenants?api-version=2022-12-01"_s)), u"InvalidAuthenticationToken"_s);
        SimulatedRequest basic = caller.request("GET", u"/tenants?api-version=2022-12-01"_s);
        basic.headers = {{"authorization"_ba, "Basic YTpi"_ba}};
        QCOMPARE(errorCodeOf(caller.send(basic)), u"InvalidAuthenticationToken"_s);
    }

    void aTokenIsGoodUntilTheSecondItExpires()
    {
        AzureCaller caller;
        caller.token = caller.azure.issueToken(tenantNamed(caller, u"Contoso"_s), caller.now.addSecs(60));
        caller.now = caller.now.addSecs(59);
        QCOMPARE(caller.get(u"/tenants?api-version=2022-12-01"_s).status, 200);
        caller.now = caller.now.addSecs(1);
        const SimulatedAnswer answer = caller.get(u"/tenants?api-version=2022-12-01"_s);
        QCOMPARE(answer.status, 401);
        QCOMPARE(errorCodeOf(answer), u"ExpiredAuthenticationToken"_s);
        QCOMPARE(errorMessageOf(answer), u"The access token expiry UTC time '1/15/2026 10:43:00 AM' is earlier than "
                                         "current UTC time '1/15/2026 10:43:00 AM'."_s);
        QVERIFY(challengeOf(answer).contains("error=\"invalid_token\""));
        QVERIFY(challengeOf(answer).contains("error_description=\"The access token has expired.\""));
    }

    void aTokenForSomethingElseIsRefused()
    {
        AzureCaller caller;
        caller.token = SimulatedToken::issue(tenantNamed(caller, u"Contoso"_s), u"https://graph.microsoft.com/"_s,
                                             caller.now.addSecs(60), u"a@b"_s);
        QCOMPARE(errorCodeOf(caller.get(u"/tenants?api-version=2022-12-01"_s)),
                 u"InvalidAuthenticationTokenAudience"_s);
    }

    void aTokenOfTheWrongTenantIsToldTheRightOne()
    {
        AzureCaller caller(demoEstate(), u"Fabrikam"_s);
        const SimulatedAnswer answer = caller.listKeys(u"acs-prod-00000"_s);
        QCOMPARE(answer.status, 401);
        QCOMPARE(errorCodeOf(answer), u"InvalidAuthenticationTokenTenant"_s);
        QVERIFY(errorMessageOf(answer).contains(u"It must match the tenant 'https://sts.windows.net/%1/'"_s.arg(
            tenantNamed(caller, u"Contoso"_s).toString())));
    }

    void aTokenOfAnUnknownTenantIsRefusedEverywhere()
    {
        AzureCaller caller;
        caller.token =
            caller.azure.issueToken(TenantId(u"00000000-0000-0000-0000-000000000001"_s), caller.now.addSecs(60));
        QCOMPARE(errorCodeOf(caller.get(u"/subscriptions?api-version=2022-12-01"_s)),
                 u"InvalidAuthenticationTokenTenant"_s);
    }

    void aReaderSeesResourcesButNotTheirKeys()
    {
        AzureCaller caller(demoEstate(), u"Fabrikam"_s);
        QCOMPARE(caller.get(caller.path(u"acs-retired-00030"_s)).status, 200);
        for (const SimulatedAnswer& answer :
             {caller.listKeys(u"acs-retired-00030"_s), caller.regenerate(u"acs-retired-00030"_s, "Primary")}) {
            QCOMPARE(answer.status, 403);
            QCOMPARE(errorCodeOf(answer), u"AuthorizationFailed"_s);
        }
    }

    void aForbiddenSubscriptionForbidsEverythingAndNamesTheActionAndTheScope()
    {
        AzureCaller caller;
        const SimulatedResource* resource = caller.azure.estate().resourceNamed(u"acs-prod-00000"_s);
        caller.azure.faults().forbiddenSubscriptions = {resource->subscription};
        const SimulatedAnswer answer = caller.get(caller.path(u"acs-prod-00000"_s));
        QCOMPARE(answer.status, 403);
        QVERIFY(errorMessageOf(answer).contains("'Microsoft.Communication/communicationServices/read'"_L1));
        QVERIFY(errorMessageOf(answer).contains(u"over scope '"_s + resource->id.left(40)));
    }

    void permissionsSayWhatTheRoleMayDo_data()
    {
        QTest::addColumn<QString>("tenant");
        QTest::addColumn<QString>("resource");
        QTest::addColumn<QString>("action");
        QTest::addColumn<int>("notActions");
        QTest::newRow("owner") << u"Contoso"_s << u"acs-prod-00000"_s << u"*"_s << 0;
        QTest::newRow("contributor") << u"Contoso"_s << u"acs-stage-00001"_s << u"*"_s << 3;
        QTest::newRow("reader") << u"Fabrikam"_s << u"acs-retired-00030"_s << u"*/read"_s << 0;
    }
    void permissionsSayWhatTheRoleMayDo()
    {
        QFETCH(QString, tenant);
        QFETCH(QString, resource);
        QFETCH(QString, action);
        QFETCH(int, notActions);
        AzureCaller caller(demoEstate(), tenant);
        const QString id = caller.azure.estate().resourceNamed(resource)->id;
        const QString group = id.section(u'/', 0, 4);
        const QString subscription = id.section(u'/', 0, 2);
        for (const QString& scope : {id, group, subscription}) {
            const QJsonObject body = bodyOf(caller.get(scope + tail(u"permissions"_s)));
            QCOMPARE(body["value"_L1][0]["actions"_L1][0].toString(), action);
            QCOMPARE(body["value"_L1][0]["notActions"_L1].toArray().size(), notActions);
        }
    }

    void actionsMatchByTheirStarsWithoutRegardToCase()
    {
        QVERIFY(isAllowed(SimulatedRole::Owner, u"Microsoft.Communication/communicationServices/listKeys/action"_s));
        QVERIFY(isAllowed(SimulatedRole::Reader, u"MICROSOFT.COMMUNICATION/communicationServices/READ"_s));
        QVERIFY(!isAllowed(SimulatedRole::Reader, u"Microsoft.Communication/communicationServices/listKeys/action"_s));
        QVERIFY(!isAllowed(SimulatedRole::Contributor, u"microsoft.authorization/locks/write"_s));
    }

    void aReadOnlyLockForbidsBothPostsButNoGet()
    {
        AzureCaller caller;
        QCOMPARE(caller.get(caller.path(u"acs-email-00006"_s)).status, 200);
        const QString before = caller.azure.currentKey(u"acs-email-00006"_s, KeyType::Primary);
        for (const SimulatedAnswer& answer :
             {caller.listKeys(u"acs-email-00006"_s), caller.regenerate(u"acs-email-00006"_s, "Primary")}) {
            QCOMPARE(answer.status, 409);
            QCOMPARE(errorCodeOf(answer), u"ScopeLocked"_s);
        }
        QCOMPARE(caller.azure.currentKey(u"acs-email-00006"_s, KeyType::Primary), before);
    }

    void aReadOnlyLockReachesDownFromGroupAndSubscription_data()
    {
        QTest::addColumn<int>("parts");
        QTest::newRow("subscription") << 2;
        QTest::newRow("group") << 4;
        QTest::newRow("resource") << 8;
    }
    void aReadOnlyLockReachesDownFromGroupAndSubscription()
    {
        QFETCH(int, parts);
        AzureCaller caller;
        const QString scope = caller.azure.estate().resourceNamed(u"acs-sms-00003"_s)->id.section(u'/', 0, parts);
        caller.azure.faults().locks = {{scope.toUpper(), u"frozen"_s, u"ReadOnly"_s, {}}};
        QCOMPARE(caller.listKeys(u"acs-sms-00003"_s).status, 409);
    }

    void aLockAgainstDeletingForbidsNoKey()
    {
        AzureCaller caller; // rg-comm-00 of Production carries one
        QCOMPARE(caller.listKeys(u"acs-prod-00000"_s).status, 200);
    }

    void aLockOnANameDoesNotReachANameThatBeginsWithIt()
    {
        AzureCaller caller;
        const QString id = caller.azure.estate().resourceNamed(u"acs-sms-00003"_s)->id;
        caller.azure.faults().locks = {{id.chopped(1), u"frozen"_s, u"ReadOnly"_s, {}}};
        QCOMPARE(caller.listKeys(u"acs-sms-00003"_s).status, 200);
    }

    void locksAreListedAtTheirScopeAndAboveButNotBelow()
    {
        AzureCaller caller;
        const QString id = caller.azure.estate().resourceNamed(u"acs-prod-00000"_s)->id;
        const auto locksOf = [&](const QString& scope) {
            return bodyOf(caller.get(scope + tail(u"locks"_s)))["value"_L1].toArray();
        };
        QCOMPARE(locksOf(id).size(), 0);
        QCOMPARE(locksOf(id.section(u'/', 0, 4)).size(), 1);
        const QJsonArray ofSubscription = locksOf(id.section(u'/', 0, 2));
        QCOMPARE(ofSubscription.size(), 1);
        QCOMPARE(ofSubscription.first()["properties"_L1]["level"_L1].toString(), u"CanNotDelete"_s);
        QCOMPARE(locksOf(caller.azure.estate().resourceNamed(u"acs-email-00006"_s)->id)
                     .first()["properties"_L1]["notes"_L1]
                     .toString(),
                 u"Frozen until the holidays are over."_s);
    }
};

QTEST_GUILESS_MAIN(SimulatedAccessTest)
#include "simulatedaccesstest.moc"
