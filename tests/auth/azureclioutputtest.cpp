// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/azureclioutput.h"
#include "auth/tokenclaims.h"

#include <QStringEncoder>
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
        const Result<AzureCliToken> token = parseAzureCliToken(output);
        QVERIFY(token);
        QCOMPARE(token->access.token.revealText(), u"abc"_s);
        QCOMPARE(token->access.expiresUtc, QDateTime::fromSecsSinceEpoch(1700000000, Qt::UTC));
        QVERIFY(output.isEmpty());
    }

    void readsTheLocalTimeOfOlderVersions()
    {
        QByteArray output = "{\"accessToken\":\"abc\",\"expiresOn\":\"2026-01-15 12:34:56.123456\"}";
        const Result<AzureCliToken> token = parseAzureCliToken(output);
        QVERIFY(token);
        QCOMPARE(token->access.expiresUtc, QDateTime(QDate(2026, 1, 15), QTime(12, 34, 56), Qt::LocalTime).toUTC());
    }

    void takesTheTokenFromWhateverIsAroundIt_data()
    {
        QTest::addColumn<QByteArray>("output");
        const QByteArray json = tokenJson();
        QTest::newRow("alone") << json;
        QTest::newRow("the code page of cmd before it") << "Active code page: 65001\n" + json;
        QTest::newRow("CRLF") << "Active code page: 65001\r\n" + json + "\r\n";
        QTest::newRow("warnings before and after")
            << "WARNING: You have 2 update(s) available.\n" + json + "\nWARNING: bye\n";
        QTest::newRow("a byte-order mark") << "\xEF\xBB\xBF" + json;
        QTest::newRow("UTF-16 LE with a mark") << utf16(json, QStringConverter::Utf16LE, true);
        QTest::newRow("UTF-16 BE with a mark") << utf16(json, QStringConverter::Utf16BE, true);
        QTest::newRow("UTF-16 LE without a mark") << utf16(json, QStringConverter::Utf16LE, false);
        QTest::newRow("colours around it") << "\x1b[36m" + json + "\x1b[0m";
        QTest::newRow("colours in it") << coloured(json);
        QTest::newRow("a title for the terminal") << "\x1b]0;az\a" + json;
        QTest::newRow("a link for the terminal") << "\x1b]8;;https://aka.ms\x1b\\here\x1b]8;;\x1b\\" + json;
        QTest::newRow("braces that are no JSON") << "WARNING: {oops} and { more\n" + json;
        QTest::newRow("an open quote before it") << "can't say \"what\n" + json;
        QTest::newRow("a bracketed word before it") << "[info] starting\n" + json;
        QTest::newRow("bytes of another encoding") << "D\xE9marrage...\n" + json;
        QTest::newRow("a trailing NUL") << json + QByteArray(1, '\0');
        QTest::newRow("on the same line") << "token> " + json;
        QTest::newRow("a brace in a string")
            << QByteArray("{\"note\":\"a } and a { \\\" {\",\"accessToken\":\"abc\",\"expires_on\":1700000000}");
        QTest::newRow("an object in it") << QByteArray(
            "{\"more\":{\"a\":1},\"accessToken\":\"abc\",\"expires_on\":1700000000}");
    }

    void takesTheTokenFromWhateverIsAroundIt()
    {
        QFETCH(QByteArray, output);
        const Result<AzureCliToken> token = parseAzureCliToken(output);
        QVERIFY2(token, token ? "" : qPrintable(token.error().toText()));
        QCOMPARE(token->access.token.revealText(), u"abc"_s);
        QCOMPARE(token->access.expiresUtc, QDateTime::fromSecsSinceEpoch(1700000000, Qt::UTC));
        QVERIFY(output.isEmpty());
    }

    void readsTheEndInEveryWayItIsWritten_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QDateTime>("expected");
        const QDateTime utc = QDateTime::fromSecsSinceEpoch(1700000000, Qt::UTC); // 2023-11-14 22:13:20
        const QDateTime local = QDateTime(QDate(2023, 11, 14), QTime(22, 13, 20), Qt::LocalTime).toUTC();
        QTest::newRow("number") << QByteArray("\"expires_on\":1700000000") << utc;
        QTest::newRow("number as text") << QByteArray("\"expires_on\":\"1700000000\"") << utc;
        QTest::newRow("number with a fraction") << QByteArray("\"expires_on\":1700000000.75") << utc;
        QTest::newRow("null, and local time")
            << QByteArray("\"expires_on\":null,\"expiresOn\":\"2023-11-14 22:13:20.123456\"") << local;
        QTest::newRow("empty, and local time")
            << QByteArray("\"expires_on\":\"\",\"expiresOn\":\"2023-11-14 22:13:20\"") << local;
        QTest::newRow("milliseconds, and local time")
            << QByteArray("\"expires_on\":1700000000000,\"expiresOn\":\"2023-11-14 22:13:20\"") << local;
        QTest::newRow("ISO without a zone") << QByteArray("\"expiresOn\":\"2023-11-14T22:13:20\"") << local;
        QTest::newRow("ISO without a zone, with a fraction")
            << QByteArray("\"expiresOn\":\"2023-11-14T22:13:20.5\"") << local;
        QTest::newRow("ISO in UTC") << QByteArray("\"expiresOn\":\"2023-11-14T22:13:20Z\"") << utc;
        QTest::newRow("ISO in UTC, with a fraction")
            << QByteArray("\"expiresOn\":\"2023-11-14T22:13:20.1234567Z\"") << utc;
        QTest::newRow("ISO with a zone") << QByteArray("\"expiresOn\":\"2023-11-14T23:13:20.000+01:00\"") << utc;
        QTest::newRow("ISO with a zone without a colon")
            << QByteArray("\"expiresOn\":\"2023-11-15 03:43:20 +0530\"") << utc;
        QTest::newRow("ISO as expires_on") << QByteArray("\"expires_on\":\"2023-11-14T22:13:20Z\"") << utc;
    }

    void readsTheEndInEveryWayItIsWritten()
    {
        QFETCH(QByteArray, members);
        QFETCH(QDateTime, expected);
        QByteArray output = "{\"accessToken\":\"abc\"," + members + '}';
        const Result<AzureCliToken> token = parseAzureCliToken(output);
        QVERIFY2(token, token ? "" : qPrintable(token.error().toText()));
        QCOMPARE(token->access.expiresUtc, expected);
    }

    void theTokensOwnEndGoesBeforeLocalTime()
    {
        QByteArray output =
            "{\"accessToken\":\"" + jwt("{\"exp\":1700000000}") + "\",\"expiresOn\":\"2001-01-01 00:00:00.000000\"}";
        const Result<AzureCliToken> token = parseAzureCliToken(output);
        QVERIFY(token);
        QCOMPARE(token->access.expiresUtc, QDateTime::fromSecsSinceEpoch(1700000000, Qt::UTC));
    }

    void theTokensOwnTenantGoesBeforeWhatAzSays()
    {
        QByteArray output =
            "{\"accessToken\":\"" + jwt("{\"tid\":\"mine\"}") + "\",\"expires_on\":1700000000,\"tenant\":\"other\"}";
        QCOMPARE(parseAzureCliToken(output)->tenant, TenantId(u"mine"_s));
        output = "{\"accessToken\":\"" + jwt("{}") + "\",\"expires_on\":1700000000,\"tenant\":\"other\"}";
        QCOMPARE(parseAzureCliToken(output)->tenant, TenantId(u"other"_s));
    }

    void refusesRubbish_data()
    {
        QTest::addColumn<QByteArray>("output");
        const QByteArray json = tokenJson();
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("text") << QByteArray("Hello");
        QTest::newRow("no token") << QByteArray("{\"expires_on\":1700000000}");
        QTest::newRow("no end") << QByteArray("{\"accessToken\":\"abc\"}");
        QTest::newRow("line break") << QByteArray("{\"accessToken\":\"abc\\r\\nX-Evil: 1\",\"expires_on\":1700000000}");
        QTest::newRow("list") << QByteArray("[]");
        QTest::newRow("the token in a list") << '[' + json + ']';
        QTest::newRow("the token second in a list") << "[1, " + json + ']';
        QTest::newRow("the token in another object") << "{\"result\":" + json + '}';
        QTest::newRow("two tokens") << json + '\n' + json;
        QTest::newRow("a token and another object") << "{\"event\":\"upgrade\"}\n" + json;
        QTest::newRow("cut off") << json.chopped(1);
        QTest::newRow("a token that is no text") << QByteArray("{\"accessToken\":1,\"expires_on\":1700000000}");
        QTest::newRow("not a bearer token")
            << QByteArray("{\"accessToken\":\"abc\",\"expires_on\":1700000000,\"tokenType\":\"pop\"}");
        QTest::newRow("braces") << QByteArray(200'000, '{');
        QTest::newRow("pairs of braces") << QByteArray("{[}").repeated(50'000) + json;
        QTest::newRow("too much") << json + QByteArray(1024 * 1024, ' ');
        QTest::newRow("an escape sequence without an end") << QByteArray("\x1b[") + json.left(20);
    }

    void refusesRubbish()
    {
        QFETCH(QByteArray, output);
        const Result<AzureCliToken> token = parseAzureCliToken(output);
        QVERIFY(!token);
        QCOMPARE(token.error().kind, ErrorKind::BadAnswer);
        QVERIFY(!token.error().toText().contains(u"abc"_s));
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

private:
    static QByteArray tokenJson()
    {
        return "{\n  \"accessToken\": \"abc\",\n  \"expires_on\": 1700000000,\n  \"tokenType\": \"Bearer\"\n}";
    }

    static QByteArray jwt(const QByteArray& claims)
    {
        return "eyJh." + claims.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals) + ".c2ln";
    }

    static QByteArray utf16(const QByteArray& text, QStringConverter::Encoding encoding, bool hasMark)
    {
        QStringEncoder encoder(encoding, hasMark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
        return encoder(QString::fromLatin1(text));
    }

    /// As `--output jsonc` and a wrapper with a pager colour it.
    static QByteArray coloured(QByteArray json)
    {
        return json.replace("\"accessToken\"", "\x1b[94m\"accessToken\"\x1b[39;49;00m")
            .replace("1700000000", "\x1b[34m1700000000\x1b[m");
    }
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::AzureCliOutputTest)
#include "azureclioutputtest.moc"
