// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "entracaller.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace CommKeys;

class SimulatedEntraDiscoveryTest : public QObject
{
    Q_OBJECT

private:
    static QString instance(const QString& authority)
    {
        return u"common/discovery/instance?api-version=1.1&authorization_endpoint="_s +
               QString::fromLatin1(QUrl::toPercentEncoding(authority + u"/organizations/oauth2/v2.0/authorize"_s));
    }
    static SimulatedAnswer ownCloud(const QString& below)
    {
        SimulatedAzure azure(demoEstate(), SimulatedCloud::at(QUrl(u"http://127.0.0.1:4711"_s)));
        const QDateTime now(QDate(2026, 1, 15), QTime(10, 42), Qt::UTC);
        return azure.answer({"GET"_ba, QUrl(u"http://127.0.0.1:4711/login/"_s + below), {}, {}}, now);
    }

private slots:
    void theConfigurationNamesTheEndpointsOfItsTenant_data()
    {
        QTest::addColumn<QString>("segment");
        QTest::addColumn<QString>("shown");
        const QString fabrikam = EntraCaller().tenantId(u"Fabrikam"_s);
        QTest::newRow("organizations") << u"organizations"_s << u"organizations"_s;
        QTest::newRow("common") << u"common"_s << u"common"_s;
        QTest::newRow("id") << fabrikam << fabrikam;
        QTest::newRow("id in capitals") << fabrikam.toUpper() << fabrikam;
        QTest::newRow("domain") << u"fabrikam.example"_s << fabrikam;
    }
    void theConfigurationNamesTheEndpointsOfItsTenant()
    {
        QFETCH(QString, segment);
        QFETCH(QString, shown);
        EntraCaller caller;
        const SimulatedAnswer answer = caller.get(segment + u"/v2.0/.well-known/openid-configuration"_s);
        QCOMPARE(answer.status, 200);
        const QString base = u"https://login.microsoftonline.com/"_s + shown;
        QCOMPARE(bodyOf(answer)["authorization_endpoint"_L1].toString(), base + u"/oauth2/v2.0/authorize"_s);
        QCOMPARE(bodyOf(answer)["token_endpoint"_L1].toString(), base + u"/oauth2/v2.0/token"_s);
        QCOMPARE(bodyOf(answer)["device_authorization_endpoint"_L1].toString(), base + u"/oauth2/v2.0/devicecode"_s);
        const QString issuer = isUuid(shown) ? base : u"https://login.microsoftonline.com/{tenantid}"_s;
        QCOMPARE(bodyOf(answer)["issuer"_L1].toString(), issuer + u"/v2.0"_s);
    }

    void aTenantThatDoesNotExistHasNoConfiguration_data()
    {
        QTest::addColumn<QString>("segment");
        QTest::newRow("id") << u"00000000-0000-0000-0000-000000000001"_s;
        QTest::newRow("domain") << u"elsewhere.example"_s;
        QTest::newRow("none") << QString();
    }
    void aTenantThatDoesNotExistHasNoConfiguration()
    {
        QFETCH(QString, segment);
        EntraCaller caller;
        const SimulatedAnswer answer = caller.get(segment + u"/v2.0/.well-known/openid-configuration"_s);
        QCOMPARE(answer.status, 400);
        QCOMPARE(entraErrorOf(answer), u"invalid_tenant"_s);
        QCOMPARE(entraCodeOf(answer), 90002);
    }

    void thePublicCloudKnowsItselfUnderAllItsNames()
    {
        EntraCaller caller;
        const SimulatedAnswer answer = caller.get(instance(u"https://login.windows.net"_s));
        QCOMPARE(answer.status, 200);
        const QJsonValue first = bodyOf(answer)["metadata"_L1][0];
        QCOMPARE(first["preferred_network"_L1].toString(), u"login.microsoftonline.com"_s);
        QCOMPARE(first["preferred_cache"_L1].toString(), u"login.windows.net"_s);
        QCOMPARE(first["aliases"_L1].toArray().size(), 4);
        QCOMPARE(bodyOf(answer)["tenant_discovery_endpoint"_L1].toString(),
                 u"https://login.windows.net/organizations/v2.0/.well-known/openid-configuration"_s);
    }

    void aCloudOfOnesOwnKnowsOnlyItself()
    {
        const SimulatedAnswer answer = ownCloud(instance(u"http://127.0.0.1:4711/login"_s));
        QCOMPARE(answer.status, 200);
        QCOMPARE(bodyOf(answer)["metadata"_L1].toArray().size(), 1);
        QCOMPARE(bodyOf(answer)["metadata"_L1][0]["aliases"_L1].toArray(), (QJsonArray{u"127.0.0.1:4711"_s}));
        QCOMPARE(entraCodeOf(ownCloud(instance(u"https://login.microsoftonline.com"_s))), 50049);
    }

    void aForeignAuthorityIsNoInstance()
    {
        EntraCaller caller;
        const SimulatedAnswer answer = caller.get(instance(u"https://login.elsewhere.example"_s));
        QCOMPARE(answer.status, 400);
        QCOMPARE(entraErrorOf(answer), u"invalid_instance"_s);
        QCOMPARE(entraCodeOf(answer), 50049);
        QCOMPARE(entraCodeOf(caller.get(instance(u"http://login.microsoftonline.com"_s))), 50049);
        QCOMPARE(entraCodeOf(caller.get(u"common/discovery/instance?api-version=1.1"_s)), 900144);
    }

    void aCloudOfOnesOwnHasItsSignInBelowItsAddress()
    {
        const QJsonObject body = bodyOf(ownCloud(u"organizations/v2.0/.well-known/openid-configuration"_s));
        QCOMPARE(body["token_endpoint"_L1].toString(),
                 u"http://127.0.0.1:4711/login/organizations/oauth2/v2.0/token"_s);
    }

    void thereIsNothingAtOtherAddresses()
    {
        EntraCaller caller;
        QCOMPARE(caller.get(u"organizations/oauth2/token"_s).status, 404);
        QCOMPARE(caller.get(QString()).status, 404);
    }
};

QTEST_GUILESS_MAIN(SimulatedEntraDiscoveryTest)
#include "simulatedentradiscoverytest.moc"
