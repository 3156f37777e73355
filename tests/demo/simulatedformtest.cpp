// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedform.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace CommKeys;

class SimulatedFormTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsEncodedIsReadAgain()
    {
        const QString awkward = u"a b+c%d!e*f~g&h=i/ö"_s;
        SimulatedForm form;
        form.add(awkward, awkward);
        form.add(u"empty"_s, QString());
        QCOMPARE(form.encoded(), "a+b%2Bc%25d%21e%2Af%7Eg%26h%3Di%2F%C3%B6=a+b%2Bc%25d%21e%2Af%7Eg%26h%3Di%2F%C3%B6"
                                 "&empty="_ba);
        const SimulatedForm read = SimulatedForm::parse(form.encoded());
        QCOMPARE(read.value(awkward), awkward);
        QVERIFY(read.has(u"empty"_s));
    }

    void aPlusIsASpaceAndFieldsMayBeBare()
    {
        const SimulatedForm form = SimulatedForm::parse("a=b+c&&d&e=f=g"_ba);
        QCOMPARE(form.value(u"a"_s), u"b c"_s);
        QVERIFY(form.has(u"d"_s));
        QCOMPARE(form.value(u"e"_s), u"f=g"_s);
        QVERIFY(!form.has(QString()));
        QVERIFY(!form.hasDuplicates());
        QVERIFY(SimulatedForm::parse("a=1&a=1"_ba).hasDuplicates());
    }
};

QTEST_GUILESS_MAIN(SimulatedFormTest)
#include "simulatedformtest.moc"
