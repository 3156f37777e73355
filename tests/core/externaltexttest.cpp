// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/externaltext.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

class ExternalTextTest final : public QObject
{
    Q_OBJECT

private slots:
    void externalText_isVisibleAndIsolated_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        const QString fsi(QChar(0x2068));
        const QString pdi(QChar(0x2069));
        const QString rlo(QChar(0x202E));
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("ASCII") << u"Contoso <b>&amp;</b>"_s << u"Contoso <b>&amp;</b>"_s;
        QTest::newRow("accents") << u"Réseau Grüße"_s << u"Réseau Grüße"_s;
        QTest::newRow("decomposed") << u"re\u0301seau"_s << u"re\u0301seau"_s;
        QTest::newRow("Chinese") << u"测试 密钥"_s << u"测试 密钥"_s;
        QTest::newRow("Thai") << u"กลุ่มทรัพยากร"_s << u"กลุ่มทรัพยากร"_s;
        QTest::newRow("Hindi with a joiner") << u"क्\u200dष"_s << u"क्\u200dष"_s;
        QTest::newRow("emoji with a joiner") << u"👩\u200d💻"_s << u"👩\u200d💻"_s;
        QTest::newRow("Hebrew") << u"שלום"_s << fsi + u"שלום"_s + pdi;
        QTest::newRow("Arabic with Latin") << u"Mail نص"_s << fsi + u"Mail نص"_s + pdi;
        QTest::newRow("Persian with a non-joiner") << u"می\u200cخواهم"_s << fsi + u"می\u200cخواهم"_s + pdi;
        QTest::newRow("override") << u"Mail"_s + rlo + u"gnp.exe"_s << u"Mail[U+202E]gnp.exe"_s;
        QTest::newRow("isolate that is not closed") << fsi + u"Mail"_s << u"[U+2068]Mail"_s;
        QTest::newRow("end of an isolate") << u"Mail"_s + pdi + u"x"_s << u"Mail[U+2069]x"_s;
        QTest::newRow("override in Hebrew") << u"שלום"_s + rlo << fsi + u"שלום[U+202E]"_s + pdi;
        QTest::newRow("line ends") << u"a\r\nb\u2028c"_s << u"a\u240D\u240Ab[U+2028]c"_s;
        QTest::newRow("NUL, bell, DEL, C1") << QString(u"a\0\a\x7F\u0085"_s) << u"a\u2400\u2407\u2421[U+0085]"_s;
        QTest::newRow("zero-width") << u"Con\u200Btoso\uFEFF"_s << u"Con[U+200B]toso[U+FEFF]"_s;
        QTest::newRow("joiner in ASCII") << u"Con\u200Dtoso"_s << u"Con[U+200D]toso"_s;
        QTest::newRow("soft hyphen") << u"Con\u00ADtoso"_s << u"Con[U+00AD]toso"_s;
        QTest::newRow("Hangul filler") << u"\u3164"_s << u"[U+3164]"_s;
        QTest::newRow("tag character") << QString::fromUcs4(U"a\U000E0041", 2) << u"a[U+E0041]"_s;
    }

    void externalText_isVisibleAndIsolated()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        QCOMPARE(externalText(text), shown);
        QCOMPARE(externalText(shown), shown); // nothing is done twice
    }

    void messageOfSeveralLines_keepsItsLineEnds()
    {
        QCOMPARE(externalText(u"é one\r\n\ttwo\u202E"_s, Lines::Several), u"é one\r\n\ttwo[U+202E]"_s);
    }
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::ExternalTextTest)
#include "externaltexttest.moc"
