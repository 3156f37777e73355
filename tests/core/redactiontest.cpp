// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/redaction.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

class RedactionTest final : public QObject
{
    Q_OBJECT

private slots:
    void removes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("secret");
        const QString key88 = QString(43, u'A') + u"/+"_s + QString(41, u'b') + u"=="_s;
        const QString key84 = QString(52, u'k') + u"JQQJ99"_s + QString(14, u'x') + u"AAAAAZCSab12"_s;
        const QString jwt = u"eyJhbGciOiJub25lIn0.eyJhdWQiOiJ4In0.c2ln"_s;
        QTest::newRow("key of 88 letters") << u"got "_s + key88 + u" back"_s << key88;
        QTest::newRow("key of 84 letters") << u"'"_s + key84 + u"'"_s << key84;
        QTest::newRow("connection string") << u"endpoint=https://a.example/;accesskey=1234"_s << u"1234"_s;
        QTest::newRow("json of keys") << u"{\"primaryKey\": \"1234\"}"_s << u"1234"_s;
        QTest::newRow("token") << u"header "_s + jwt << jwt;
        QTest::newRow("bearer") << u"Authorization: Bearer abcdefgh12345"_s << u"abcdefgh12345"_s;
        QTest::newRow("form") << u"grant_type=x&refresh_token=0.AbC&client_secret=p%40ss"_s << u"0.AbC"_s;
        QTest::newRow("form's end") << u"grant_type=x&refresh_token=0.AbC&client_secret=p%40ss"_s << u"p%40ss"_s;
        QTest::newRow("code in an address") << u"GET http://localhost:1/?code=M.C5&state=1"_s << u"M.C5"_s;
        const QString urlToken = u"Ab1"_s + QString(60, u'-') + u"Z9"_s;
        QTest::newRow("base64 for the web") << urlToken << urlToken;
    }

    void removes()
    {
        QFETCH(QString, text);
        QFETCH(QString, secret);
        const QString result = redacted(text);
        QVERIFY2(!result.contains(secret), qPrintable(result));
        QVERIFY(result.contains(u"[removed]"_s));
    }

    void leavesWhatHelps_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("id of a resource")
            << u"/subscriptions/11112222-3333-4444-5555-666677778888/resourceGroups/MyResourceGroup/providers/"
               "Microsoft.Communication/communicationServices/MyCommunicationResource"_s;
        QTest::newRow("refusal") << u"The client 'user@contoso.example' with object id "
                                    "'ffe20297-4fc8-4fb8-8644-667dd932a959' does not have authorization to perform "
                                    "action 'Microsoft.Communication/CommunicationServices/ListKeys/action'"_s;
        QTest::newRow("code of an error") << u"code: AuthorizationFailed"_s;
        QTest::newRow("sentence about a key") << u"The primary key of acs-prod-00000 has not changed."_s;
    }

    void leavesWhatHelps()
    {
        QFETCH(QString, text);
        QCOMPARE(redacted(text), text);
    }
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::RedactionTest)
#include "redactiontest.moc"
