// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/portaladdress.h"

#include "azure/publicclouds.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

class PortalAddressTest final : public QObject
{
    Q_OBJECT

private slots:
    void everyPublicCloudHasItsPortal_data()
    {
        QTest::addColumn<QString>("cloud");
        QTest::addColumn<QString>("portal");
        QTest::newRow("public") << u"AzureCloud"_s << u"https://portal.azure.com/"_s;
        QTest::newRow("government") << u"AzureUSGovernment"_s << u"https://portal.azure.us/"_s;
        QTest::newRow("china") << u"AzureChinaCloud"_s << u"https://portal.azure.cn/"_s;
    }
    void everyPublicCloudHasItsPortal()
    {
        QFETCH(QString, cloud);
        QFETCH(QString, portal);
        QCOMPARE(portalAddress(*publicCloudNamed(cloud), m_tenant, m_resource).toEncoded(),
                 portal.toUtf8() + "#@e8abe575-baa6-4436-af8a-dbf3eeb3a857/resource" + m_resource.toString().toUtf8());
    }

    void withoutATenantTheBrowsersCounts()
    {
        QCOMPARE(portalAddress(publicClouds().first(), {}, m_resource).toEncoded(),
                 "https://portal.azure.com/#/resource" + m_resource.toString().toUtf8());
    }

    void whatMeansSomethingInAnAddressIsEncoded()
    {
        const ResourceId hostile = *ResourceId::of(m_resource.subscription(), u"größe(1)"_s, u"acs_1"_s);
        const QByteArray address = portalAddress(publicClouds().first(), m_tenant, hostile).toEncoded();
        QVERIFY2(address.contains("/resourceGroups/gr%C3%B6%C3%9Fe%281%29/"), address.constData());
        QCOMPARE(address.count('#'), 1);
    }

    void aCloudOfOnesOwnNamesItsPortal_data()
    {
        QTest::addColumn<QString>("portal");
        QTest::addColumn<QString>("begins");
        QTest::newRow("its own") << u"https://portal.own.example"_s << u"https://portal.own.example/#@"_s;
        QTest::newRow("slash") << u"https://portal.own.example/"_s << u"https://portal.own.example/#@"_s;
        QTest::newRow("path") << u"https://own.example:8443/portal"_s << u"https://own.example:8443/portal/#@"_s;
        QTest::newRow("none") << QString() << QString();
        QTest::newRow("http") << u"http://localhost/portal"_s << QString();
        QTest::newRow("program") << u"file:///usr/bin/true"_s << QString();
        QTest::newRow("script") << u"javascript:alert(1)"_s << QString();
        QTest::newRow("query") << u"https://own.example/?next=x"_s << QString();
        QTest::newRow("somebody") << u"https://a:b@own.example/"_s << QString();
        QTest::newRow("fragment") << u"https://own.example/#x"_s << QString();
    }
    void aCloudOfOnesOwnNamesItsPortal()
    {
        QFETCH(QString, portal);
        QFETCH(QString, begins);
        Cloud cloud;
        cloud.portal = QUrl(portal);
        const QString address = portalAddress(cloud, m_tenant, m_resource).toString();
        QCOMPARE(address.isEmpty(), begins.isEmpty());
        QVERIFY2(address.startsWith(begins), qPrintable(address));
    }

    void noResourceHasNoPage() { QVERIFY(portalAddress(publicClouds().first(), m_tenant, ResourceId()).isEmpty()); }

private:
    const TenantId m_tenant{u"e8abe575-baa6-4436-af8a-dbf3eeb3a857"_s};
    const ResourceId m_resource = *ResourceId::of(SubscriptionId(u"11112222-3333-4444-5555-666677778888"_s),
                                                  u"rg-comm-00"_s, u"acs-prod-00000"_s);
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::PortalAddressTest)
#include "portaladdresstest.moc"
