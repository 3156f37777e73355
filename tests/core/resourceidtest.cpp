// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/resourceid.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

const QString example = u"/subscriptions/11112222-3333-4444-5555-666677778888/resourceGroups/MyResourceGroup/providers/"
                        "Microsoft.Communication/communicationServices/MyCommunicationResource"_s;

} // namespace

class ResourceIdTest final : public QObject
{
    Q_OBJECT

private slots:
    void readsAnIdAndKeepsItWordForWord()
    {
        const Result<ResourceId> id = ResourceId::parse(example);
        QVERIFY(id);
        QCOMPARE(id->toString(), example);
        QCOMPARE(id->subscription().toString(), u"11112222-3333-4444-5555-666677778888"_s);
        QCOMPARE(id->resourceGroup(), u"MyResourceGroup"_s);
        QCOMPARE(id->name(), u"MyCommunicationResource"_s);
    }

    void comparesWithoutRegardToCase()
    {
        const Result<ResourceId> id = ResourceId::parse(example);
        const Result<ResourceId> shouted = ResourceId::parse(example.toUpper());
        QVERIFY(id && shouted);
        QVERIFY(*id == *shouted);
        QCOMPARE(qHash(*id), qHash(*shouted));
        QCOMPARE(shouted->toString(), example.toUpper());
    }

    void isMadeOfItsParts()
    {
        const Result<ResourceId> id = ResourceId::of(SubscriptionId(u"11112222-3333-4444-5555-666677778888"_s),
                                                     u"MyResourceGroup"_s, u"MyCommunicationResource"_s);
        QVERIFY(id);
        QCOMPARE(id->toString(), example);
    }

    void refusesWhatWouldLeadElsewhere_data()
    {
        QTest::addColumn<QString>("subscription");
        QTest::addColumn<QString>("group");
        QTest::addColumn<QString>("name");
        const QString sub = u"11112222-3333-4444-5555-666677778888"_s;
        QTest::newRow("slash in the name") << sub << u"g"_s << u"a/b"_s;
        QTest::newRow("dots as the name") << sub << u"g"_s << u".."_s;
        QTest::newRow("query in the name") << sub << u"g"_s << u"a?b"_s;
        QTest::newRow("percent in the name") << sub << u"g"_s << u"a%2fb"_s;
        QTest::newRow("line break behind the name") << sub << u"g"_s << u"a\n"_s;
        QTest::newRow("no name") << sub << u"g"_s << QString();
        QTest::newRow("64 letters") << sub << u"g"_s << QString(64, u'a');
        QTest::newRow("umlaut in the name") << sub << u"g"_s << u"ä"_s;
        QTest::newRow("slash in the group") << sub << u"g/h"_s << u"a"_s;
        QTest::newRow("dots as the group") << sub << u".."_s << u"a"_s;
        QTest::newRow("full stop behind the group") << sub << u"g."_s << u"a"_s;
        QTest::newRow("no group") << sub << QString() << u"a"_s;
        for (const QString& letter :
             {u"?"_s, u"#"_s, u"%2F"_s, u"\\"_s, u"\n"_s, u"\u0000"_s, u" "_s, u"\u00A0"_s, u"\u202E"_s, u"\u200B"_s,
              u"\u2215"_s, u"\uFF0F"_s, u"\u2028"_s, u"&"_s, u"<"_s, u"\u20AC"_s, u"👩"_s, QString(QChar(0xD835))}) {
            QTest::newRow(qPrintable(u"in the group: "_s + letter)) << sub << u"g%1h"_s.arg(letter) << u"a"_s;
        }
        QTest::newRow("one full stop as the group") << sub << u"."_s << u"a"_s;
        QTest::newRow("slash of two characters") << sub << u"g/\u0338h"_s << u"a"_s;
        QTest::newRow("a subscription that is no UUID") << u"mine"_s << u"g"_s << u"a"_s;
        QTest::newRow("a UUID in braces") << u"{11112222-3333-4444-5555-666677778888}"_s << u"g"_s << u"a"_s;
    }

    void refusesWhatWouldLeadElsewhere()
    {
        QFETCH(QString, subscription);
        QFETCH(QString, group);
        QFETCH(QString, name);
        const Result<ResourceId> id = ResourceId::of(SubscriptionId(subscription), group, name);
        QVERIFY(!id);
        QCOMPARE(id.error().kind, ErrorKind::InvalidInput);
        QVERIFY(!id.error().message.isEmpty());
    }

    void refusesIdsOfOtherThings_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("a group") << u"/subscriptions/11112222-3333-4444-5555-666677778888/resourceGroups/g"_s;
        QTest::newRow("a child") << example + u"/domains/d"_s;
        QTest::newRow("a slash behind") << example + u'/';
        QTest::newRow("no slash before") << example.sliced(1);
        QTest::newRow("an address") << u"https://evil.example"_s + example;
        QTest::newRow("another provider")
            << QString(example).replace(u"Microsoft.Communication"_s, u"Microsoft.Storage"_s);
    }

    void refusesIdsOfOtherThings()
    {
        QFETCH(QString, text);
        QVERIFY(!ResourceId::parse(text));
    }

    void takesNamesOfEveryLegalLetter()
    {
        const SubscriptionId sub(u"AAAABBBB-cccc-4444-5555-666677778888"_s);
        QVERIFY(ResourceId::of(sub, u"Grüße_(1).x-y"_s, u"A_z-09"_s));
        QVERIFY(ResourceId::of(sub, QString(90, u'g'), QString(63, u'n')));
        QVERIFY(!ResourceId::of(sub, QString(91, u'g'), u"n"_s));
    }

    void groupInAnyScript_isKeptAsItCame_data()
    {
        QTest::addColumn<QString>("group");
        QTest::newRow("é as one character") << u"réseau-rg"_s;
        QTest::newRow("é as two characters") << u"re\u0301seau-rg"_s;
        QTest::newRow("Thai") << u"กลุ่มทรัพยากร"_s;
        QTest::newRow("Hindi") << u"संसाधन-समूह"_s;
        QTest::newRow("Tamil") << u"வளக்குழு"_s;
        QTest::newRow("Chinese") << u"rg-测试"_s;
        QTest::newRow("Hebrew with points") << u"שָׁלוֹם"_s;
        QTest::newRow("Vietnamese") << u"nhóm_tài_nguyên"_s;
        QTest::newRow("Korean of single letters") << u"\u1112\u1161\u11AB"_s;
        QTest::newRow("Arabic digits") << u"rg-٣"_s;
        QTest::newRow("connectors") << u"a\u203Fb_c"_s;
        QTest::newRow("letters beyond 16 bits") << QString::fromUcs4(U"\U00020000-\U0001D49C", 3);
        QTest::newRow("full stops inside") << u"a..b"_s;
    }

    void groupInAnyScript_isKeptAsItCame()
    {
        QFETCH(QString, group);
        const QString text = QString(example).replace(u"MyResourceGroup"_s, group);
        const Result<ResourceId> id = ResourceId::parse(text);
        QVERIFY(id);
        QCOMPARE(id->toString(), text);
        QCOMPARE(id->resourceGroup(), group);
    }
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::ResourceIdTest)
#include "resourceidtest.moc"
