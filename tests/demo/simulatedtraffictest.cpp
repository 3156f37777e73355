// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azurecaller.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace CommKeys;

/// Holds the simulation against recordings of the real service. The recordings are not part of the project.
class SimulatedTrafficTest : public QObject
{
    Q_OBJECT

private:
    struct Recorded
    {
        QString verb;
        QString path;
        int status;
        QJsonObject headers;
        QJsonValue body;
    };

    static QJsonDocument load(const QString& name)
    {
        QFile file(QStringLiteral(COMMKEYS_SHARED_TRAFFIC "/") + name);
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()) : QJsonDocument();
    }

    /// The recordings differ in how they name things; this is what they have in common.
    static QList<Recorded> recordings()
    {
        QList<Recorded> list;
        for (const QString& name : QDir(QStringLiteral(COMMKEYS_SHARED_TRAFFIC)).entryList({u"*.json"_s})) {
            const QJsonDocument document = load(name);
            const QJsonArray exchanges = document.isArray() ? document.array() : QJsonArray{document.object()};
            for (const QJsonValue& exchange : exchanges) {
                const QJsonValue request = exchange["request"_L1];
                const QJsonValue response = exchange["response"_L1];
                const QString target = request["target"_L1].toString(request["uri"_L1].toString());
                const QJsonValue status = response["status"_L1];
                const QJsonValue body = response["body"_L1];
                list.append({request["method"_L1].toString(), QUrl(target).path(),
                             status.toInt(status["code"_L1].toInt()), response["headers"_L1].toObject(),
                             body.isString() ? QJsonDocument::fromJson(body.toString().toUtf8()).object() : body});
            }
        }
        return list;
    }

    static QList<Recorded> recorded(const QString& verb, const QString& pathEnd, int status)
    {
        QList<Recorded> found = recordings();
        found.removeIf([&](const Recorded& exchange) {
            return exchange.verb != verb || exchange.status != status ||
                   !exchange.path.endsWith(pathEnd, Qt::CaseInsensitive);
        });
        return found;
    }

    static QJsonObject errorBody(const QString& code)
    {
        const QJsonArray entries = load(u"error-bodies.json"_s).array();
        for (const QJsonValue& entry : entries) {
            if (entry["body"_L1]["error"_L1]["code"_L1].toString() == code) {
                return entry["body"_L1].toObject();
            }
        }
        for (const Recorded& exchange : recordings()) {
            if (exchange.body["error"_L1]["code"_L1].toString() == code) {
                return exchange.body.toObject();
            }
        }
        return {};
    }

    /// A sentence with what stands between quotes taken out: what is left is the service's own.
    static QString wording(QString sentence)
    {
        static const QRegularExpression quoted(u"'[^']*'"_s);
        return sentence.replace(quoted, u"'…'"_s);
    }

private slots:
    void initTestCase()
    {
        if (!QDir(QStringLiteral(COMMKEYS_SHARED_TRAFFIC)).exists()) {
            QSKIP("The recordings of real traffic (../shared/azure-traffic) are not on this computer.");
        }
    }

    void theKeysHaveTheMembersOfTheRecordings_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::newRow("listKeys") << u"listKeys"_s;
        QTest::newRow("regenerateKey") << u"regenerateKey"_s;
    }
    void theKeysHaveTheMembersOfTheRecordings()
    {
        QFETCH(QString, operation);
        const QList<Recorded> real = recorded(u"POST"_s, u'/' + operation, 200);
        QVERIFY(real.size() >= 4);
        for (const Recorded& exchange : real) {
            const QJsonObject body = exchange.body.toObject();
            AzureCaller caller;
            const QByteArray side = body.contains("primaryKey"_L1) ? "Primary"_ba : "Secondary"_ba;
            const SimulatedAnswer answer = operation == "listKeys"_L1 ? caller.listKeys(u"acs-prod-00000"_s)
                                                                      : caller.regenerate(u"acs-prod-00000"_s, side);
            QCOMPARE(bodyOf(answer).keys(), body.keys());
            QCOMPARE(answer.status, exchange.status);
        }
    }

    void theKeysComeWithTheHeadersOfTheRecordings()
    {
        // Written by the transport, by the edge in front of the service, or different in every recording.
        const QSet<QString> others{u"content-length"_s, u"transfer-encoding"_s, u"vary"_s, u"x-msedge-ref"_s,
                                   u"server"_s,         u"connection"_s};
        AzureCaller caller;
        const SimulatedAnswer answer = caller.regenerate(u"acs-prod-00000"_s, "Primary");
        const QList<Recorded> real = recorded(u"POST"_s, u"/regenerateKey"_s, 200);
        QVERIFY(!real.isEmpty());
        for (const Recorded& exchange : real) {
            for (const QString& name : exchange.headers.keys()) {
                const QString lower = name.toLower();
                QVERIFY2(others.contains(lower) || !headerValue(answer.headers, lower.toLatin1()).isNull(),
                         qPrintable(lower));
            }
        }
    }

    void theConnectionStringIsBuiltAsInTheRecordings()
    {
        const QRegularExpression shape(u"^endpoint=https://[a-z0-9.-]+\\.communication\\.azure\\.com/;accesskey=.+$"_s);
        AzureCaller caller;
        QVERIFY(shape.match(bodyOf(caller.listKeys(u"acs-Voice-00005"_s))["primaryConnectionString"_L1].toString())
                    .hasMatch());
        const QList<Recorded> real = recorded(u"POST"_s, u"/listKeys"_s, 200);
        QVERIFY(!real.isEmpty());
        for (const Recorded& exchange : real) {
            QVERIFY(shape.match(exchange.body["primaryConnectionString"_L1].toString()).hasMatch());
        }
    }

    void aResourceHasNoMemberThatTheRecordingsLackAndEveryOneThatAllHave()
    {
        QSet<QString> ever;
        QSet<QString> always;
        bool isFirst = true;
        const QJsonDocument list = load(u"powershell-AzCommunicationService.json"_s);
        const QJsonArray entries = list["response"_L1]["body"_L1]["value"_L1].toArray();
        for (const QJsonValue& entry : entries) {
            QSet<QString> members;
            for (const QString& name : entry.toObject().keys()) {
                members.insert(name);
            }
            for (const QString& name : entry["properties"_L1].toObject().keys()) {
                members.insert(u"properties."_s + name);
            }
            for (const QString& name : entry["systemData"_L1].toObject().keys()) {
                members.insert(u"systemData."_s + name);
            }
            ever |= members;
            always = isFirst ? members : always & members;
            isFirst = false;
        }
        QVERIFY(always.size() > 5);

        const SimulatedEstate estate = demoEstate();
        for (const SimulatedResource& resource : estate.resources()) {
            const QJsonObject json = resource.toJson(u"2023-04-01"_s);
            QSet<QString> members;
            for (const QString& name : json.keys()) {
                members.insert(name);
            }
            for (const QString& name : json["properties"_L1].toObject().keys()) {
                members.insert(u"properties."_s + name);
            }
            for (const QString& name : json["systemData"_L1].toObject().keys()) {
                members.insert(u"systemData."_s + name);
            }
            QVERIFY2((members - ever).isEmpty(), qPrintable((members - ever).values().join(u' ')));
            QVERIFY2((always - members).isEmpty(), qPrintable((always - members).values().join(u' ')));
        }
    }

    void aSubscriptionHasTheMembersOfTheRecordings()
    {
        const QList<Recorded> real = recorded(u"GET"_s, u"/subscriptions"_s, 200);
        QVERIFY(!real.isEmpty());
        const QJsonObject recordedBody = real.last().body.toObject();
        AzureCaller caller;
        const QJsonObject body = bodyOf(caller.get(u"/subscriptions?api-version=2020-01-01"_s));
        QCOMPARE(body["value"_L1][0].toObject().keys(), recordedBody["value"_L1][0].toObject().keys());
        QCOMPARE(body.keys(), recordedBody.keys());
    }

    void theErrorsHaveTheWordsOfTheRecordings_data()
    {
        QTest::addColumn<QString>("code");
        for (const char* code : {"ResourceNotFound", "SubscriptionNotFound", "InvalidAuthenticationTokenTenant",
                                 "ExpiredAuthenticationToken", "AuthorizationFailed", "SubscriptionRequestsThrottled",
                                 "HttpRequestPayloadAPISpecValidationFailed"}) {
            QTest::newRow(code) << QString::fromLatin1(code);
        }
    }
    void theErrorsHaveTheWordsOfTheRecordings()
    {
        QFETCH(QString, code);
        AzureCaller caller;
        SimulatedAnswer answer;
        const QString services = u"/providers/Microsoft.Communication/communicationServices"_s;
        if (code == "ResourceNotFound"_L1) {
            const QString path = caller.path(u"acs-prod-00000"_s);
            answer = caller.get(QString(path).replace("acs-prod-00000"_L1, "none"_L1));
        } else if (code == "SubscriptionNotFound"_L1) {
            answer = caller.get(u"/subscriptions/99992222-3333-4444-5555-666677778888"_s + services +
                                u"?api-version=2023-04-01"_s);
        } else if (code == "InvalidAuthenticationTokenTenant"_L1) {
            answer = caller.get(caller.path(u"acs-retail-00004"_s));
        } else if (code == "ExpiredAuthenticationToken"_L1) {
            caller.now = caller.now.addDays(1);
            answer = caller.get(caller.path(u"acs-prod-00000"_s));
        } else if (code == "AuthorizationFailed"_L1) {
            caller.azure.faults().forbiddenSubscriptions = {
                caller.azure.estate().subscriptionNamed(u"Production"_s)->id};
            answer = caller.get(caller.path(u"acs-prod-00000"_s));
        } else if (code == "SubscriptionRequestsThrottled"_L1) {
            caller.azure.faults().next = {SimulatedFault::beforeActing({}, {}, SimulatedFault::Reply::Throttle)};
            answer = caller.get(caller.path(u"acs-prod-00000"_s));
        } else {
            answer = caller.regenerate(u"acs-prod-00000"_s, "primary");
        }
        const QJsonObject real = errorBody(code);
        QVERIFY(!real.isEmpty());
        QCOMPARE(errorCodeOf(answer), code);
        QCOMPARE(wording(errorMessageOf(answer)), wording(real["error"_L1]["message"_L1].toString()));
        QCOMPARE(bodyOf(answer)["error"_L1].toObject().keys(), real["error"_L1].toObject().keys());
    }

    void theChallengeOfAnExpiredTokenIsTheRecordedOneButForTheTenant()
    {
        static const QRegularExpression guid(u"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"_s);
        QString real;
        const QJsonArray entries = load(u"www-authenticate-challenges.json"_s).array();
        for (const QJsonValue& entry : entries) {
            if (entry["kind"_L1].toString().startsWith("ARM expired"_L1)) {
                real = entry["header"_L1].toString();
            }
        }
        QVERIFY(!real.isEmpty());
        AzureCaller caller;
        caller.now = caller.now.addDays(1);
        const SimulatedAnswer answer = caller.get(caller.path(u"acs-prod-00000"_s));
        QString own = QString::fromLatin1(headerValue(answer.headers, "www-authenticate"));
        QCOMPARE(own.replace(guid, u"T"_s), real.replace(guid, u"T"_s));
    }

    void metadataHasTheMembersOfTheRecordedClouds()
    {
        const QJsonArray real = load(u"arm-metadata-endpoints-2019-05-01.trimmed.json"_s).array();
        QVERIFY(!real.isEmpty());
        AzureCaller caller;
        const SimulatedAnswer answer = caller.get(u"/metadata/endpoints?api-version=2019-05-01"_s);
        const QJsonArray clouds = QJsonDocument::fromJson(answer.body).array();
        for (const QJsonValue& cloud : clouds) {
            for (const QString& name : cloud.toObject().keys()) {
                QVERIFY2(real.first().toObject().contains(name), qPrintable(name));
            }
            QCOMPARE(cloud["authentication"_L1].toObject().keys(), real.first()["authentication"_L1].toObject().keys());
        }
    }

    void anEventOfTheActivityLogHasTheMembersOfTheRecordings()
    {
        const QList<Recorded> real = recorded(u"GET"_s, u"/eventtypes/management/values"_s, 200);
        QCOMPARE(real.size(), 1);
        AzureCaller caller;
        (void)caller.regenerate(u"acs-prod-00000"_s, "Primary");
        caller.now = caller.now.addSecs(120);
        const QString subscription = caller.azure.estate().resourceNamed(u"acs-prod-00000"_s)->id.section(u'/', 0, 2);
        const QJsonObject body =
            bodyOf(caller.get(subscription + u"/providers/Microsoft.Insights/eventtypes/management/values?api-version="
                                             "2015-04-01&$filter=eventTimestamp%20ge%202026-01-15T00:00:00Z"_s));
        QCOMPARE(body.keys(), real.first().body.toObject().keys());
        QCOMPARE(body["value"_L1].toArray().size(), 2);
        for (int index = 0; index < 2; ++index) {
            const QJsonObject own = body["value"_L1][index].toObject();
            const QJsonObject theirs = real.first().body["value"_L1][index].toObject();
            QCOMPARE(own.keys(), theirs.keys());
            for (const QString& name : theirs.keys()) {
                if (theirs[name].isObject() && name != "claims"_L1) { // of which the recording left most out
                    QCOMPARE(own[name].toObject().keys(), theirs[name].toObject().keys());
                }
            }
            QCOMPARE(own["eventTimestamp"_L1].toString().size(), theirs["eventTimestamp"_L1].toString().size());
        }
    }

    void theActivityLogRefusesInTheWordsOfTheRecordings()
    {
        const QList<Recorded> real = recorded(u"GET"_s, u"/eventtypes/management/values"_s, 400);
        QCOMPARE(real.size(), 1);
        AzureCaller caller;
        const QString subscription = caller.azure.estate().resourceNamed(u"acs-prod-00000"_s)->id.section(u'/', 0, 2);
        QCOMPARE(QJsonValue(bodyOf(caller.get(
                     subscription + u"/providers/Microsoft.Insights/eventtypes/management/values?api-version="
                                    "2015-04-01&$filter=eventTimestamp%20ge%202018-01-01T00%3A00%3A00%2B00%3A00"_s))),
                 real.first().body);
    }

    void aLockHasTheMembersOfTheRecordings()
    {
        const QList<Recorded> real = recorded(u"GET"_s, u"/locks"_s, 200);
        QVERIFY(!real.isEmpty());
        AzureCaller caller;
        const QString id = caller.azure.estate().resourceNamed(u"acs-email-00006"_s)->id;
        const QJsonObject lock = bodyOf(caller.get(id + u"/providers/Microsoft.Authorization/locks"
                                                        "?api-version=2016-09-01"_s))["value"_L1][0]
                                     .toObject();
        for (const Recorded& exchange : real) {
            QCOMPARE(lock.keys(), exchange.body["value"_L1][0].toObject().keys());
        }
    }
};

QTEST_GUILESS_MAIN(SimulatedTrafficTest)
#include "simulatedtraffictest.moc"
