// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedcatalog.h"
#include "demo/simulatedform.h"
#include "support/simulatedazureserver.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace CommKeys;

/// The sign-in of the simulated Azure over a real socket, with the levers as a program in another language moves them.
class SimulatedEntraServerTest : public QObject
{
    Q_OBJECT

private:
    struct World
    {
        SimulatedAzureServer server{demoEstate()};
        QNetworkAccessManager network;
        QString base = server.baseUrl().toString();
        QString client = u"8f5b1c34-3c1c-4a1e-9f0c-5f8d1d0a7b21"_s;
        QString scope = base + u"/.default offline_access openid"_s;
        QString verifier = u"a-verifier-of-at-least-forty-three-characters-1234"_s;

        [[nodiscard]] QNetworkReply* get(const QString& pathAndQuery)
        {
            QNetworkRequest request(QUrl(base + pathAndQuery));
            request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
            return finished(network.get(request));
        }
        [[nodiscard]] QNetworkReply* post(const QString& path, const QByteArray& type, const QByteArray& body)
        {
            QNetworkRequest request(QUrl(base + path));
            request.setHeader(QNetworkRequest::ContentTypeHeader, type);
            return finished(network.post(request, body));
        }
        [[nodiscard]] QNetworkReply* setPolicy(const QByteArray& json)
        {
            return post(u"/simulation/entra"_s, "application/json"_ba, json);
        }
        [[nodiscard]] QNetworkReply* token(const QList<QPair<QString, QString>>& fields,
                                           const QString& tenant = u"organizations"_s)
        {
            SimulatedForm form;
            form.add(u"client_id"_s, client);
            form.add(u"scope"_s, scope);
            for (const auto& [name, value] : fields) {
                form.add(name, value);
            }
            return post(u"/login/%1/oauth2/v2.0/token"_s.arg(tenant), "application/x-www-form-urlencoded"_ba,
                        form.encoded());
        }
        [[nodiscard]] QNetworkReply* authorize()
        {
            const QByteArray hash = QCryptographicHash::hash(verifier.toLatin1(), QCryptographicHash::Sha256);
            SimulatedForm form;
            form.add(u"client_id"_s, client);
            form.add(u"response_type"_s, u"code"_s);
            form.add(u"redirect_uri"_s, u"http://localhost:4711"_s);
            form.add(u"scope"_s, scope);
            form.add(u"state"_s, u"state"_s);
            form.add(u"code_challenge"_s, QString::fromLatin1(hash.toBase64(QByteArray::Base64UrlEncoding |
                                                                            QByteArray::OmitTrailingEquals)));
            form.add(u"code_challenge_method"_s, u"S256"_s);
            return get(u"/login/organizations/oauth2/v2.0/authorize?"_s + QString::fromLatin1(form.encoded()));
        }
        [[nodiscard]] QJsonDocument signIn()
        {
            const QByteArray location = authorize()->rawHeader("location");
            const SimulatedForm query = SimulatedForm::parse(location.mid(location.indexOf('?') + 1));
            return bodyOf(token({{u"grant_type"_s, u"authorization_code"_s},
                                 {u"code"_s, query.value(u"code"_s)},
                                 {u"redirect_uri"_s, u"http://localhost:4711"_s},
                                 {u"code_verifier"_s, verifier}}));
        }
        [[nodiscard]] QNetworkReply* refresh(const QJsonDocument& reply, const QString& tenant = u"organizations"_s)
        {
            return token(
                {{u"grant_type"_s, u"refresh_token"_s}, {u"refresh_token"_s, reply["refresh_token"_L1].toString()}},
                tenant);
        }
    };

    static QNetworkReply* finished(QNetworkReply* reply)
    {
        QSignalSpy spy(reply, &QNetworkReply::finished);
        if (!reply->isFinished()) {
            spy.wait();
        }
        return reply;
    }
    static QJsonDocument bodyOf(QNetworkReply* reply) { return QJsonDocument::fromJson(reply->readAll()); }
    static int statusOf(QNetworkReply* reply)
    {
        return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }

private slots:
    void aSignInGoesAllTheWay()
    {
        World world;
        QNetworkReply* redirect = world.authorize();
        QCOMPARE(statusOf(redirect), 302);
        QVERIFY(redirect->rawHeader("location").startsWith("http://localhost:4711/?code="));
        const QJsonDocument reply = world.signIn();
        QNetworkRequest request(QUrl(world.base + u"/tenants?api-version=2022-12-01"_s));
        request.setRawHeader("Authorization", "Bearer " + reply["access_token"_L1].toString().toLatin1());
        QNetworkReply* tenants = finished(world.network.get(request));
        QCOMPARE(statusOf(tenants), 200);
        QCOMPARE(bodyOf(tenants)["value"_L1].toArray().size(), 2);
    }

    void theConfigurationLeadsBackToThisServer()
    {
        World world;
        const QJsonDocument body = bodyOf(world.get(u"/login/organizations/v2.0/.well-known/openid-configuration"_s));
        QCOMPARE(body["token_endpoint"_L1].toString(), world.base + u"/login/organizations/oauth2/v2.0/token"_s);
    }

    void theLeversCanBeMovedFromOutside()
    {
        World world;
        const QJsonDocument reply = world.signIn();
        QCOMPARE(statusOf(world.setPolicy("{\"mfaTenants\":[\"Fabrikam\"]}"_ba)), 200);
        QNetworkReply* refused = world.refresh(reply, u"fabrikam.example"_s);
        QCOMPARE(statusOf(refused), 400);
        QCOMPARE(bodyOf(refused)["error_codes"_L1][0].toInt(), 50076);
        QCOMPARE(statusOf(world.setPolicy("{}"_ba)), 200);
        QCOMPARE(statusOf(world.refresh(reply, u"fabrikam.example"_s)), 200);
    }

    void theLeversCanBeReadFromOutside()
    {
        World world;
        QCOMPARE(statusOf(world.setPolicy("{\"declineNext\":true,\"transientFailures\":2}"_ba)), 200);
        QJsonDocument policy = bodyOf(world.get(u"/simulation/entra"_s));
        QCOMPARE(policy["declineNext"_L1].toBool(), true);
        QCOMPARE(policy["transientFailures"_L1].toInt(), 2);
        QVERIFY(world.authorize()->rawHeader("location").contains("error=access_denied"));
        policy = bodyOf(world.get(u"/simulation/entra"_s));
        QCOMPARE(policy["declineNext"_L1].toBool(), false);
    }

    void aMisspelledLeverIsRefusedAndChangesNothing()
    {
        World world;
        world.server.azure().entra().policy().transientFailures = 7;
        QNetworkReply* reply = world.setPolicy("{\"revoked\":[]}"_ba);
        QCOMPARE(statusOf(reply), 400);
        QVERIFY(bodyOf(reply)["error"_L1]["message"_L1].toString().contains("revoked"_L1));
        QCOMPARE(world.server.azure().entra().policy().transientFailures, 7);
    }

    void everythingOfAPersonCanBeRevoked()
    {
        World world;
        const QJsonDocument reply = world.signIn();
        QCOMPARE(statusOf(world.setPolicy("{\"revoke\":[\"avery@contoso.example\"]}"_ba)), 200);
        QCOMPARE(bodyOf(world.refresh(reply))["error_codes"_L1][0].toInt(), 50173);
    }

    void theLogTellsNoCodes()
    {
        World world;
        (void)world.signIn();
        QNetworkReply* reply = world.get(u"/simulation/requests"_s);
        const QByteArray log = reply->readAll();
        QVERIFY(log.contains("/login/organizations/oauth2/v2.0/authorize"));
        QVERIFY(!log.contains("code_challenge"));
    }
};

QTEST_GUILESS_MAIN(SimulatedEntraServerTest)
#include "simulatedentraservertest.moc"
