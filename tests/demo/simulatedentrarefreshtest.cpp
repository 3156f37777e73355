// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "entracaller.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace CommKeys;

class SimulatedEntraRefreshTest : public QObject
{
    Q_OBJECT

private slots:
    void everyUseGivesAFurtherTokenAndTheOldOneGoesOnWorking()
    {
        EntraCaller caller;
        const QString first = caller.refreshTokenFrom();
        const QJsonObject body = bodyOf(caller.refresh(u"organizations"_s, first));
        const QString second = body["refresh_token"_L1].toString();
        QVERIFY(!second.isEmpty());
        QVERIFY(second != first);
        QVERIFY(!claimsOf(body["id_token"_L1]).contains("nonce"_L1));
        QCOMPARE(caller.refresh(u"organizations"_s, first).status, 200);
        QCOMPARE(caller.refresh(u"organizations"_s, second).status, 200);
    }

    void oneTokenIsGoodForEveryTenantOfThePersonAndEveryResource()
    {
        EntraCaller caller;
        const QString token = caller.refreshTokenFrom();
        const QJsonObject body = bodyOf(caller.refresh(u"fabrikam.example"_s, token));
        QCOMPARE(claimsOf(body["access_token"_L1])["tid"_L1].toString(), caller.tenantId(u"Fabrikam"_s));
        const QJsonObject home = claimsOf(body["id_token"_L1]);
        QCOMPARE(home["tid"_L1].toString(), caller.tenantId(u"Fabrikam"_s));
        const QJsonObject vault = bodyOf(caller.refresh(
            u"organizations"_s, token, {{u"scope"_s, u"https://vault.azure.net/.default offline_access"_s}}));
        QCOMPARE(claimsOf(vault["access_token"_L1])["aud"_L1].toString(), u"https://vault.azure.net"_s);
        QCOMPARE(errorCodeOf(caller.tenantsWith(vault)), u"InvalidAuthenticationTokenAudience"_s);
    }

    void clientInfoIsOfTheHomeWhateverTheTenant()
    {
        EntraCaller caller;
        const QJsonObject home = caller.signIn();
        const QJsonObject away = bodyOf(caller.refresh(u"fabrikam.example"_s, home["refresh_token"_L1].toString()));
        QCOMPARE(away["client_info"_L1], home["client_info"_L1]);
    }

    void onlyTheClientOfTheTokenMayUseIt()
    {
        EntraCaller caller;
        const QString token = caller.refreshTokenFrom();
        caller.client = u"04b07795-8ddb-461a-bbee-02f9e1bf7b46"_s;
        QCOMPARE(entraCodeOf(caller.refresh(u"organizations"_s, token)), 70000);
    }

    void whatIsNoTokenIsNotTakenForOne()
    {
        EntraCaller caller;
        const SimulatedAnswer garbage = caller.refresh(u"organizations"_s, u"garbage"_s);
        QCOMPARE(entraErrorOf(garbage), u"invalid_grant"_s);
        QCOMPARE(entraCodeOf(garbage), 70000);
        QCOMPARE(entraCodeOf(caller.refresh(u"organizations"_s, QString())), 900144);
    }

    void aTokenThatNobodyUsesForNinetyDaysExpires()
    {
        EntraCaller caller;
        const QString token = caller.refreshTokenFrom();
        caller.now = caller.now.addDays(89);
        QCOMPARE(caller.refresh(u"organizations"_s, token).status, 200);
        caller.now = caller.now.addDays(89);
        QCOMPARE(caller.refresh(u"organizations"_s, token).status, 200);
        caller.now = caller.now.addDays(90);
        const SimulatedAnswer answer = caller.refresh(u"organizations"_s, token);
        QCOMPARE(entraErrorOf(answer), u"invalid_grant"_s);
        QCOMPARE(entraCodeOf(answer), 700082);
        QCOMPARE(bodyOf(answer)["suberror"_L1].toString(), u"bad_token"_s);
    }

    void allTokensOfNowCanBeMadeToExpire()
    {
        EntraCaller caller;
        const QString token = caller.refreshTokenFrom();
        caller.policy().expireRefreshTokens = true;
        QCOMPARE(entraCodeOf(caller.refresh(u"organizations"_s, token)), 700082);
        QVERIFY(!caller.policy().expireRefreshTokens);
        QCOMPARE(caller.refresh(u"organizations"_s, caller.refreshTokenFrom()).status, 200);
    }

    void revokingMeetsOnePersonAndOnlyWhatExists()
    {
        EntraCaller caller;
        const QString averys = caller.refreshTokenFrom();
        const QString jordans =
            caller.refreshTokenFrom(u"organizations"_s, {{u"login_hint"_s, u"jordan@fabrikam.example"_s}});
        caller.policy().revoke = {u"Avery@contoso.example"_s};
        const SimulatedAnswer answer = caller.refresh(u"organizations"_s, averys);
        QCOMPARE(entraErrorOf(answer), u"invalid_grant"_s);
        QCOMPARE(entraCodeOf(answer), 50173);
        QCOMPARE(caller.refresh(u"organizations"_s, jordans).status, 200);
        QCOMPARE(caller.refresh(u"organizations"_s, caller.refreshTokenFrom()).status, 200);
    }

    void transientFailuresPass()
    {
        EntraCaller caller;
        const QString token = caller.refreshTokenFrom();
        caller.policy().transientFailures = 2;
        for (int time = 0; time < 2; ++time) {
            const SimulatedAnswer answer = caller.refresh(u"organizations"_s, token);
            QCOMPARE(answer.status, 503);
            QCOMPARE(entraErrorOf(answer), u"temporarily_unavailable"_s);
            QCOMPARE(entraCodeOf(answer), 90033);
        }
        QCOMPARE(caller.refresh(u"organizations"_s, token).status, 200);
    }
};

QTEST_GUILESS_MAIN(SimulatedEntraRefreshTest)
#include "simulatedentrarefreshtest.moc"
