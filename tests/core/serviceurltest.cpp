// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/serviceurl.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

class ServiceUrlTest final : public QObject
{
    Q_OBJECT

private slots:
    void takesHttpsAndLoopback_data()
    {
        QTest::addColumn<QString>("text");
        for (const auto* text : {"https://management.azure.com", "https://arm.example:8443/", "http://127.0.0.1:4711",
                                 "http://localhost:1", "http://[::1]:80", "http://127.9.9.9", " https://a.example "}) {
            QTest::newRow(text) << QString::fromLatin1(text);
        }
    }

    void takesHttpsAndLoopback()
    {
        QFETCH(QString, text);
        QVERIFY(checkServiceUrl(text, u"The address"_s));
    }

    void refusesTheRest_data()
    {
        QTest::addColumn<QString>("text");
        for (const auto* text :
             {"", "management.azure.com", "http://management.azure.com", "http://localhost.evil.example",
              "http://127.0.0.1.evil.example", "http://127.0.0.1@evil.example", "https://user:pw@a.example",
              "ftp://a.example", "file:///etc/passwd", "https://", "https://a b", "https://a.example/#x"}) {
            QTest::newRow(text) << QString::fromLatin1(text);
        }
    }

    void refusesTheRest()
    {
        QFETCH(QString, text);
        const Result<QUrl> url = checkServiceUrl(text, u"The address"_s);
        QVERIFY(!url);
        QVERIFY(url.error().message.contains(u"The address"_s));
        QVERIFY(!url.error().message.contains(u"pw"_s));
    }

    void aPortIsNamedWhereTheAddressNamesIt()
    {
        QCOMPARE(hostAndPort(QUrl(u"https://management.azure.com/x"_s)), u"management.azure.com"_s);
        QCOMPARE(hostAndPort(QUrl(u"http://127.0.0.1:4711/login/"_s)), u"127.0.0.1:4711"_s);
    }

    void sameOriginMeansSchemeHostAndPort()
    {
        const QUrl arm(u"https://management.azure.com"_s);
        QVERIFY(isSameOrigin(arm, QUrl(u"https://MANAGEMENT.azure.com:443/x?y=1"_s)));
        QVERIFY(!isSameOrigin(arm, QUrl(u"http://management.azure.com"_s)));
        QVERIFY(!isSameOrigin(arm, QUrl(u"https://management.azure.com:8443"_s)));
        QVERIFY(!isSameOrigin(arm, QUrl(u"https://management.azure.com.evil.example"_s)));
    }
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::ServiceUrlTest)
#include "serviceurltest.moc"
