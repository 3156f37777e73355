// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/authority.h"
#include "azure/publicclouds.h"
#include "session/loginserviceof.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

class AuthorityTest : public QObject
{
    Q_OBJECT

private slots:
    void publicServicesFollowOnePattern()
    {
        const LoginService login = loginServiceOf(*publicCloudNamed(u"AzureCloud"_s));
        const Authority authority = authorityByConvention(login, anyOrganization.toString());
        QCOMPARE(authority.authorize, QUrl(u"https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize"_s));
        QCOMPARE(authority.token, QUrl(u"https://login.microsoftonline.com/organizations/oauth2/v2.0/token"_s));
        QCOMPARE(authority.deviceCode,
                 QUrl(u"https://login.microsoftonline.com/organizations/oauth2/v2.0/devicecode"_s));
    }

    void eachPublicCloudHasAServiceWithItsAliases_data()
    {
        QTest::addColumn<QString>("cloud");
        QTest::addColumn<QString>("environment");
        QTest::addColumn<QString>("alias");
        QTest::newRow("public") << u"AzureCloud"_s << u"login.microsoftonline.com"_s << u"LOGIN.windows.net"_s;
        QTest::newRow("us") << u"AzureUSGovernment"_s << u"login.microsoftonline.us"_s << u"login.usgovcloudapi.net"_s;
        QTest::newRow("china") << u"AzureChinaCloud"_s << u"login.chinacloudapi.cn"_s
                               << u"login.partner.microsoftonline.cn"_s;
    }

    void eachPublicCloudHasAServiceWithItsAliases()
    {
        QFETCH(const QString, cloud);
        QFETCH(const QString, alias);
        const LoginService login = loginServiceOf(*publicCloudNamed(cloud));
        QTEST(login.environment, "environment");
        QVERIFY(login.isKnown);
        QVERIFY(login.answersTo(login.environment));
        QVERIFY(login.answersTo(alias));
        QVERIFY(!login.answersTo(u"login.example.net"_s));
    }

    void aCloudOfOnesOwnIsNamedWithItsPort()
    {
        Cloud cloud;
        cloud.loginEndpoint = QUrl(u"http://127.0.0.1:4711/login/"_s);
        const LoginService login = loginServiceOf(cloud);
        QCOMPARE(login.environment, u"127.0.0.1:4711"_s);
        QVERIFY(!login.isKnown);
        QCOMPARE(openIdConfigurationUrl(login, u"contoso.example"_s),
                 QUrl(u"http://127.0.0.1:4711/login/contoso.example/v2.0/.well-known/openid-configuration"_s));
    }

    void aTenantCannotLeaveItsPlaceInTheAddress()
    {
        const LoginService login = service(u"https://login.example.net"_s);
        const QString address = authorityByConvention(login, u"../x?y#z"_s).token.toString(QUrl::FullyEncoded);
        QVERIFY2(address.startsWith(u"https://login.example.net/..%2Fx%3Fy%23z/"_s), qPrintable(address));
    }

    void adFsHasNoTenants()
    {
        const LoginService login = service(u"https://adfs.example.net/adfs"_s);
        QVERIFY(isAdfs(login));
        QCOMPARE(openIdConfigurationUrl(login, anyOrganization.toString()),
                 QUrl(u"https://adfs.example.net/adfs/.well-known/openid-configuration"_s));
    }

    void aDescriptionGivesTheEndpoints()
    {
        const LoginService login = service(u"https://login.example.net"_s);
        const Result<Authority> authority = parseOpenIdConfiguration(
            description("https://login.example.net/t/authorize", "https://login.example.net/t/token"), login);
        QVERIFY(authority);
        QCOMPARE(authority->token, QUrl(u"https://login.example.net/t/token"_s));
        QVERIFY(authority->deviceCode.isEmpty());
    }

    void endpointsAtAnotherHostAreRefused_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::newRow("host") << QByteArray("https://login.evil.example/t/token");
        QTest::newRow("port") << QByteArray("https://login.example.net:8443/t/token");
        QTest::newRow("a longer name") << QByteArray("https://login.example.net.evil.example/token");
    }

    void endpointsAtAnotherHostAreRefused()
    {
        QFETCH(const QByteArray, token);
        const Result<Authority> authority = parseOpenIdConfiguration(
            description("https://login.example.net/t/authorize", token), service(u"https://login.example.net"_s));
        QVERIFY(!authority);
        QCOMPARE(authority.error().kind, ErrorKind::Refused);
    }

    void whatIsNoDescriptionIsABadAnswer_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a page") << QByteArray("<html>");
        QTest::newRow("in the clear") << description("http://login.example.net/a", "http://login.example.net/t");
    }

    void whatIsNoDescriptionIsABadAnswer()
    {
        QFETCH(const QByteArray, json);
        const Result<Authority> authority = parseOpenIdConfiguration(json, service(u"https://login.example.net"_s));
        QVERIFY(!authority);
        QCOMPARE(authority.error().kind, ErrorKind::BadAnswer);
    }

private:
    static LoginService service(const QString& address)
    {
        Cloud cloud;
        cloud.loginEndpoint = QUrl(address);
        return loginServiceOf(cloud);
    }

    static QByteArray description(const QByteArray& authorize, const QByteArray& token)
    {
        return "{\"authorization_endpoint\":\"" + authorize + "\",\"token_endpoint\":\"" + token + "\"}";
    }
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::AuthorityTest)
#include "authoritytest.moc"
