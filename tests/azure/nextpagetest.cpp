// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/nextpage.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

class NextPageTest final : public QObject
{
    Q_OBJECT

private slots:
    void addressOfTheSameOrigin_isFollowed_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QByteArray>("followed");
        const QString arm = u"https://management.azure.com"_s;
        const QByteArray base = "https://management.azure.com";
        QTest::newRow("encoded") << arm + u"/subscriptions?a=1&$skiptoken=a%2Bb%2F%3D"_s
                                 << base + "/subscriptions?a=1&$skiptoken=a%2Bb%2F%3D";
        QTest::newRow("blanks") << arm + u"/s?$filter=state eq 'Enabled'&$skiptoken=abc"_s
                                << base + "/s?$filter=state%20eq%20'Enabled'&$skiptoken=abc";
        QTest::newRow("pipes and braces") << arm + u"/s?$skiptoken=a|b{c}d"_s << base + "/s?$skiptoken=a%7Cb%7Bc%7Dd";
        QTest::newRow("quotes and angles")
            << arm + u"/s?$skiptoken=\"<x>\"^`"_s << base + "/s?$skiptoken=%22%3Cx%3E%22%5E%60";
        QTest::newRow("number sign") << arm + u"/s?$skiptoken=a#b"_s << base + "/s?$skiptoken=a%23b";
        QTest::newRow("percent alone") << arm + u"/s?$skiptoken=100%&x=1"_s << base + "/s?$skiptoken=100%25&x=1";
        QTest::newRow("plus and base64") << arm + u"/s?$skiptoken=ab+c/d=="_s << base + "/s?$skiptoken=ab+c/d==";
        QTest::newRow("not ASCII") << arm + u"/s?$skiptoken=é测"_s << base + "/s?$skiptoken=%C3%A9%E6%B5%8B";
        QTest::newRow("half encoded") << arm + u"/s?$filter=a%20eq b"_s << base + "/s?$filter=a%20eq%20b";
        QTest::newRow("port of https") << arm + u":443/s?x=1"_s << base + ":443/s?x=1";
        QTest::newRow("other case") << u"HTTPS://Management.Azure.COM/s"_s << base + "/s";
        QTest::newRow("absolute path") << u"/s?$skiptoken=1"_s << base + "/s?$skiptoken=1";
        QTest::newRow("query alone") << u"?$skiptoken=1"_s << base + "/subscriptions/x/list?$skiptoken=1";
        QTest::newRow("relative path") << u"more?$skiptoken=a b"_s << base + "/subscriptions/x/more?$skiptoken=a%20b";
        QTest::newRow("host without a scheme") << u"//management.azure.com/s"_s << base + "/s";
        QTest::newRow("blanks around it") << u" \n"_s + arm + u"/s\r\n"_s << base + "/s";
    }

    void addressOfTheSameOrigin_isFollowed()
    {
        QFETCH(QString, link);
        QFETCH(QByteArray, followed);
        const Result<QUrl> next = nextPage(link, QUrl(u"https://management.azure.com/subscriptions/x/list?a=1"_s));
        QVERIFY2(next, next ? "" : qPrintable(next.error().message));
        QCOMPARE(next->toEncoded(), followed);
    }

    void addressOfAnotherOrigin_isRefusedWithItsReason_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("reason");
        const QString elsewhere = u"continues at"_s;
        QTest::newRow("host") << u"https://evil.example/s"_s << elsewhere;
        QTest::newRow("host without a scheme") << u"//evil.example/s"_s << elsewhere;
        QTest::newRow("scheme") << u"http://management.azure.com/s"_s << elsewhere;
        QTest::newRow("port") << u"https://management.azure.com:8443/s"_s << elsewhere;
        QTest::newRow("port of http") << u"https://management.azure.com:80/s"_s << elsewhere;
        QTest::newRow("longer host") << u"https://management.azure.com.evil.example/s"_s << elsewhere;
        QTest::newRow("host of fewer labels") << u"https://azure.com/s"_s << elsewhere;
        QTest::newRow("file") << u"file:///etc/passwd"_s << elsewhere;
        QTest::newRow("script") << u"javascript:alert(1)"_s << elsewhere;
        QTest::newRow("user name") << u"https://me@management.azure.com/s"_s << u"user name"_s;
        QTest::newRow("host as the user name") << u"https://management.azure.com@evil.example/s"_s << u"user name"_s;
        QTest::newRow("password") << u"https://me:secret@management.azure.com/s"_s << u"user name"_s;
        QTest::newRow("no host") << u"https:///s"_s << QString();
        QTest::newRow("backslashes") << u"https:\\\\evil.example\\s"_s << QString();
        QTest::newRow("port that is none") << u"https://management.azure.com:x/s"_s << u"isn't valid"_s;
        QTest::newRow("blank in the host") << u"https://management. azure.com/s"_s << u"isn't valid"_s;
    }

    void addressOfAnotherOrigin_isRefusedWithItsReason()
    {
        QFETCH(QString, link);
        QFETCH(QString, reason);
        const Result<QUrl> next = nextPage(link, QUrl(u"https://management.azure.com/subscriptions"_s));
        QVERIFY(!next);
        QCOMPARE(next.error().kind, ErrorKind::BadAnswer);
        QVERIFY2(next.error().message.contains(reason), qPrintable(next.error().message));
        QVERIFY(!next.error().toText().contains(u"secret"_s));
    }

    void portOfTheRequest_isItsOwn()
    {
        const QUrl requested(u"http://127.0.0.1:8080/subscriptions"_s);
        QVERIFY(nextPage(u"http://127.0.0.1:8080/subscriptions?$skiptoken=a b"_s, requested));
        QVERIFY(!nextPage(u"http://127.0.0.1:8081/subscriptions"_s, requested));
        QVERIFY(!nextPage(u"http://127.0.0.1/subscriptions"_s, requested));
    }
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::NextPageTest)
#include "nextpagetest.moc"
