// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedcloud.h"
#include "core/serviceurl.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace CommKeys;

class SimulatedCloudTest : public QObject
{
    Q_OBJECT

private:
    const SimulatedCloud m_cloud = SimulatedCloud::at(QUrl(u"http://127.0.0.1:4711"_s));

    QJsonDocument metadata(const QString& apiVersion, SimulatedMetadata kind = SimulatedMetadata::Good) const
    {
        return QJsonDocument::fromJson(m_cloud.metadata(apiVersion, kind));
    }
    static QJsonValue login(const QJsonObject& cloud) { return cloud["authentication"_L1]["loginEndpoint"_L1]; }
    static QJsonArray audiences(const QJsonObject& cloud)
    {
        return cloud["authentication"_L1]["audiences"_L1].toArray();
    }

private slots:
    void everyAddressItNamesLiesBelowItsOwn()
    {
        const QJsonObject cloud = metadata(u"2022-09-01"_s).object();
        QCOMPARE(cloud["resourceManager"_L1].toString(), u"http://127.0.0.1:4711/"_s);
        QCOMPARE(login(cloud).toString(), u"http://127.0.0.1:4711/login/"_s);
        QCOMPARE(audiences(cloud).size(), 2);
        for (const QJsonValue& audience : audiences(cloud)) {
            QVERIFY(m_cloud.serves(QUrl(audience.toString())));
        }
    }

    void theVersionOf2019ListsSeveralCloudsAndThisOneIsNotTheFirst()
    {
        const QJsonArray clouds = metadata(u"2019-05-01"_s).array();
        QVERIFY(clouds.size() > 1);
        QVERIFY(clouds.first()["name"_L1].toString() != m_cloud.name);
        QVERIFY(clouds.contains(metadata(u"2022-09-01"_s).object()));
    }

    void theVersionOf2015IsAnObjectWithoutAName()
    {
        const QJsonObject cloud = metadata(u"2015-01-01"_s).object();
        QVERIFY(!cloud.contains("name"_L1));
        QVERIFY(!cloud.contains("resourceManager"_L1));
        QCOMPARE(login(cloud).toString(), u"http://127.0.0.1:4711/login/"_s);
    }

    void theByteOrderMarkStandsBeforeTheSameJson()
    {
        const QByteArray marked = m_cloud.metadata(u"2022-09-01"_s, SimulatedMetadata::WithByteOrderMark);
        QVERIFY(marked.startsWith("\xEF\xBB\xBF"));
        QCOMPARE(marked.sliced(3), m_cloud.metadata(u"2022-09-01"_s, SimulatedMetadata::Good));
    }

    void itsLiesAreTheOnesTheyAreCalled()
    {
        const QJsonObject notACloud = metadata(u"2022-09-01"_s, SimulatedMetadata::NotACloud).object();
        QVERIFY(!notACloud.isEmpty() && !notACloud.contains("authentication"_L1));

        const QJsonObject publicAudience = metadata(u"2022-09-01"_s, SimulatedMetadata::PublicAudience).object();
        QVERIFY(audiences(publicAudience).contains(u"https://management.azure.com/"_s));

        const QUrl plain(login(metadata(u"2022-09-01"_s, SimulatedMetadata::PlainHttpLogin).object()).toString());
        QCOMPARE(plain.scheme(), u"http"_s);
        QVERIFY(!isLoopback(plain));
    }

    void anAudienceIsItsOwnWithOrWithoutTheSlash()
    {
        const SimulatedCloud cloud = SimulatedCloud::publicCloud();
        QVERIFY(cloud.accepts(u"https://management.azure.com"_s));
        QVERIFY(cloud.accepts(u"https://management.azure.com/"_s));
        QVERIFY(!cloud.accepts(u"https://management.azure.com.example/"_s));
        QVERIFY(!cloud.accepts(QString()));
    }

    void itServesOnlyItsOwnOrigin()
    {
        QVERIFY(m_cloud.serves(QUrl(u"http://127.0.0.1:4711/subscriptions"_s)));
        QVERIFY(!m_cloud.serves(QUrl(u"http://127.0.0.1:4712/subscriptions"_s)));
        QVERIFY(!m_cloud.serves(QUrl(u"https://management.azure.com/subscriptions"_s)));
    }

    void itsSignInLiesBelowItsOwnAddressOrOnAHostOfItsOwn()
    {
        QVERIFY(m_cloud.isLogin(QUrl(u"http://127.0.0.1:4711/login/common/oauth2"_s)));
        QVERIFY(!m_cloud.isLogin(QUrl(u"http://127.0.0.1:4711/loginwards"_s)));
        QVERIFY(!m_cloud.isLogin(QUrl(u"http://127.0.0.1:4711/tenants"_s)));
        QVERIFY(!m_cloud.isLogin(QUrl(u"http://127.0.0.1:4712/login/"_s)));
        const SimulatedCloud cloud = SimulatedCloud::publicCloud();
        QVERIFY(cloud.isLogin(QUrl(u"https://login.microsoftonline.com/common"_s)));
        QVERIFY(cloud.serves(QUrl(u"https://login.microsoftonline.com/common"_s)));
        QVERIFY(!cloud.isLogin(QUrl(u"https://management.azure.com/login/"_s)));
        QVERIFY(!cloud.serves(QUrl(u"https://login.microsoftonline.us/common"_s)));
    }
};

QTEST_GUILESS_MAIN(SimulatedCloudTest)
#include "simulatedcloudtest.moc"
