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
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::ResourceIdTest)
#include "resourceidtest.moc"
