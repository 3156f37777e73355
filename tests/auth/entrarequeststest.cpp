// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/entrarequests.h"
#include "auth/claimsparameter.h"
#include "auth/randomtext.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace CommKeys {

class EntraRequestsTest : public QObject
{
    Q_OBJECT

private slots:
    void theScopeIsTheAudiencesDefault_data()
    {
        QTest::addColumn<QString>("audience");
        QTest::addColumn<QString>("scope");
        QTest::newRow("a bare host") << u"https://management.azure.com/"_s
                                     << u"https://management.azure.com/.default"_s;
        QTest::newRow("a vault") << u"https://vault.azure.net"_s << u"https://vault.azure.net/.default"_s;
        QTest::newRow("a path") << u"https://management.example.net/6a3c"_s
                                << u"https://management.example.net/6a3c/.default"_s;
        QTest::newRow("a path with a slash")
            << u"https://management.example.net/6a3c/"_s << u"https://management.example.net/6a3c//.default"_s;
    }

    void theScopeIsTheAudiencesDefault()
    {
        QFETCH(const QString, audience);
        QFETCH(const QString, scope);
        QCOMPARE(EntraRequests::scopeFor(audience), scope + u" offline_access openid profile"_s);
    }

    void aRefreshHoldsWhatItNeedsAndNoMore()
    {
        const QString token = u"0.A+b/c=d%2Be&f#g!*$~"_s;
        const HttpRequest request = EntraRequests::refresh(QUrl(u"https://login.example.net/t/token"_s), u"client"_s,
                                                           Secret::copyOf(token), u"a/.default openid"_s, {});
        QCOMPARE(request.verb, "POST");
        QVERIFY(request.takesRefusals);
        QVERIFY(!request.token);
        const QMap<QString, QString> form = fieldsOf(request);
        QCOMPARE(form.keys(), QStringList({u"claims"_s, u"client_id"_s, u"client_info"_s, u"grant_type"_s,
                                           u"refresh_token"_s, u"scope"_s}));
        QCOMPARE(form.value(u"refresh_token"_s), token);
        QCOMPARE(form.value(u"scope"_s), u"a/.default openid"_s);
        QCOMPARE(form.value(u"grant_type"_s), u"refresh_token"_s);
    }

    void aDeviceCodeIsRedeemedWithTheGrantOfItsRfc()
    {
        const QMap<QString, QString> form = fieldsOf(EntraRequests::redeemDeviceCode(
            QUrl(u"https://login.example.net/t/token"_s), u"client"_s, Secret::copyOf(u"dc"), {}));
        QCOMPARE(form.value(u"grant_type"_s), u"urn:ietf:params:oauth:grant-type:device_code"_s);
        QCOMPARE(form.value(u"device_code"_s), u"dc"_s);
    }

    void theCapabilityIsAlwaysDeclared_data()
    {
        QTest::addColumn<QString>("challenge");
        QTest::newRow("none") << QString();
        QTest::newRow("no JSON") << u"nonsense"_s;
        QTest::newRow("a list") << u"[1]"_s;
        QTest::newRow("one") << u"{\"access_token\":{\"nbf\":{\"essential\":true,\"value\":\"1\"}},\"x\":{}}"_s;
    }

    void theCapabilityIsAlwaysDeclared()
    {
        QFETCH(const QString, challenge);
        const QJsonObject asked = QJsonDocument::fromJson(challenge.toUtf8()).object();
        const QJsonObject claims = QJsonDocument::fromJson(claimsParameter(challenge).toUtf8()).object();
        QCOMPARE(claims[u"access_token"_s][u"xms_cc"_s][u"values"_s][0].toString(), u"cp1"_s);
        QCOMPARE(claims[u"access_token"_s][u"nbf"_s], asked[u"access_token"_s][u"nbf"_s]);
        QCOMPARE(claims[u"x"_s], asked[u"x"_s]);
    }

    void randomTextIsLongPlainAndNeverTheSame()
    {
        QSet<QString> seen;
        for (int i = 0; i < 1000; ++i) {
            const QString text = randomText();
            QCOMPARE(text.size(), 43); // 256 bits, RFC 7636's shortest verifier
            QCOMPARE(QString::fromLatin1(QUrl::toPercentEncoding(text)), text);
            seen.insert(text);
        }
        QCOMPARE(seen.size(), 1000);
    }

private:
    static QMap<QString, QString> fieldsOf(const HttpRequest& request)
    {
        QMap<QString, QString> fields;
        const QUrlQuery query(request.form.revealText());
        for (const auto& [name, value] : query.queryItems(QUrl::FullyDecoded)) {
            fields.insert(name, value);
        }
        return fields;
    }
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::EntraRequestsTest)
#include "entrarequeststest.moc"
