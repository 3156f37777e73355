// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedkeys.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace CommKeys;

class SimulatedKeysTest : public QObject
{
    Q_OBJECT

private slots:
    void aPlainKeyIs64BytesIn88Letters()
    {
        const QString key = simulatedKey("seed", u"/id"_s, KeyType::Primary, 0, SimulatedKeyFormat::Plain);
        QCOMPARE(key.size(), 88);
        QVERIFY(key.endsWith("=="_L1));
        QCOMPARE(QByteArray::fromBase64(key.toLatin1(), QByteArray::AbortOnBase64DecodingErrors).size(), 64);
    }

    void aMarkedKeyHas84LettersAndItsMarksWhereTheRealOnesHaveThem()
    {
        const QString key = simulatedKey("seed", u"/id"_s, KeyType::Primary, 0, SimulatedKeyFormat::Marked);
        QCOMPARE(key.size(), 84);
        QVERIFY(!key.contains(u'='));
        QCOMPARE(key.mid(52, 6), u"JQQJ99"_s);
        QCOMPARE(key.sliced(84 - 4 - 8, 8), u"AAAAAZCS"_s);
        QCOMPARE(QByteArray::fromBase64(key.toLatin1(), QByteArray::AbortOnBase64DecodingErrors).size(), 63);
    }

    void theSameArgumentsGiveTheSameKeyInAnyCasingOfTheId()
    {
        QCOMPARE(simulatedKey("seed", u"/Id"_s, KeyType::Primary, 3, SimulatedKeyFormat::Plain),
                 simulatedKey("seed", u"/iD"_s, KeyType::Primary, 3, SimulatedKeyFormat::Plain));
    }

    void everyOtherArgumentGivesAnotherKey()
    {
        const auto plain = SimulatedKeyFormat::Plain;
        const QSet<QString> keys{simulatedKey("seed", u"/id"_s, KeyType::Primary, 0, plain),
                                 simulatedKey("other", u"/id"_s, KeyType::Primary, 0, plain),
                                 simulatedKey("seed", u"/other"_s, KeyType::Primary, 0, plain),
                                 simulatedKey("seed", u"/id"_s, KeyType::Secondary, 0, plain),
                                 simulatedKey("seed", u"/id"_s, KeyType::Primary, 1, plain)};
        QCOMPARE(keys.size(), 5);
    }
};

QTEST_GUILESS_MAIN(SimulatedKeysTest)
#include "simulatedkeystest.moc"
