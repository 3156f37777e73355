// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/tokenanswer.h"
#include "auth/devicecodeanswer.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

class TokenAnswerTest : public QObject
{
    Q_OBJECT

private slots:
    void everythingIsRead()
    {
        QByteArray json = jsonOf(complete());
        const Result<TokenAnswer> answer = parseTokenAnswer(json, m_now);
        QVERIFY(answer);
        QVERIFY2(json.isEmpty(), "the text is wiped");
        QCOMPARE(answer->access.token.revealText(), u"access"_s);
        QCOMPARE(answer->access.expiresUtc, m_now.addSecs(3599));
        QCOMPARE(answer->refreshToken.revealText(), u"refresh"_s);
        QCOMPARE(answer->scopes, QStringList({u"a/user_impersonation"_s, u"a/.default"_s}));
        QCOMPARE(answer->homeAccountId, u"person.tenant"_s);
        QCOMPARE(answer->familyId, u"1"_s);
        QCOMPARE(answer->identity.account, u"avery@contoso.example"_s);
        QCOMPARE(answer->identity.objectId, u"oid-1"_s);
        QCOMPARE(answer->identity.nonce, u"n-1"_s);
        QCOMPARE(answer->identity.name, u"Avery"_s);
    }

    void secondsMayBeText()
    {
        QJsonObject object = complete();
        object[u"expires_in"_s] = u"120"_s;
        QByteArray json = jsonOf(object);
        QCOMPARE(parseTokenAnswer(json, m_now)->access.expiresUtc, m_now.addSecs(120));
    }

    void nonsenseForTheEndIsAnHour_data()
    {
        QTest::addColumn<QJsonValue>("seconds");
        QTest::newRow("missing") << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("negative") << QJsonValue(-1);
        QTest::newRow("words") << QJsonValue(u"soon"_s);
    }

    void nonsenseForTheEndIsAnHour()
    {
        QFETCH(const QJsonValue, seconds);
        QJsonObject object = complete();
        object[u"expires_in"_s] = seconds;
        QByteArray json = jsonOf(object);
        QCOMPARE(parseTokenAnswer(json, m_now)->access.expiresUtc, m_now.addSecs(3600));
    }

    void withoutClientInfoTheIdTokenNamesThePerson()
    {
        QJsonObject object = complete();
        object.remove(u"client_info"_s);
        QByteArray json = jsonOf(object);
        QCOMPARE(parseTokenAnswer(json, m_now)->homeAccountId, u"oid-1.tid-1"_s);
    }

    void withoutATokenItIsABadAnswer_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a page") << QByteArray("<html>secret</html>");
        QTest::newRow("an empty one") << QByteArray("{\"access_token\":\"\",\"refresh_token\":\"secret\"}");
        QTest::newRow("a number") << QByteArray("{\"access_token\":7,\"id_token\":\"secret\"}");
    }

    void withoutATokenItIsABadAnswer()
    {
        QFETCH(QByteArray, json);
        const Result<TokenAnswer> answer = parseTokenAnswer(json, m_now);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::BadAnswer);
        QVERIFY(!answer.error().toText().contains(u"secret"_s));
    }

    void aCodeForAnotherDeviceIsRead()
    {
        QByteArray json = jsonOf(codeAnswer());
        const Result<DeviceCodeAnswer> answer = parseDeviceCodeAnswer(json, m_now);
        QVERIFY(answer);
        QVERIFY(json.isEmpty());
        QCOMPARE(answer->code.userCode, u"ABCD-1234"_s);
        QCOMPARE(answer->code.verificationUri, QUrl(u"https://login.example.net/device"_s));
        QCOMPARE(answer->code.expiresUtc, m_now.addSecs(900));
        QCOMPARE(answer->deviceCode.revealText(), u"dc"_s);
        QCOMPARE(answer->interval, 7s);
    }

    void aPageInTheClearOrNoCodeIsABadAnswer_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QString>("value");
        QTest::newRow("page") << u"verification_uri"_s << u"http://login.example.net/device"_s;
        QTest::newRow("script") << u"verification_uri"_s << u"javascript:alert(1)"_s;
        QTest::newRow("no user code") << u"user_code"_s << QString();
        QTest::newRow("no device code") << u"device_code"_s << QString();
    }

    void aPageInTheClearOrNoCodeIsABadAnswer()
    {
        QFETCH(const QString, member);
        QFETCH(const QString, value);
        QJsonObject object = codeAnswer();
        object[member] = value;
        QByteArray json = jsonOf(object);
        const Result<DeviceCodeAnswer> answer = parseDeviceCodeAnswer(json, m_now);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::BadAnswer);
    }

private:
    static QByteArray jsonOf(const QJsonObject& object) { return QJsonDocument(object).toJson(); }

    static QString base64(const QJsonObject& object)
    {
        return QString::fromLatin1(jsonOf(object).toBase64(QByteArray::Base64UrlEncoding));
    }

    static QJsonObject complete()
    {
        const QString idToken = u"e30."_s +
                                base64({{u"tid"_s, u"tid-1"_s},
                                        {u"oid"_s, u"oid-1"_s},
                                        {u"nonce"_s, u"n-1"_s},
                                        {u"name"_s, u"Avery"_s},
                                        {u"preferred_username"_s, u"avery@contoso.example"_s}}) +
                                u".x"_s;
        return {{u"token_type"_s, u"Bearer"_s},
                {u"access_token"_s, u"access"_s},
                {u"refresh_token"_s, u"refresh"_s},
                {u"id_token"_s, idToken},
                {u"expires_in"_s, 3599},
                {u"scope"_s, u"a/user_impersonation a/.default"_s},
                {u"foci"_s, u"1"_s},
                {u"client_info"_s, base64({{u"uid"_s, u"person"_s}, {u"utid"_s, u"tenant"_s}})}};
    }

    static QJsonObject codeAnswer()
    {
        return {{u"user_code"_s, u"ABCD-1234"_s},
                {u"device_code"_s, u"dc"_s},
                {u"verification_uri"_s, u"https://login.example.net/device"_s},
                {u"expires_in"_s, 900},
                {u"interval"_s, 7}};
    }

    const QDateTime m_now = QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC);
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::TokenAnswerTest)
#include "tokenanswertest.moc"
