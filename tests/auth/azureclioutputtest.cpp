// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/azureclioutput.h"
#include "auth/tokenclaims.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

class AzureCliOutputTest final : public QObject
{
    Q_OBJECT

private slots:
    void prefersTheEndInSecondsSince1970()
    {
        QByteArray output =
            "{\"accessToken\":\"abc\",\"expiresOn\":\"2001-01-01 00:00:00.000000\",\"expires_on\":1700000000,"
            "\"tenant\":\"t\",\"tokenType\":\"Bearer\"}";
        const Result<AccessToken> token = parseAzureCliToken(output);
        QVERIFY(token);
        QCOMPARE(token->token.revealText(), u"abc"_s);
        QCOMPARE(token->expiresUtc, QDateTime::fromSecsSinceEpoch(1700000000, Qt::UTC));
        QVERIFY(output.isEmpty());
    }

    void readsTheLocalTimeOfOlderVersions()
    {
        QByteArray output = "{\"accessToken\":\"abc\",\"expiresOn\":\"2026-01-15 12:34:56.123456\"}";
        const Result<AccessToken> token = parseAzureCliToken(output);
        QVERIFY(token);
        QCOMPARE(token->expiresUtc, QDateTime(QDate(2026, 1, 15), QTime(12, 34, 56), Qt::LocalTime).toUTC());
    }

    void refusesRubbish_data()
    {
        QTest::addColumn<QByteArray>("output");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("text") << QByteArray("Hello");
        QTest::newRow("no token") << QByteArray("{\"expires_on\":1700000000}");
        QTest::newRow("no end") << QByteArray("{\"accessToken\":\"abc\"}");
        QTest::newRow("line break") << QByteArray("{\"accessToken\":\"abc\\r\\nX-Evil: 1\",\"expires_on\":1700000000}");
        QTest::newRow("list") << QByteArray("[]");
    }

    void refusesRubbish()
    {
        QFETCH(QByteArray, output);
        const Result<AccessToken> token = parseAzureCliToken(output);
        QVERIFY(!token);
        QCOMPARE(token.error().kind, ErrorKind::BadAnswer);
        QVERIFY(!token.error().toText().contains(u"abc"_s));
    }

    void saysWhatToDoWhenNobodyIsSignedIn()
    {
        const Error error = azureCliError(1, "ERROR: Please run 'az login' to setup account.", {});
        QCOMPARE(error.kind, ErrorKind::NotSignedIn);
        QVERIFY(error.advice.contains(u"az login"_s));
        QVERIFY(error.detail.message.contains(u"setup account"_s));
    }

    void namesTheTenantThatWantsMore()
    {
        TokenRequest request;
        request.tenant = TenantId(u"e8abe575-baa6-4436-af8a-dbf3eeb3a857"_s);
        const Error error = azureCliError(1, "AADSTS50076: … run: az login --tenant X", request);
        QVERIFY(error.advice.contains(u"az login --tenant e8abe575-baa6-4436-af8a-dbf3eeb3a857"_s));
    }

    void readsTheClaimsOfATokenAndNothingOutOfAnOpaqueOne()
    {
        const QByteArray payload =
            QByteArray(
                "{\"aud\":\"https://a.example/\",\"tid\":\"t\",\"upn\":\"avery@contoso.example\",\"exp\":1700000000}")
                .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        const auto claims = readTokenClaims(Secret::copyOf(QString::fromLatin1("eyJh." + payload + ".c2ln")));
        QVERIFY(claims);
        QCOMPARE(claims->audience, u"https://a.example/"_s);
        QCOMPARE(claims->account, u"avery@contoso.example"_s);
        QVERIFY(!readTokenClaims(Secret::copyOf(u"opaque")));
        QVERIFY(!readTokenClaims(Secret::copyOf(u"a.b.c")));
        QVERIFY(!readTokenClaims({}));
    }
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::AzureCliOutputTest)
#include "azureclioutputtest.moc"
