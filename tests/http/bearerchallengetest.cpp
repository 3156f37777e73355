// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/bearerchallenge.h"
#include "support/sharedtraffic.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

class BearerChallengeTest final : public QObject
{
    Q_OBJECT

private slots:
    void readsParametersInAnyOrderAndSpelling()
    {
        const auto challenge =
            parseBearerChallenge("Bearer claims=\"eyJhIjoxfQ\", ERROR=insufficient_claims,realm=\"\" , "
                                 "error_description=\"a \\\"b\\\", c\"");
        QVERIFY(challenge);
        QCOMPARE(challenge->error, u"insufficient_claims"_s);
        QCOMPARE(challenge->errorDescription, u"a \"b\", c"_s);
        QCOMPARE(challenge->claims, u"{\"a\":1}"_s);
    }

    void leavesClaimsEmptyThatDoNotDecode_data()
    {
        QTest::addColumn<QByteArray>("claims");
        QTest::newRow("no base64") << QByteArray("!!!!");
        QTest::newRow("no JSON") << QByteArray("aGVsbG8=");
        QTest::newRow("no object") << QByteArray("WzFd");
        QTest::newRow("empty") << QByteArray();
    }

    void leavesClaimsEmptyThatDoNotDecode()
    {
        QFETCH(QByteArray, claims);
        const auto challenge = parseBearerChallenge("Bearer error=\"insufficient_claims\", claims=\"" + claims + '"');
        QVERIFY(challenge);
        QVERIFY(challenge->claims.isEmpty());
    }

    void findsBearerBehindOtherSchemesAndNothingWhereThereIsNone()
    {
        QVERIFY(parseBearerChallenge("Basic realm=\"x\", Bearer error=\"invalid_token\""));
        QVERIFY(!parseBearerChallenge("Basic realm=\"Bearer\""));
        QVERIFY(!parseBearerChallenge(""));
        QVERIFY(parseBearerChallenge("Bearer"));
    }

    void readsEveryRecordedChallenge()
    {
        if (!haveSharedTraffic()) {
            QSKIP("the recorded traffic is not beside this checkout");
        }
        const QJsonArray recorded = sharedTraffic(u"www-authenticate-challenges.json"_s).array();
        QVERIFY(!recorded.isEmpty());
        for (const QJsonValue& value : recorded) {
            const auto challenge = parseBearerChallenge(value[u"header"].toString().toLatin1());
            QVERIFY(challenge);
            if (const QString claims = value[u"claimsDecoded"].toString(); !claims.isEmpty()) {
                QCOMPARE(QJsonDocument::fromJson(challenge->claims.toUtf8()), QJsonDocument::fromJson(claims.toUtf8()));
            }
        }
    }
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::BearerChallengeTest)
#include "bearerchallengetest.moc"
