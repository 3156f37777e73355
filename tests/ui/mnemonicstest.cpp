// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/mnemonics.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

class MnemonicsTest final : public QObject
{
    Q_OBJECT

private slots:
    void theMarkGoesAndTheTextStays_data()
    {
        QTest::addColumn<QString>("marked");
        QTest::addColumn<QString>("read");
        QTest::newRow("none") << u"Refresh"_s << u"Refresh"_s;
        QTest::newRow("in the word") << u"&Whose key is this?…"_s << u"Whose key is this?…"_s;
        QTest::newRow("behind the word") << u"设置(&S)…"_s << u"设置…"_s;
        QTest::newRow("brackets of the text's own") << u"Application (client) &id"_s << u"Application (client) id"_s;
        QTest::newRow("an ampersand") << u"R&&D"_s << u"R&D"_s;
        QTest::newRow("an ampersand in brackets") << u"(&&)"_s << u"(&)"_s;
        QTest::newRow("at the end") << u"A&"_s << u"A&"_s;
        QTest::newRow("nothing") << QString() << QString();
    }
    void theMarkGoesAndTheTextStays()
    {
        QFETCH(const QString, marked);
        QFETCH(const QString, read);
        QCOMPARE(withoutMnemonic(marked), read);
    }
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::MnemonicsTest)
#include "mnemonicstest.moc"
