// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "entracaller.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace CommKeys;

class SimulatedEntraTenantsTest : public QObject
{
    Q_OBJECT

private:
    static QString wantedText() { return u"{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\"}}}"_s; }
    static QJsonObject wanted() { return QJsonDocument::fromJson(wantedText().toUtf8()).object(); }
    /// As a client sends them: together with what it can do itself.
    static EntraFields sent()
    {
        return {{u"claims"_s, u"{\"access_token\":{\"xms_cc\":{\"values\":[\"CP1\"]},"
                              "\"acrs\":{\"value\":\"c1\",\"essential\":true}}}"_s}};
    }
    static QStringList namesIn(const SimulatedAnswer& tenants)
    {
        QStringList names;
        const QJsonArray entries = bodyOf(tenants)["value"_L1].toArray();
        for (const QJsonValue& tenant : entries) {
            names.append(tenant["displayName"_L1].toString());
        }
        return names;
    }

private slots:
    void resourceManagerShowsThePersonsTenants()
    {
        EntraCaller caller;
        QCOMPARE(namesIn(caller.tenantsWith(caller.signIn())), (QStringList{u"Contoso"_s, u"Fabrikam"_s}));
        const QJsonObject jordan = caller.signIn(u"organizations"_s, {{u"login_hint"_s, u"jordan@fabrikam.example"_s}});
        QCOMPARE(namesIn(caller.tenantsWith(jordan)), (QStringList{u"Fabrikam"_s}));
    }

    void aTenantWhereThePersonIsNoMemberGivesNoToken()
    {
        EntraCaller caller;
        caller.policy().person = u"jordan@fabrikam.example"_s;
        const SimulatedAnswer answer = caller.refresh(u"contoso.example"_s, caller.refreshTokenFrom());
        QCOMPARE(entraErrorOf(answer), u"invalid_grant"_s);
        QCOMPARE(entraCodeOf(answer), 50020);
    }

    void inAnEstateOfOneTenantAllSignInThere()
    {
        EntraCaller caller(exampleEstate());
        QCOMPARE(peopleOf(caller.azure.estate()).size(), 3);
        for (const SimulatedPerson& person : peopleOf(caller.azure.estate())) {
            QCOMPARE(person.startTenant(), caller.azure.estate().tenants().first().id);
            QVERIFY(!caller.refreshTokenFrom(u"organizations"_s, {{u"login_hint"_s, person.upn}}).isEmpty());
        }
    }

    void personalAccount_signsInAtATenant_itsHomeRefuses()
    {
        EntraCaller caller;
        caller.policy().person = u"robin@outlook.example"_s;
        const QJsonObject reply = caller.signIn();
        QCOMPARE(claimsOf(reply["id_token"_L1])["tid"_L1].toString(), caller.tenantId(u"Contoso"_s));
        const QByteArray info = QByteArray::fromBase64(reply["client_info"_L1].toString().toLatin1());
        QCOMPARE(QJsonDocument::fromJson(info)["utid"_L1].toString(), simulatedConsumers);
        QCOMPARE(namesIn(caller.tenantsWith(reply)), (QStringList{u"Contoso"_s, u"Fabrikam"_s}));
        const QString token = reply["refresh_token"_L1].toString();
        for (const QString& segment : {simulatedConsumers.toString(), u"consumers"_s}) {
            const SimulatedAnswer answer = caller.refresh(segment, token);
            QCOMPARE(entraErrorOf(answer), u"invalid_scope"_s);
            QCOMPARE(entraCodeOf(answer), 70011);
        }
        QCOMPARE(caller.refresh(u"fabrikam.example"_s, token).status, 200);
    }

    void refusals_haveTheirNumberWhereTheFormSays_data()
    {
        QTest::addColumn<SimulatedRefusalForm>("form");
        QTest::addColumn<QJsonValue>("codes");
        QTest::addColumn<bool>("hasUri");
        QTest::addColumn<bool>("isDescribed");
        using Form = SimulatedRefusalForm;
        QTest::newRow("whole") << Form::Whole << QJsonValue(QJsonArray{90072}) << true << true;
        QTest::newRow("texts") << Form::CodesAsTexts << QJsonValue(QJsonArray{u"90072"_s}) << false << true;
        QTest::newRow("no codes") << Form::NoCodes << QJsonValue(QJsonValue::Undefined) << true << true;
        QTest::newRow("uri") << Form::UriOnly << QJsonValue(QJsonValue::Undefined) << true << false;
        QTest::newRow("description") << Form::DescriptionOnly << QJsonValue(QJsonValue::Undefined) << false << true;
    }

    void refusals_haveTheirNumberWhereTheFormSays()
    {
        QFETCH(const SimulatedRefusalForm, form);
        EntraCaller caller;
        const QString token = caller.refreshTokenFrom();
        caller.policy().refusals = {{u"Fabrikam"_s, 90072}};
        caller.policy().refusalForm = form;
        const QJsonObject body = bodyOf(caller.refresh(u"fabrikam.example"_s, token));
        QCOMPARE(body["error"_L1].toString(), u"interaction_required"_s);
        QTEST(body["error_codes"_L1], "codes");
        QTEST(body["error_uri"_L1].toString().endsWith(u"error?code=90072"_s), "hasUri");
        QTEST(body["error_description"_L1].toString().startsWith(u"AADSTS90072: "_s), "isDescribed");
        QCOMPARE(caller.refresh(u"contoso.example"_s, token).status, 200);
    }

    void multiFactorAuthenticationIsWantedUntilThePersonWasThere()
    {
        EntraCaller caller;
        const QString token = caller.refreshTokenFrom();
        caller.policy().mfaTenants = {u"Fabrikam"_s};
        const SimulatedAnswer answer = caller.refresh(u"fabrikam.example"_s, token);
        QCOMPARE(answer.status, 400);
        QCOMPARE(entraErrorOf(answer), u"invalid_grant"_s);
        QCOMPARE(entraCodeOf(answer), 50076);
        QCOMPARE(bodyOf(answer)["suberror"_L1].toString(), u"basic_action"_s);
        const QJsonDocument claims = QJsonDocument::fromJson(bodyOf(answer)["claims"_L1].toString().toUtf8());
        QVERIFY(claims["access_token"_L1]["capolids"_L1]["essential"_L1].toBool());

        QCOMPARE(caller.refresh(u"organizations"_s, token).status, 200); // not wanted at home
        QVERIFY(!caller.signIn(u"organizations"_s).isEmpty());           // and signing in at home does not help
        QCOMPARE(entraCodeOf(caller.refresh(u"fabrikam.example"_s, token)), 50076);
        QVERIFY(!caller.signIn(u"fabrikam.example"_s).isEmpty());
        QCOMPARE(caller.refresh(u"fabrikam.example"_s, token).status, 200);
    }

    void signingInAtHomeIsSigningInThere()
    {
        EntraCaller caller;
        caller.policy().mfaTenants = {caller.tenantId(u"Contoso"_s).toUpper()};
        QCOMPARE(caller.refresh(u"contoso.example"_s, caller.refreshTokenFrom(u"organizations"_s)).status, 200);
    }

    void whatOnePersonDidAnotherDidNot()
    {
        EntraCaller caller;
        caller.policy().mfaTenants = {u"fabrikam.example"_s};
        const EntraFields jordan{{u"login_hint"_s, u"jordan@fabrikam.example"_s}};
        QVERIFY(!caller.refreshTokenFrom(u"organizations"_s, jordan).isEmpty());
        QCOMPARE(entraCodeOf(caller.refresh(u"fabrikam.example"_s, caller.refreshTokenFrom())), 50076);
    }

    void aBlockedTenantGivesNoToken()
    {
        EntraCaller caller;
        const QString token = caller.refreshTokenFrom();
        const QString code = caller.codeFrom(u"fabrikam.example"_s);
        caller.policy().blockedTenants = {u"Fabrikam"_s};
        for (const SimulatedAnswer& answer :
             {caller.refresh(u"fabrikam.example"_s, token), caller.redeemCode(u"fabrikam.example"_s, code)}) {
            QCOMPARE(entraErrorOf(answer), u"invalid_grant"_s);
            QCOMPARE(entraCodeOf(answer), 53003);
            QCOMPARE(bodyOf(answer)["suberror"_L1].toString(), u"message_only"_s);
        }
        QCOMPARE(caller.refresh(u"organizations"_s, token).status, 200);
    }

    void resourceManagerAsksForClaimsInTheShapeOfTheRecordings()
    {
        EntraCaller caller;
        const QJsonObject reply = caller.signIn();
        caller.policy().claimsChallenge = wanted();
        const SimulatedAnswer answer = caller.tenantsWith(reply);
        QCOMPARE(answer.status, 401);
        QCOMPARE(headerValue(answer.headers, "www-authenticate"),
                 "Bearer realm=\"\", authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\", "
                 "client_id=\"797f4846-ba00-4fd7-ba43-dac1f8f63013\", error=\"insufficient_claims\", claims=\""_ba +
                     wantedText().toUtf8().toBase64() + '"');
    }

    void aTokenThatWasAskedForWithTheClaimsSatisfiesThem()
    {
        EntraCaller caller;
        const QString token = caller.refreshTokenFrom();
        caller.policy().claimsChallenge = wanted();
        QCOMPARE(caller.tenantsWith(bodyOf(caller.refresh(u"organizations"_s, token))).status, 401);
        QCOMPARE(caller.tenantsWith(bodyOf(caller.refresh(u"organizations"_s, token, sent()))).status, 200);
        // The next one has to ask again: nobody has signed in for it.
        QCOMPARE(caller.tenantsWith(bodyOf(caller.refresh(u"organizations"_s, token))).status, 401);
    }

    void claimsMayBeHadOnlyInteractively()
    {
        EntraCaller caller;
        caller.policy().claimsChallenge = wanted();
        caller.policy().claimsOnlyInteractively = true;
        const SimulatedAnswer answer = caller.refresh(u"organizations"_s, caller.refreshTokenFrom(), sent());
        QCOMPARE(answer.status, 400);
        QCOMPARE(entraErrorOf(answer), u"interaction_required"_s);
        QCOMPARE(entraCodeOf(answer), 50078);
        QCOMPARE(bodyOf(answer)["claims"_L1].toString(), wantedText());

        const QJsonObject reply = caller.signIn(u"organizations"_s, sent());
        QCOMPARE(caller.tenantsWith(reply).status, 200);
        const QString token = reply["refresh_token"_L1].toString();
        QCOMPARE(caller.tenantsWith(bodyOf(caller.refresh(u"organizations"_s, token, sent()))).status, 200);
    }
};

QTEST_GUILESS_MAIN(SimulatedEntraTenantsTest)
#include "simulatedentratenantstest.moc"
