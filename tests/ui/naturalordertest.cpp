// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resourcelist/naturalorder.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

class NaturalOrderTest final : public QObject
{
    Q_OBJECT

private slots:
    void comesBefore_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::newRow("letters") << u"a"_s << u"b"_s;
        QTest::newRow("casing") << u"A"_s << u"b"_s;
        QTest::newRow("other casing") << u"a"_s << u"B"_s;
        QTest::newRow("numbers") << u"acs-2"_s << u"acs-10"_s;
        QTest::newRow("zeros in front") << u"acs-002"_s << u"acs-10"_s;
        QTest::newRow("number and then text") << u"acs2b"_s << u"acs10a"_s;
        QTest::newRow("longer than any integer") << u"a99999999999999999999998"_s << u"a99999999999999999999999"_s;
        QTest::newRow("dash before digit") << u"acs-"_s << u"acs1"_s;
        QTest::newRow("digit before letter") << u"acs1"_s << u"acsa"_s;
        QTest::newRow("shorter") << u"acs"_s << u"acs-1"_s;
        QTest::newRow("label by label") << u"acs.z.example"_s << u"acs-1.a.example"_s;
        QTest::newRow("label that ends in a number") << u"acs-2.z"_s << u"acs-10.a"_s;
        QTest::newRow("nothing") << QString() << u"a"_s;
        QTest::newRow("other letters") << u"z"_s << u"Ä"_s;
    }

    void comesBefore()
    {
        QFETCH(const QString, first);
        QFETCH(const QString, second);
        QVERIFY(compareNaturally(first, second) < 0);
        QVERIFY(compareNaturally(second, first) > 0);
        QCOMPARE(compareNaturally(first, first), 0);
    }

    void isEqual()
    {
        QCOMPARE(compareNaturally(u"ACS-Müller", u"acs-mÜLLER"), 0);
        QCOMPARE(compareNaturally(u"acs-007", u"acs-7"), 0);
        QCOMPARE(compareNaturally(u"acs-0", u"acs-000"), 0);
        QCOMPARE(compareNaturally({}, {}), 0);
    }

    // std::sort may do anything where this is not so.
    void isAnOrder()
    {
        const QStringList texts{u"a"_s,  u"A1"_s, u"a01"_s, u"a10"_s, u"a1b"_s, u"a-"_s, u"a."_s, u"0"_s,
                                u"00"_s, u"0a"_s, u"1"_s,   u"-1"_s,  u"ä"_s,   u"Ä1"_s, u"a_"_s, QString()};
        for (const QString& a : texts) {
            for (const QString& b : texts) {
                QCOMPARE(compareNaturally(a, b) < 0, compareNaturally(b, a) > 0);
                QCOMPARE(naturalHash(a) == naturalHash(b), compareNaturally(a, b) == 0);
                for (const QString& c : texts) {
                    if (compareNaturally(a, b) <= 0 && compareNaturally(b, c) <= 0) {
                        QVERIFY(compareNaturally(a, c) <= 0);
                    }
                }
            }
        }
    }
};

} // namespace CommKeys

QTEST_MAIN(CommKeys::NaturalOrderTest)
#include "naturalordertest.moc"
