// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychain/canonicalkey.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

class CanonicalKeyTest final : public QObject
{
    Q_OBJECT

private slots:
    void spellingsOfTheSameBytes_areOneKey_data()
    {
        QTest::addColumn<QString>("spelling");
        QTest::newRow("as the service writes it") << u"kJ53+Mf/AA=="_s;
        QTest::newRow("no padding") << u"kJ53+Mf/AA"_s;
        QTest::newRow("half of the padding") << u"kJ53+Mf/AA="_s;
        QTest::newRow("too much padding") << u"kJ53+Mf/AA==="_s;
        QTest::newRow("URL-safe") << u"kJ53-Mf_AA=="_s;
        QTest::newRow("URL-safe, no padding") << u"kJ53-Mf_AA"_s;
        QTest::newRow("bits behind the last byte") << u"kJ53+Mf/AB=="_s;
    }

    void spellingsOfTheSameBytes_areOneKey()
    {
        QFETCH(QString, spelling);
        const Secret key = Secret::copyOf(u"kJ53+Mf/AA==");
        QVERIFY(canonicalKey(Secret::copyOf(spelling)) == key);
        QVERIFY(isSameKey(Secret::copyOf(spelling), key));
    }

    void keyOfTheService_staysAsItIs()
    {
        for (const int bytes : {63, 64}) {
            QByteArray key = QByteArray(bytes, '\xA7').toBase64();
            const Secret asWritten = Secret::take(key);
            QVERIFY(canonicalKey(asWritten) == asWritten);
        }
    }

    void textThatIsNotBase64_staysAsItIs_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("padding alone") << u"=="_s;
        QTest::newRow("connection string") << u"endpoint=https://acs.example/;accesskey=AAAA"_s;
        QTest::newRow("a letter too many") << u"AAAAA"_s;
        QTest::newRow("padding in the middle") << u"AA==AA"_s;
        QTest::newRow("not ASCII") << u"ÄÖÜé"_s;
    }

    void textThatIsNotBase64_staysAsItIs()
    {
        QFETCH(QString, text);
        QVERIFY(canonicalKey(Secret::copyOf(text)) == Secret::copyOf(text));
    }

    void otherBytes_areAnotherKey()
    {
        QVERIFY(!isSameKey(Secret::copyOf(u"AAAA"), Secret::copyOf(u"AAAB")));
        QVERIFY(!isSameKey(Secret::copyOf(u"AAAA"), Secret::copyOf(u"AAAAAAAA")));
        QVERIFY(!isSameKey(Secret(), Secret()));
    }
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::CanonicalKeyTest)
#include "canonicalkeytest.moc"
