// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "entracaller.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace CommKeys;

class SimulatedEntraDeviceCodeTest : public QObject
{
    Q_OBJECT

private:
    static QJsonObject started(EntraCaller& caller, const QString& tenant = u"organizations"_s)
    {
        return bodyOf(caller.post(tenant + u"/oauth2/v2.0/devicecode"_s,
                                  {{u"client_id"_s, caller.client}, {u"scope"_s, caller.scope}}));
    }
    static SimulatedAnswer poll(EntraCaller& caller, const QJsonObject& code, const EntraFields& changes = {})
    {
        return caller.token(u"organizations"_s,
                            {{u"grant_type"_s, u"urn:ietf:params:oauth:grant-type:device_code"_s},
                             {u"device_code"_s, code["device_code"_L1].toString()}},
                            changes);
    }
    static SimulatedAnswer typed(EntraCaller& caller, const QJsonObject& code)
    {
        return caller.get(u"device?code="_s + code["user_code"_L1].toString());
    }

private slots:
    void aCodeComesWithItsPage()
    {
        EntraCaller caller;
        const QJsonObject code = started(caller);
        QCOMPARE(code["user_code"_L1].toString().size(), 9);
        QVERIFY(code["device_code"_L1].toString().size() > 40);
        QCOMPARE(code["verification_uri"_L1].toString(), u"https://microsoft.com/devicelogin"_s);
        QCOMPARE(code["expires_in"_L1].toInt(), 900);
        QCOMPARE(code["interval"_L1].toInt(), 5);
        QVERIFY(code["message"_L1].toString().contains(code["user_code"_L1].toString()));
        QVERIFY(started(caller)["user_code"_L1] != code["user_code"_L1]);
    }

    void theOlderNameOfTheGrant_isAccepted()
    {
        EntraCaller caller;
        caller.policy().deviceLogin = SimulatedDeviceLogin::Approve;
        const SimulatedAnswer answer = poll(caller, started(caller), {{u"grant_type"_s, u"device_code"_s}});
        QCOMPARE(answer.status, 200);
        QVERIFY(!bodyOf(answer)["access_token"_L1].toString().isEmpty());
    }

    void theRequestIsChecked()
    {
        EntraCaller caller;
        const QString here = u"organizations/oauth2/v2.0/devicecode"_s;
        QCOMPARE(entraCodeOf(caller.post(here, {{u"scope"_s, caller.scope}})), 900144);
        QCOMPARE(entraCodeOf(caller.post(here, {{u"client_id"_s, caller.client}})), 900144);
        QCOMPARE(entraCodeOf(caller.post(here, {{u"client_id"_s, u"x"_s}, {u"scope"_s, caller.scope}})), 700016);
        QCOMPARE(entraCodeOf(caller.post(here, {{u"client_id"_s, caller.client}, {u"scope"_s, u"User.Read"_s}})),
                 500011);
        QCOMPARE(entraCodeOf(caller.get(here)), 900561);
        QCOMPARE(entraCodeOf(caller.post(u"elsewhere.example/oauth2/v2.0/devicecode"_s, {})), 90002);
    }

    void itIsPendingUntilThePersonHasTypedTheCode()
    {
        EntraCaller caller;
        const QJsonObject code = started(caller);
        const SimulatedAnswer pending = poll(caller, code);
        QCOMPARE(pending.status, 400);
        QCOMPARE(entraErrorOf(pending), u"authorization_pending"_s);
        QCOMPARE(entraCodeOf(pending), 70016);
        const SimulatedAnswer page = typed(caller, code);
        QCOMPARE(page.status, 200);
        QVERIFY(page.body.contains("You have signed in"));
        caller.now = caller.now.addSecs(5);
        const SimulatedAnswer answer = poll(caller, code);
        QCOMPARE(answer.status, 200);
        QVERIFY(!bodyOf(answer)["refresh_token"_L1].toString().isEmpty());
        QCOMPARE(caller.tenantsWith(bodyOf(answer)).status, 200);
        caller.now = caller.now.addSecs(5);
        QCOMPARE(entraCodeOf(poll(caller, code)), 54005);
    }

    void askingTooSoonMakesTheIntervalLonger()
    {
        EntraCaller caller;
        const QJsonObject code = started(caller);
        QCOMPARE(entraErrorOf(poll(caller, code)), u"authorization_pending"_s);
        caller.now = caller.now.addSecs(4);
        QCOMPARE(entraErrorOf(poll(caller, code)), u"slow_down"_s);
        caller.now = caller.now.addSecs(9);
        QCOMPARE(entraErrorOf(poll(caller, code)), u"slow_down"_s);
        caller.now = caller.now.addSecs(15);
        QCOMPARE(entraErrorOf(poll(caller, code)), u"authorization_pending"_s);
    }

    void theLeverApproves()
    {
        EntraCaller caller;
        const QJsonObject code = started(caller);
        caller.policy().deviceLogin = SimulatedDeviceLogin::Approve;
        caller.policy().person = u"jordan@fabrikam.example"_s;
        const QJsonObject body = bodyOf(poll(caller, code));
        QCOMPARE(claimsOf(body["id_token"_L1])["preferred_username"_L1].toString(), u"jordan@fabrikam.example"_s);
    }

    void declinedIsDeclined_data()
    {
        QTest::addColumn<bool>("onThePage");
        QTest::newRow("on the page") << true;
        QTest::newRow("without it") << false;
    }
    void declinedIsDeclined()
    {
        QFETCH(bool, onThePage);
        EntraCaller caller;
        const QJsonObject code = started(caller);
        caller.policy().declineNext = onThePage;
        caller.policy().deviceLogin = onThePage ? SimulatedDeviceLogin::Wait : SimulatedDeviceLogin::Decline;
        if (onThePage) {
            QVERIFY(typed(caller, code).body.contains("You did not sign in"));
        }
        QCOMPARE(entraErrorOf(poll(caller, code)), u"authorization_declined"_s);
    }

    void aCodeExpiresAfterAQuarterOfAnHour()
    {
        EntraCaller caller;
        const QJsonObject code = started(caller);
        caller.now = caller.now.addSecs(900);
        QCOMPARE(typed(caller, code).status, 400);
        const SimulatedAnswer answer = poll(caller, code);
        QCOMPARE(entraErrorOf(answer), u"expired_token"_s);
        QCOMPARE(entraCodeOf(answer), 70019);
    }

    void whatIsNoCodeIsNotTakenForOne()
    {
        EntraCaller caller;
        const QJsonObject code = started(caller);
        const SimulatedAnswer unknown = poll(caller, {{u"device_code"_s, u"unknown"_s}});
        QCOMPARE(entraErrorOf(unknown), u"bad_verification_code"_s);
        QCOMPARE(entraCodeOf(unknown), 70018);
        QCOMPARE(entraCodeOf(poll(caller, code, {{u"client_id"_s, u"04b07795-8ddb-461a-bbee-02f9e1bf7b46"_s}})), 70018);
        QCOMPARE(entraCodeOf(poll(caller, code, {{u"device_code"_s, QString()}})), 900144);
        QVERIFY(typed(caller, {{u"user_code"_s, u"UNKNOWN22"_s}}).body.contains("AADSTS70018: "));
        QVERIFY(caller.get(u"device"_s).body.contains("Enter the code"));
    }

    void signingInAtATenantIsInteractive()
    {
        EntraCaller caller;
        caller.policy().mfaTenants = {u"Fabrikam"_s};
        QCOMPARE(typed(caller, started(caller, u"fabrikam.example"_s)).status, 200);
        QCOMPARE(caller.refresh(u"fabrikam.example"_s, caller.refreshTokenFrom()).status, 200);
    }

    void aCloudOfOnesOwnHasAPageOfItsOwn()
    {
        SimulatedAzure azure(demoEstate(), SimulatedCloud::at(QUrl(u"http://127.0.0.1:4711"_s)));
        SimulatedRequest request;
        request.verb = "POST"_ba;
        request.url = QUrl(u"http://127.0.0.1:4711/login/organizations/oauth2/v2.0/devicecode"_s);
        request.headers = {{"content-type"_ba, "application/x-www-form-urlencoded"_ba}};
        request.body = "client_id=04b07795-8ddb-461a-bbee-02f9e1bf7b46&scope=openid"_ba;
        const SimulatedAnswer answer = azure.answer(request, QDateTime(QDate(2026, 1, 15), QTime(), Qt::UTC));
        QCOMPARE(bodyOf(answer)["verification_uri"_L1].toString(), u"http://127.0.0.1:4711/login/device"_s);
    }
};

QTEST_GUILESS_MAIN(SimulatedEntraDeviceCodeTest)
#include "simulatedentradevicecodetest.moc"
