// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychain/pastedkey.h"

#include "keychain/canonicalkey.h"
#include "keychain/keyformat.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

// Made up, as everything here.
const QString key = u"kJ53zz2ro3gGBUv3+MfWoYABH4hou9Z5I8P6wI7/i9/GHOeoCu5AVVtuJpI66b+n2e5noZnRSSkl21ZR1quJfA=="_s;
const QString otherKey = u"pQ7mX0aVhC2yLd9TzR4bNfKe1uWg8JsO6iYxE3MvUcHqDt5PkZlBnA+rS/wjGoFI0vXeTbQy2CzL4KdNmRhUga=="_s;
const QString shortKey =
    u"3tG7Qk2LrX9vBn5ZcH8mWp1DyKs4JfA6uEoTiRgVxNbMlPzCqUwSJQQJ99AbCdEfGhIjKlMnOpAAAAAZCSaB12"_s.left(84);
const QString host = u"north-mail.europe.communication.azure.com"_s;
const QString whole = u"endpoint=https://%1/;accesskey=%2"_s.arg(host, key);

QString urlSafe(QString text)
{
    return text.replace(u'+', u'-').replace(u'/', u'_');
}

QString base64(const QByteArray& text, const QByteArray& lineEnd = {})
{
    QByteArray encoded = text.toBase64();
    for (qsizetype at = 76; !lineEnd.isEmpty() && at < encoded.size(); at += 76 + lineEnd.size()) {
        encoded.insert(at, lineEnd);
    }
    return QString::fromLatin1(encoded);
}

QString utf16Base64(const QString& text)
{
    return base64(QByteArray(reinterpret_cast<const char*>(text.utf16()), text.size() * 2));
}

QString formatted(KeyFormat format)
{
    return inFormat(format, u"north-mail"_s, Secret::copyOf(whole)).revealText();
}

QString escaped(const QString& text, const QString& letters, const QString& pattern)
{
    QString result;
    for (const QChar letter : text) {
        result += letters.contains(letter) ? pattern.arg(u"%1"_s.arg(letter.unicode(), 0, 16).toUpper()) : letter;
    }
    return result;
}

bool hasCandidate(const PastedKey& pasted, const QString& wanted)
{
    return std::any_of(pasted.candidates.begin(), pasted.candidates.end(),
                       [&](const Secret& candidate) { return isSameKey(candidate, Secret::copyOf(wanted)); });
}

} // namespace

class PastedKeyTest final : public QObject
{
    Q_OBJECT

private slots:
    void keyIsFound_whateverStandsAroundIt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("hasHost");

        QTest::newRow("connection string") << whole << true;
        QTest::newRow("key") << key << false;
        QTest::newRow("key without ==") << key.chopped(2) << false;
        QTest::newRow("key with one =") << key.chopped(1) << false;
        QTest::newRow("connection string without ==") << whole.chopped(2) << true;
        QTest::newRow("URL-safe key") << urlSafe(key) << false;
        QTest::newRow("URL-safe key without ==") << urlSafe(key.chopped(2)) << false;
        QTest::newRow("quotes") << u"'%1'"_s.arg(whole) << true;
        QTest::newRow("typographic quotes") << u"„%1“"_s.arg(whole) << true;
        QTest::newRow("guillemets") << u"« %1 »"_s.arg(key) << false;
        QTest::newRow("full stop behind it") << whole + u'.' << true;
        QTest::newRow("comma behind it") << key + u',' << false;
        QTest::newRow("in a sentence") << u"The key is (%1), please change it."_s.arg(key) << false;
        QTest::newRow("in a sentence, without ==")
            << u"Der Schlüssel ist %1. Bitte ändern!"_s.arg(key.chopped(2)) << false;
        QTest::newRow("between Chinese") << u"密钥：%1。请更改"_s.arg(key) << false;
        QTest::newRow("capitals") << u"ENDPOINT=HTTPS://%1/;ACCESSKEY=%2"_s.arg(host.toUpper(), key) << true;
        QTest::newRow("blanks around the signs") << u"endpoint = https://%1/ ; accesskey = %2"_s.arg(host, key) << true;
        QTest::newRow("the other way round") << u"accesskey=%2;endpoint=https://%1/"_s.arg(host, key) << true;
        QTest::newRow("port") << u"endpoint=https://%1:443/;accesskey=%2"_s.arg(host, key) << true;

        QTest::newRow("az, a line of JSON") << u"    \"primaryConnectionString\": \"%1\",\n"_s.arg(whole) << true;
        QTest::newRow("az, the key alone") << u"    \"primaryKey\": \"%1\",\n"_s.arg(key) << false;
        QTest::newRow("az, both lines of one key")
            << u"  \"primaryConnectionString\": \"%1\",\n  \"primaryKey\": \"%2\",\n"_s.arg(whole, key) << true;
        QTest::newRow("az, table") << u"PrimaryConnectionString      PrimaryKey\n----------  -----\n%1  %2\n"_s.arg(
                                          whole, key)
                                   << true;
        QTest::newRow("member of appsettings.json") << u"\"CommunicationServices\": \"%1\""_s.arg(whole) << true;
        QTest::newRow("Copy as .env") << formatted(KeyFormat::DotEnv) << true;
        QTest::newRow("Copy as appsettings.json") << formatted(KeyFormat::AppSettings) << true;
        QTest::newRow("Copy as Kubernetes Secret") << formatted(KeyFormat::KubernetesSecret) << true;
        QTest::newRow("value of a Kubernetes Secret") << base64(whole.toUtf8()) << true;
        QTest::newRow("the same with its name") << u"data:\n  ACS: "_s + base64(whole.toUtf8()) << true;
        QTest::newRow("base64 over lines") << base64(whole.toUtf8(), "\n") << true;
        QTest::newRow("base64 over indented lines") << u"ACS: |\n    "_s + base64(whole.toUtf8(), "\n    ") << true;
        QTest::newRow("base64 without ==") << base64(whole.toUtf8()).remove(u'=') << true;
        QTest::newRow("URL-safe base64") << urlSafe(base64(whole.toUtf8())) << true;
        QTest::newRow("base64 of base64") << base64(base64(whole.toUtf8()).toUtf8()) << true;
        QTest::newRow("base64 with a line end in it") << base64(whole.toUtf8() + '\n') << true;
        QTest::newRow("base64 of PowerShell") << utf16Base64(whole) << true;
        QTest::newRow("base64 of the key's letters") << base64(key.toUtf8()) << false;
        QTest::newRow("kubectl get secret -o json")
            << u"{\"apiVersion\":\"v1\",\"data\":{\"acs\":\"%1\"},\"kind\":\"Secret\"}"_s.arg(base64(whole.toUtf8()))
            << true;

        QTest::newRow("C#") << u"var client = new EmailClient(\"%1\");"_s.arg(whole) << true;
        QTest::newRow("C# verbatim") << u"private const string Acs = @\"%1\";"_s.arg(whole) << true;
        QTest::newRow("C# in two pieces")
            << u"\"%1\" +\n        \"%2\""_s.arg(whole.first(100), whole.sliced(100)) << true;
        QTest::newRow("Python in two pieces")
            << u"acs = ('%1'\n       '%2')"_s.arg(whole.first(120), whole.sliced(120)) << true;
        QTest::newRow("PHP in two pieces") << u"$k = '%1' . '%2';"_s.arg(key.first(40), key.sliced(40)) << false;
        QTest::newRow("Java") << u".connectionString(\"%1\")\n"_s.arg(whole) << true;
        QTest::newRow("JavaScript") << u"const key = `%1`;"_s.arg(key) << false;
        QTest::newRow("Terraform") << u"primary_key = \"%1\"\n"_s.arg(key) << false;
        QTest::newRow("XML") << u"<add name=\"mail\" connectionString=\"%1\" />"_s.arg(whole) << true;
        QTest::newRow("XML element") << u"<accessKey>%1</accessKey>"_s.arg(key) << false;
        QTest::newRow("YAML") << u"  value: %1\n"_s.arg(whole) << true;
        QTest::newRow("YAML, folded") << u"value: >-\n  %1\n  %2\n"_s.arg(whole.first(110), whole.sliced(110)) << true;
        QTest::newRow("INI") << u"[acs]\nconnection_string=%1\r\n"_s.arg(whole) << true;
        QTest::newRow(".env, the endpoint in a line of its own")
            << u"ACS_ENDPOINT=https://%1/\nACS_KEY=%2\n"_s.arg(host, key) << true;
        QTest::newRow("several lines, one with the key")
            << u"LOG_LEVEL=debug\nACS=\"%1\"\n# see https://example.org/docs\nPORT=8080\n"_s.arg(whole) << true;
        QTest::newRow("with the resource's id")
            << u"/subscriptions/50000000-0000-4000-8000-000000000000/resourceGroups/Rg1/providers/"
               "Microsoft.Communication/communicationServices/north-mail\n%1"_s.arg(key)
            << false;
        QTest::newRow("PowerShell") << u"$env:ACS = '%1'; Start-Process app"_s.arg(whole) << true;
        QTest::newRow("az with a parameter")
            << u"az communication email send --connection-string '%1' --to a@b.example"_s.arg(whole) << true;
        QTest::newRow("docker") << u"docker run -e ACS=\"%1\" image:1.0"_s.arg(whole) << true;

        QTest::newRow("JSON escapes of .NET") << escaped(whole, u"+"_s, u"\\u00%1"_s) << true;
        QTest::newRow("all signs as JSON escapes") << escaped(whole, u"+/=:;"_s, u"\\u00%1"_s) << true;
        QTest::newRow("JSON with \\/") << QString(whole).replace(u"/"_s, u"\\/"_s) << true;
        QTest::newRow("JSON in JSON") << u"{\\\"acs\\\":\\\"%1\\\"}"_s.arg(escaped(whole, u"+"_s, u"\\\\u00%1"_s))
                                      << true;
        QTest::newRow("percent-encoded") << escaped(whole, u"+/=:;"_s, u"%%1"_s) << true;
        QTest::newRow("percent-encoded twice") << escaped(whole, u"+/=:;"_s, u"%25%1"_s) << true;
        QTest::newRow("hexadecimal entities") << escaped(whole, u"+/="_s, u"&#x%1;"_s) << true;
        QTest::newRow("decimal entities")
            << QString(whole).replace(u"+"_s, u"&#43;"_s).replace(u"="_s, u"&#61;"_s) << true;
        QTest::newRow("named entities") << u"&quot;%1&quot;&amp;x=1"_s.arg(QString(whole).replace(u"+"_s, u"&plus;"_s))
                                        << true;
        QTest::newRow("\\x escapes") << escaped(whole, u"+/="_s, u"\\x%1"_s) << true;
        QTest::newRow("\\u{} escapes") << escaped(whole, u"+/="_s, u"\\u{%1}"_s) << true;
        QTest::newRow("quoted-printable")
            << u"accesskey=3D%1=\n%2"_s.arg(key.first(30), QString(key.sliced(30)).replace(u"="_s, u"=3D"_s)) << false;

        QTest::newRow("line breaks") << QString(key).insert(60, u"\n"_s).insert(30, u"\r\n"_s) << false;
        QTest::newRow("line break, without ==") << QString(key.chopped(2)).insert(76, u"\n"_s) << false;
        QTest::newRow("line break behind a name") << u"accesskey="_s + QString(key).insert(7, u"\n"_s) << false;
        QTest::newRow("line break in a connection string") << QString(whole).insert(100, u"\n"_s) << true;
        QTest::newRow("quoted e-mail") << u"> "_s + QString(key).insert(70, u"\n> "_s) << false;
        QTest::newRow("shell continuation") << u"ACS="_s + QString(key).insert(50, u" \\\n  "_s) << false;
        QTest::newRow("blanks in place of +") << QString(key).replace(u'+', u' ') << false;
        QTest::newRow("blanks in place of +, in a connection string") << QString(whole).replace(u'+', u' ') << true;
        QTest::newRow("zero-width spaces") << QString(key).insert(20, QChar(0x200B)).insert(0, QChar(0xFEFF)) << false;
        QTest::newRow("soft hyphens") << QString(key).insert(44, QChar(0xAD)) << false;
        QTest::newRow("no-break spaces") << QChar(0xA0) + whole + QChar(0xA0) << true;
        QTest::newRow("full-width signs")
            << QString(key).replace(u'=', QChar(0xFF1D)).replace(u'+', QChar(0xFF0B)) << false;
    }

    void keyIsFound_whateverStandsAroundIt()
    {
        QFETCH(QString, text);
        QFETCH(bool, hasHost);
        const Result<PastedKey> pasted = findPastedKey(Secret::copyOf(text));
        QVERIFY2(pasted, pasted ? "" : qPrintable(pasted.error().message));
        QVERIFY(hasCandidate(*pasted, key));
        QCOMPARE(pasted->host, hasHost ? host : QString());
        QVERIFY(pasted->isWhole);
        for (const Secret& candidate : pasted->candidates) {
            QVERIFY(canonicalKey(candidate) == candidate);
        }
    }

    void keyOfToday_isFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("alone") << shortKey;
        QTest::newRow("JSON") << u"\"primaryKey\": \"%1\","_s.arg(shortKey);
        QTest::newRow("full stop behind it") << shortKey + u'.';
        QTest::newRow("slash behind it") << shortKey + u'/';
        QTest::newRow("word behind it") << shortKey + u" is the key"_s;
        QTest::newRow("line break") << QString(shortKey).insert(42, u"\n"_s);
        QTest::newRow("base64") << base64(shortKey.toUtf8());
        QTest::newRow("path in front of it") << u"key:/"_s + shortKey;
    }

    void keyOfToday_isFound()
    {
        QFETCH(QString, text);
        const Result<PastedKey> pasted = findPastedKey(Secret::copyOf(text));
        QVERIFY(pasted);
        QVERIFY(hasCandidate(*pasted, shortKey));
        QVERIFY(pasted->isWhole);
    }

    void partOfAKey_isNotWhole()
    {
        for (const QString& part : {key.first(16), key.first(50), u"accesskey="_s + key.first(20)}) {
            const Result<PastedKey> pasted = findPastedKey(Secret::copyOf(part));
            QVERIFY(pasted);
            QVERIFY(!pasted->isWhole);
        }
    }

    void textWithoutOneKey_isRefusedAndNotQuoted_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("reason");
        const QString none = u"no access key"_s;
        const QString several = u"more than one key"_s;
        QTest::newRow("empty") << QString() << none;
        QTest::newRow("blanks") << u" \n\t "_s << none;
        QTest::newRow("punctuation") << u"\"';,"_s << none;
        QTest::newRow("endpoint alone") << u"endpoint=https://zanzibar.example/"_s << none;
        QTest::newRow("no value") << u"endpoint=https://zanzibar.example/;accesskey="_s << none;
        QTest::newRow("sentence") << u"what is zanzibar, I think?"_s << none;
        QTest::newRow("markup") << u"<b>zanzibar</b>"_s << none;
        QTest::newRow("id of a resource")
            << u"/subscriptions/50000000-0000-4000-8000-000000000000/resourceGroups/Zanzibar/providers/Microsoft"_s
            << none;
        QTest::newRow("base64 of other text")
            << base64("zanzibar is an island, and this is a sentence that has no key in it at all.") << none;
        QTest::newRow("two keys") << key + u'\n' + otherKey << several;
        QTest::newRow("two keys of today") << shortKey + u'\n' + QString(shortKey).replace(u'3', u'4') << several;
        QTest::newRow("two connection strings") << whole + u'\n' + QString(whole).replace(key, otherKey) << several;
        QTest::newRow("az, all of it")
            << u"{\"primaryConnectionString\":\"%1\",\"primaryKey\":\"%2\",\"secondaryKey\":\"%3\"}"_s.arg(whole, key,
                                                                                                           otherKey)
            << several;
        QTest::newRow("two short ones") << u"accesskey=zanzibar;accesskey=zanzibar2"_s << several;
        QTest::newRow("two keys in base64") << base64((key + u'\n' + otherKey).toUtf8()) << several;
        QTest::newRow("a key, and another in base64") << otherKey + u" "_s + base64(whole.toUtf8()) << several;
        QTest::newRow("two endpoints")
            << u"endpoint=https://zanzibar.example/;endpoint=https://b.example/;accesskey=zanzibar"_s
            << u"more than one endpoint"_s;
        QTest::newRow("huge") << QString(5'000'000, u'z') << u"too long"_s;
    }

    void textWithoutOneKey_isRefusedAndNotQuoted()
    {
        QFETCH(QString, text);
        QFETCH(QString, reason);
        const Result<PastedKey> pasted = findPastedKey(Secret::copyOf(text));
        QVERIFY(!pasted);
        QCOMPARE(pasted.error().kind, ErrorKind::InvalidInput);
        QVERIFY2(pasted.error().message.contains(reason), qPrintable(pasted.error().message));
        QVERIFY(!pasted.error().toText().contains(u"zanzi"_s));
    }

    void longestText_takesLinearTime_data()
    {
        QTest::addColumn<QString>("unit");
        for (const QString& unit : {u"a"_s,
                                    u"aB3 "_s,
                                    u"\" + \""_s,
                                    u"\"\""_s,
                                    u"&#x2B;"_s,
                                    u"%25"_s,
                                    u"\\\\"_s,
                                    u"=3D"_s,
                                    u"key=aB3 "_s,
                                    u"accesskey="_s,
                                    u"endpoint="_s,
                                    u"endpoint=https://"_s,
                                    u".communication.azure."_s,
                                    u"aaaaaaaaaaB3 "_s,
                                    u"QUFBQUFB"_s,
                                    u"QUFBQUFBQUFBQUFBQUFBQUFB "_s,
                                    u"/subscriptions/"_s,
                                    u"-_+/"_s,
                                    key + u' ',
                                    key.first(50) + u' ',
                                    u"\u00e9"_s,
                                    u"{"_s,
                                    u"\\u{"_s,
                                    u"&"_s}) {
            QTest::newRow(qPrintable(unit)) << unit;
        }
    }

    void longestText_takesLinearTime()
    {
        QFETCH(QString, unit);
        const Secret text = Secret::copyOf(unit.repeated(60'000 / unit.toUtf8().size()));
        QElapsedTimer timer;
        timer.start();
        (void)findPastedKey(text).isOk();
        QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    }
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::PastedKeyTest)
#include "pastedkeytest.moc"
