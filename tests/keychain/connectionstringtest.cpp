// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychain/connectionstring.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

class ConnectionStringTest final : public QObject
{
    Q_OBJECT

private slots:
    void isReadHoweverItWasPasted_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("host");
        const QString host = u"acs.unitedstates.communication.azure.com"_s;
        QTest::newRow("as the service writes it") << u"endpoint=https://%1/;accesskey=KEY+/w=="_s.arg(host) << host;
        QTest::newRow("the other way round") << u"accesskey=KEY+/w==;endpoint=https://%1/"_s.arg(host) << host;
        QTest::newRow("other casing") << u"EndPoint=HTTPS://%1/;AccessKey=KEY+/w=="_s.arg(host.toUpper()) << host;
        QTest::newRow("quotes") << u"\"endpoint=https://%1/;accesskey=KEY+/w==\""_s.arg(host) << host;
        QTest::newRow("quoted parts") << u"endpoint='https://%1/';accesskey='KEY+/w=='"_s.arg(host) << host;
        QTest::newRow("typographic quotes") << u"“endpoint=https://%1/;accesskey=KEY+/w==”"_s.arg(host) << host;
        QTest::newRow("blanks") << u"  endpoint = https://%1/ ; accesskey = KEY+/w== \n"_s.arg(host) << host;
        QTest::newRow("broken lines") << u"endpoint=https://%1/;access\nkey=KEY+\r\n/w=="_s.arg(host) << host;
        QTest::newRow("semicolons") << u";;endpoint=https://%1/;;accesskey=KEY+/w==;"_s.arg(host) << host;
        QTest::newRow("other parts") << u"version=1;endpoint=https://%1/;x;accesskey=KEY+/w==;=;"_s.arg(host) << host;
        QTest::newRow("no scheme") << u"endpoint=%1;accesskey=KEY+/w=="_s.arg(host) << host;
        QTest::newRow("port") << u"endpoint=https://%1:443/;accesskey=KEY+/w=="_s.arg(host) << host;
        QTest::newRow("no endpoint") << u"accesskey=KEY+/w=="_s << QString();
        QTest::newRow("the key alone") << u"KEY+/w=="_s << QString();
        QTest::newRow("the key in quotes") << u" 'KEY+/w==' "_s << QString();
    }

    void isReadHoweverItWasPasted()
    {
        QFETCH(QString, text);
        QFETCH(QString, host);
        const Result<ConnectionString> parsed = parseConnectionString(Secret::copyOf(text));
        QVERIFY(parsed);
        QCOMPARE(parsed->host, host);
        QVERIFY(parsed->key == Secret::copyOf(u"KEY+/w=="));
    }

    void aKeyIsTheSameAloneAndInItsConnectionString()
    {
        const Secret key = Secret::copyOf(u"KEY+/w==");
        const Secret string = Secret::copyOf(u"endpoint=https://acs.example/;accesskey=KEY+/w==");
        QVERIFY(keyIn(string) == key);
        QVERIFY(keyOf(key, string) == key);
        QVERIFY(keyOf(key, {}) == key);
        QVERIFY(keyOf({}, string) == key);
        const Secret none = Secret::copyOf(u"endpoint=https://acs.example/");
        QVERIFY(keyIn(none).isEmpty());
        QVERIFY(keyOf({}, none) == none);
        QVERIFY(keyOf({}, {}).isEmpty());
    }

    void whatIsNoneIsRefusedAndNotQuoted_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("blanks") << u" \n\t "_s;
        QTest::newRow("semicolons") << u";;;"_s;
        QTest::newRow("only the endpoint") << u"endpoint=https://zanzibar.example/"_s;
        QTest::newRow("empty key") << u"endpoint=https://zanzibar.example/;accesskey="_s;
        QTest::newRow("empty endpoint") << u"endpoint=;accesskey=zanzibar"_s;
        QTest::newRow("no host") << u"endpoint=https:///;accesskey=zanzibar"_s;
        QTest::newRow("no address") << u"endpoint=https://zan zi|bar^/;accesskey=zanzibar"_s;
        QTest::newRow("two keys") << u"accesskey=zanzibar;accesskey=zanzibar2"_s;
        QTest::newRow("two endpoints") << u"endpoint=https://a/;endpoint=https://b/;accesskey=zanzibar"_s;
        QTest::newRow("a sentence") << u"the key is zanzibar, I think"_s;
        QTest::newRow("markup") << u"<b>zanzibar</b>"_s;
        QTest::newRow("letters of elsewhere") << u"zanzibár"_s;
        QTest::newRow("another kind") << u"DefaultEndpointsProtocol=https;AccountName=zanzibar"_s;
        QTest::newRow("huge") << QString(5'000'000, u'z');
        QTest::newRow("many parts") << u"endpoint=zanzibar;"_s.repeated(100'000);
    }

    void whatIsNoneIsRefusedAndNotQuoted()
    {
        QFETCH(QString, text);
        const Result<ConnectionString> parsed = parseConnectionString(Secret::copyOf(text));
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().kind, ErrorKind::InvalidInput);
        QVERIFY(!parsed.error().toText().contains(u"zanzi"_s));
        QVERIFY(!parsed.error().message.isEmpty());
    }
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::ConnectionStringTest)
#include "connectionstringtest.moc"
