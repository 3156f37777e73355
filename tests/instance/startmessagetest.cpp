// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "instance/startmessage.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

class StartMessageTest final : public QObject
{
    Q_OBJECT

private slots:
    void comesBackAsItWas()
    {
        const StartMessage message{{u"commkeys"_s, u"--tenant"_s, u"ü \n \"x\""_s}, u"token-1_TIME2"_s};
        const QByteArray line = encodeStartMessage(message);
        QCOMPARE(line.count('\n'), 1);
        QVERIFY(line.endsWith('\n'));
        QCOMPARE(parseStartMessage(line), message);
    }

    void whatIsTooLongIsNeitherSentNorRead()
    {
        const QString longText(longestStartMessage, u'a');
        QVERIFY(encodeStartMessage({{longText}, {}}).isEmpty());
        QVERIFY(!parseStartMessage("{\"arguments\":[\"" + longText.toLatin1() + "\"]}"));
    }

    void whatIsNoMessageIsNone_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("GET / HTTP/1.1\r\n");
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("without arguments") << QByteArray("{}");
        QTest::newRow("arguments that are no list") << QByteArray("{\"arguments\":\"--demo\"}");
        QTest::newRow("an argument that is no text") << QByteArray("{\"arguments\":[\"commkeys\",1]}");
        QTest::newRow("bytes") << QByteArray("\x00\xff\xfe{\n", 5);
    }

    void whatIsNoMessageIsNone()
    {
        QFETCH(QByteArray, line);
        QVERIFY(!parseStartMessage(line));
    }

    void whatANewerVersionAddsIsReadOver()
    {
        QCOMPARE(parseStartMessage("{\"arguments\":[\"a\"],\"more\":{\"b\":1}}"), StartMessage({{u"a"_s}, {}}));
    }

    void aTokenThatIsNoneIsLeftOut()
    {
        QCOMPARE(parseStartMessage("{\"arguments\":[],\"activationToken\":\"a b\"}"), StartMessage());
        const StartMessage tooLong{{}, QString(1000, u'a')};
        QCOMPARE(parseStartMessage(encodeStartMessage(tooLong)), StartMessage());
    }
};

} // namespace CommKeys

QTEST_APPLESS_MAIN(CommKeys::StartMessageTest)
#include "startmessagetest.moc"
