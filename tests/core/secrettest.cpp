// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/secret.h"

#include <QTest>
#include <QVariant>

#include <type_traits>

using namespace Qt::StringLiterals;

namespace CommKeys {

class SecretTest final : public QObject
{
    Q_OBJECT

private slots:
    void takeEmptiesItsSource()
    {
        QByteArray bytes("a key");
        const Secret secret = Secret::take(bytes);
        QVERIFY(bytes.isEmpty());
        QCOMPARE(secret.revealText(), u"a key"_s);

        QString text = u"schlüssel"_s.mid(0);
        QCOMPARE(Secret::take(text).revealText(), u"schlüssel"_s);
        QVERIFY(text.isEmpty());
    }

    void takeOverwritesTheBytesThatOthersShare()
    {
        QByteArray bytes(5, 'k');
        const QByteArray shared = bytes;
        const Secret secret = Secret::take(bytes);
        QCOMPARE(shared, QByteArray(5, '\0'));
        QCOMPARE(secret.reveal(), QByteArrayView("kkkkk"));
    }

    void takingALiteralLeavesReadOnlyMemoryAlone()
    {
        QByteArray literal = QByteArrayLiteral("literal");
        QString text = u"literal"_s;
        QCOMPARE(Secret::take(literal).revealText(), u"literal"_s);
        QCOMPARE(Secret::take(text).revealText(), u"literal"_s);
    }

    void copiesShareOneBuffer()
    {
        const Secret one = Secret::copyOf(u"a key");
        const Secret two = one;
        QVERIFY(one.reveal().data() == two.reveal().data());
    }

    void equalityLooksAtEveryByteAndTheLength()
    {
        QVERIFY(Secret::copyOf(u"abc") == Secret::copyOf(u"abc"));
        QVERIFY(Secret::copyOf(u"abc") != Secret::copyOf(u"abd"));
        QVERIFY(Secret::copyOf(u"abc") != Secret::copyOf(u"ab"));
        QVERIFY(Secret() == Secret::copyOf(u""));
        QVERIFY(Secret().isEmpty());
    }

    void fingerprintTellsSecretsApartAndDependsOnTheSalt()
    {
        const Secret secret = Secret::copyOf(u"abc");
        // SHA-256 of "abc": FIPS 180-2, B.1
        QCOMPARE(secret.fingerprint(), u"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_s);
        QVERIFY(secret.fingerprint("salt") != secret.fingerprint());
        QVERIFY(Secret::copyOf(u"abd").fingerprint("salt") != secret.fingerprint("salt"));
    }

    void doesNotBecomeTextOrAVariantByItself()
    {
        QVERIFY((!std::is_convertible_v<Secret, QString>));
        QVERIFY((!std::is_convertible_v<Secret, QByteArray>));
        QVERIFY((!std::is_convertible_v<Secret, QVariant>));
        QVERIFY((!std::is_convertible_v<QString, Secret>));
    }
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::SecretTest)
#include "secrettest.moc"
