// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tenantname.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

class TenantNameTest final : public QObject
{
    Q_OBJECT

private slots:
    void aGuidOrADomainNamesATenant_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("GUID") << u"e8abe575-baa6-4436-af8a-dbf3eeb3a857"_s;
        QTest::newRow("GUID in capitals") << u"E8ABE575-BAA6-4436-AF8A-DBF3EEB3A857"_s;
        QTest::newRow("domain") << u"contoso.example"_s;
        QTest::newRow("three labels") << u"con-toso1.onmicrosoft.com"_s;
        QTest::newRow("capitals") << u"Contoso.Example"_s;
        QTest::newRow("an international one") << u"xn--mnchen-3ya.example"_s;
    }

    void aGuidOrADomainNamesATenant()
    {
        QFETCH(const QString, text);
        QVERIFY(isTenantName(text));
    }

    void nothingElseDoes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("one label") << u"contoso"_s;
        QTest::newRow("a GUID in braces") << u"{e8abe575-baa6-4436-af8a-dbf3eeb3a857}"_s;
        QTest::newRow("the folder above") << u".."_s;
        QTest::newRow("an empty label") << u"contoso..example"_s;
        QTest::newRow("a dot at the end") << u"contoso.example."_s;
        QTest::newRow("a hyphen at the end of a label") << u"contoso-.example"_s;
        QTest::newRow("a line's end") << u"contoso.example\n"_s;
        QTest::newRow("other letters") << u"münchen.example"_s;
        QTest::newRow("letters that fold to ASCII") << u"\u212Aontoso.example"_s;
        QTest::newRow("a long label") << QString(64, u'a') + u".example"_s;
        QTest::newRow("a long name") << QString(u"abcdefg."_s).repeated(32) + u"example"_s;
        for (const QChar altering : u"/\\?#%@:;&= \t\"'<>"_s) {
            QTest::addRow("U+%04X", altering.unicode()) << u"contoso%1x.example"_s.arg(altering);
        }
    }

    void nothingElseDoes()
    {
        QFETCH(const QString, text);
        QVERIFY(!isTenantName(text));
    }
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::TenantNameTest)
#include "tenantnametest.moc"
