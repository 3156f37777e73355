// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedtoken.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace CommKeys;

class SimulatedTokenTest : public QObject
{
    Q_OBJECT

private:
    const QDateTime m_expires{QDate(2026, 1, 15), QTime(11, 0), Qt::UTC};
    const TenantId m_tenant{u"e66fc46b-2666-4ea3-984d-bb30c06f2c75"_s};

private slots:
    void looksLikeAJsonWebToken()
    {
        const QByteArray token = SimulatedToken::issue(m_tenant, u"https://a/"_s, m_expires, u"a@b"_s);
        QVERIFY(token.startsWith("eyJ"));
        QCOMPARE(token.count('.'), 2);
        QVERIFY(!token.contains('=') && !token.contains('+') && !token.contains('/'));
    }

    void saysAgainWhatItWasIssuedFor()
    {
        const auto token = SimulatedToken::parse(
            SimulatedToken::issue(m_tenant, u"https://a/"_s, m_expires, u"avery@contoso.example"_s));
        QVERIFY(token);
        QCOMPARE(token->tenant.toString(), m_tenant.toString());
        QCOMPARE(token->audience, u"https://a/"_s);
        QCOMPARE(token->expiresUtc, m_expires);
        QCOMPARE(token->upn, u"avery@contoso.example"_s);
    }

    void thePersonHasTheSameObjectIdInEveryToken()
    {
        const auto first = SimulatedToken::parse(SimulatedToken::issue(m_tenant, u"x"_s, m_expires, u"a@b"_s));
        const auto second =
            SimulatedToken::parse(SimulatedToken::issue(m_tenant, u"y"_s, m_expires.addDays(1), u"A@b"_s));
        const auto other = SimulatedToken::parse(SimulatedToken::issue(m_tenant, u"x"_s, m_expires, u"c@b"_s));
        QCOMPARE(first->objectId, second->objectId);
        QVERIFY(first->objectId != other->objectId);
    }

    void whatIsNoTokenIsNotRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a word") << "secret"_ba;
        QTest::newRow("two parts") << "eyJh.eyJi"_ba;
        QTest::newRow("no base64") << "a.!!!!.c"_ba;
        QTest::newRow("no JSON") << "a."_ba + "text"_ba.toBase64() + ".c";
        QTest::newRow("no claims") << "a."_ba + "{}"_ba.toBase64() + ".c";
    }
    void whatIsNoTokenIsNotRead()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!SimulatedToken::parse(text));
    }
};

QTEST_GUILESS_MAIN(SimulatedTokenTest)
#include "simulatedtokentest.moc"
