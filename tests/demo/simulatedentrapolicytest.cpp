// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "entracaller.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace CommKeys;

class SimulatedEntraPolicyTest : public QObject
{
    Q_OBJECT

private slots:
    void itIsReadAsItIsWritten()
    {
        SimulatedEntraPolicy policy;
        policy.person = u"jordan@fabrikam.example"_s;
        policy.declineNext = true;
        policy.mfaTenants = {u"Fabrikam"_s};
        policy.mfaDone = {u"a b"_s};
        policy.blockedTenants = {u"Contoso"_s};
        policy.refusals = {{u"Fabrikam"_s, 90072}};
        policy.refusalForm = SimulatedRefusalForm::UriOnly;
        policy.revoke = {u"avery@contoso.example"_s};
        policy.expireRefreshTokens = true;
        policy.transientFailures = 3;
        policy.deviceLogin = SimulatedDeviceLogin::Decline;
        policy.deviceLoginInterval = std::chrono::seconds(2);
        policy.accessTokenLifetime = std::chrono::minutes(5);
        policy.claimsChallenge = {{u"access_token"_s, QJsonObject{{u"foo"_s, u"bar"_s}}}};
        policy.claimsOperations = {u"regenerateKey"_s};
        policy.claimsOnlyInteractively = true;
        const Result<SimulatedEntraPolicy> read = SimulatedEntraPolicy::fromJson(policy.toJson());
        QVERIFY(read);
        QCOMPARE(read->toJson(), policy.toJson());
        QCOMPARE(read->toJson()["accessTokenLifetimeSeconds"_L1].toInt(), 300);
        QCOMPARE(read->toJson()["deviceLogin"_L1].toString(), u"decline"_s);
    }

    void whatIsMissingIsAsAtFirst()
    {
        const Result<SimulatedEntraPolicy> read = SimulatedEntraPolicy::fromJson({});
        QVERIFY(read);
        QCOMPARE(read->toJson(), SimulatedEntraPolicy().toJson());
    }

    void aMisspelledLeverIsRefused_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("name") << u"mfatenants"_s << QJsonValue(QJsonArray());
        QTest::newRow("text") << u"mfaTenants"_s << QJsonValue(u"Contoso"_s);
        QTest::newRow("numbers") << u"revoke"_s << QJsonValue(QJsonArray{1});
        QTest::newRow("word") << u"deviceLogin"_s << QJsonValue(u"maybe"_s);
        QTest::newRow("negative") << u"transientFailures"_s << QJsonValue(-1);
        QTest::newRow("no object") << u"claimsChallenge"_s << QJsonValue(u"{}"_s);
    }
    void aMisspelledLeverIsRefused()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        const Result<SimulatedEntraPolicy> read = SimulatedEntraPolicy::fromJson({{member, value}});
        QVERIFY(!read);
        QVERIFY(read.error().message.contains(member));
    }

    void theLogOfASignInHasNoQueryAndNoToken()
    {
        EntraCaller caller;
        caller.headers = {{"client-request-id"_ba, "0d7c1a52-9a7f-4f0c-8a56-3a1f0f3e2b11"_ba}};
        (void)caller.signIn();
        QCOMPARE(caller.azure.log().size(), 2);
        for (const SimulatedExchange& exchange : caller.azure.log()) {
            QVERIFY(!exchange.url.hasQuery());
            QCOMPARE(exchange.clientRequestId, "0d7c1a52-9a7f-4f0c-8a56-3a1f0f3e2b11"_ba);
        }
        QCOMPARE(caller.azure.count("GET", u"/oauth2/v2.0/authorize"_s), 1);
        QCOMPARE(caller.azure.count("POST", u"/organizations/oauth2/v2.0/token"_s), 1);
    }

    void faultsMeetTheSignInToo()
    {
        EntraCaller caller;
        const QString code = caller.codeFrom(u"organizations"_s);
        caller.azure.faults().latency = std::chrono::seconds(3);
        caller.azure.faults().next = {SimulatedFault::beforeActing("POST", u"/token"_s, SimulatedFault::Reply::Drop)};
        QCOMPARE(caller.redeemCode(u"organizations"_s, code).transport, SimulatedAnswer::Transport::Drop);
        const SimulatedAnswer answer = caller.redeemCode(u"organizations"_s, code);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.delay, std::chrono::milliseconds(3000));
    }

    void aTokenWhoseAnswerIsLostIsAnIssuedToken()
    {
        EntraCaller caller;
        const QString code = caller.codeFrom(u"organizations"_s);
        caller.azure.faults().next = {SimulatedFault::afterActing("POST", u"/token"_s, SimulatedFault::Reply::Drop)};
        (void)caller.redeemCode(u"organizations"_s, code);
        QCOMPARE(entraCodeOf(caller.redeemCode(u"organizations"_s, code)), 54005);
    }
};

QTEST_GUILESS_MAIN(SimulatedEntraPolicyTest)
#include "simulatedentrapolicytest.moc"
