// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/quoting.h"

#include <QProcess>
#include <QString>
#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

class QuotingTest final : public QObject
{
    Q_OBJECT

private slots:
    void aPlainWordStandsAsItIs()
    {
        QCOMPARE(shellQuoted(u"acs-prod_00000.x/y:z=@%+,"), u"acs-prod_00000.x/y:z=@%+,"_s);
        QCOMPARE(shellQuoted(u""), u"''"_s);
        QCOMPARE(shellQuoted(u"rg (old)"), u"'rg (old)'"_s);
        QCOMPARE(shellQuoted(u"it's"), u"'it'\\''s'"_s);
    }

    void aShellReadsEveryWordBack_data() { hostileTexts(); }
    void aShellReadsEveryWordBack()
    {
        QFETCH(QString, text);
        QCOMPARE(fromShell(u"printf '%s' "_s + shellQuoted(text)), text);
    }

    void aShellReadsADotEnvValueBack_data() { hostileTexts(); }
    void aShellReadsADotEnvValueBack()
    {
        QFETCH(QString, text);
        if (text.contains(u'\n') || text.contains(u'\r')) {
            QVERIFY(!dotEnvQuoted(text).contains(u'\n') && !dotEnvQuoted(text).contains(u'\r'));
            return;
        }
        QCOMPARE(fromShell(u"A="_s + dotEnvQuoted(text) + u"; printf '%s' \"$A\""_s), text);
    }

    void aDotEnvValueIsOneLineInDoubleQuotes()
    {
        QCOMPARE(dotEnvQuoted(u"endpoint=https://a.example/;accesskey=a+/=="),
                 u"\"endpoint=https://a.example/;accesskey=a+/==\""_s);
        QCOMPARE(dotEnvQuoted(u"a\"b\\c$d`e\nf\rg"), u"\"a\\\"b\\\\c\\$d\\`e\\nf\\rg\""_s);
    }

    void powerShellEndsAStringAtFiveKindsOfQuotes()
    {
        QCOMPARE(powerShellQuoted(u"plain"), u"'plain'"_s);
        QCOMPARE(powerShellQuoted(u"$(x) `y \"z\""), u"'$(x) `y \"z\"'"_s);
        QCOMPARE(powerShellQuoted(u"a'b\u2018c\u2019d\u201Ae\u201Bf"),
                 u"'a''b\u2018\u2018c\u2019\u2019d\u201A\u201Ae\u201B\u201Bf'"_s);
    }

private:
    static void hostileTexts()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("blank") << u" two  words "_s;
        QTest::newRow("single quotes") << u"'; touch /nowhere/x; '"_s;
        QTest::newRow("double quotes") << u"\"; touch /nowhere/x; \""_s;
        QTest::newRow("command") << u"$(touch /nowhere/x)`touch /nowhere/y`"_s;
        QTest::newRow("variable") << u"$HOME ${HOME} ~"_s;
        QTest::newRow("backslashes") << u"\\ \\\\ \\n \\' \\\" \\$ \\"_s;
        QTest::newRow("option") << u"-n --help"_s;
        QTest::newRow("comment") << u"# a !b *c ?d [e] {f,g} <h >i |j &k"_s;
        QTest::newRow("letters") << u"Größe \u4f60\u597d \u202Egnp"_s;
        QTest::newRow("line ends") << u"a\nb\r\nc"_s;
    }

    static QString fromShell(const QString& script)
    {
        QProcess shell;
        shell.start(u"sh"_s, {u"-c"_s, script});
        return shell.waitForFinished() && shell.exitCode() == 0 ? QString::fromUtf8(shell.readAllStandardOutput())
                                                                : u"the shell failed: "_s + script;
    }
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::QuotingTest)
#include "quotingtest.moc"
