// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Times one regeneration, from the question to the key in the keychain, and the bare request beside it, in turn: over
// connections that are open, with the real keychain and the journal on the disk. Reads the token from the standard
// input, prints milliseconds as JSON. What it needs around it is bench.py's work.

#include "azure/armclient.h"
#include "azure/armrequests.h"
#include "core/version.h"
#include "keychain/qtkeychainstore.h"
#include "rotation/rotationdesk.h"
#include "support/finishedresult.h"
#include "support/fixedtokens.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>
#include <QTextStream>

using namespace CommKeys;
using namespace Qt::StringLiterals;

namespace {

class RotationBench final : public QObject
{
public:
    RotationBench(const QUrl& arm, const CommunicationService& resource, const QByteArray& token)
        : m_resource(resource)
        , m_token(token)
        , m_cloud(cloudAt(arm))
        , m_arm(m_cloud, HttpContext{m_network, m_tokens, m_clock})
        , m_kept(m_keychain, applicationId + u".Bench"_s, arm)
        , m_journal(m_folder.path(), nullptr)
        , m_desk({m_arm, m_arm, m_kept, m_journal, m_clock, u"arm.bench.example"_s, u"bench"_s, m_folder.path()},
                 nullptr)
    {
    }

    /// One of each; false when something has failed.
    [[nodiscard]] bool round()
    {
        const bool isPosted = timed(m_bare, [this] { return post(); });
        const bool isCalled = timed(m_call, [this] { return call(); });
        const bool isRegenerated = timed(m_whole, [this] { return regenerate(); });
        return isPosted && isCalled && isRegenerated;
    }
    void forget()
    {
        m_bare = {};
        m_call = {};
        m_whole = {};
    }
    [[nodiscard]] QByteArray toJson() const
    {
        return QJsonDocument(QJsonObject{{u"bare"_s, m_bare}, {u"call"_s, m_call}, {u"whole"_s, m_whole}})
            .toJson(QJsonDocument::Compact);
    }
    [[nodiscard]] bool cleanUp() { return finishedResult(m_kept.forget(m_resource.id, this)).isOk(); }

private:
    static Cloud cloudAt(const QUrl& arm)
    {
        Cloud cloud;
        cloud.armEndpoint = arm;
        cloud.audience = arm.toString();
        return cloud;
    }

    template <typename Work>
    static bool timed(QJsonArray& times, const Work& work)
    {
        QElapsedTimer timer;
        timer.start();
        const bool isDone = work();
        times.append(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        return isDone;
    }

    /// QNetworkAccessManager alone: the request, and all of the answer.
    bool post()
    {
        const HttpRequest request =
            ArmRequests::regenerateKey(m_cloud, m_resource.tenant, m_resource.id, KeyType::Primary);
        QNetworkRequest bare(request.url);
        bare.setRawHeader("Authorization", "Bearer " + m_token);
        bare.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        const std::unique_ptr<QNetworkReply> reply(m_bareNetwork.post(bare, request.body));
        QEventLoop loop;
        connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        return reply->error() == QNetworkReply::NoError && reply->readAll().contains("primaryKey");
    }

    /// The request as the transaction makes it: with a token, what to do with each kind of answer, and two secrets
    /// read.
    bool call() { return finishedResult(m_arm.regenerateKey(m_resource, KeyType::Primary, this)).isOk(); }

    bool regenerate()
    {
        const Result<RotationJob*> job = m_desk.regenerate(m_resource, KeyType::Primary);
        if (!job) {
            return false;
        }
        std::optional<RotationEnd> end;
        QEventLoop loop;
        (*job)->onFinished(&loop, [&](const Result<RotationOutcome>& outcome) {
            end = outcome ? std::optional(outcome->end) : std::nullopt;
            loop.quit();
        });
        loop.exec();
        return end == RotationEnd::Kept;
    }

    const CommunicationService m_resource;
    const QByteArray m_token;
    const Cloud m_cloud;
    QTemporaryDir m_folder;
    SystemClock m_clock;
    QNetworkAccessManager m_bareNetwork;
    QNetworkAccessManager m_network;
    FixedTokens m_tokens{{m_token}};
    ArmClient m_arm;
    QtKeychainStore m_keychain{u"CommKeys Bench"_s, applicationId + u".Bench"_s, m_clock};
    KeptKeysStore m_kept;
    RotationJournal m_journal;
    RotationDesk m_desk;
    QJsonArray m_bare;
    QJsonArray m_call;
    QJsonArray m_whole;
};

int run(const QStringList& arguments)
{
    CommunicationService resource;
    const Result<ResourceId> id = ResourceId::parse(arguments.value(2));
    const int rounds = arguments.value(4).toInt();
    if (!id || rounds < 1) {
        QTextStream(stderr) << "usage: commkeys-rotation-bench ARM-ADDRESS RESOURCE-ID TENANT ROUNDS <TOKEN\n";
        return 2;
    }
    resource.id = *id;
    resource.tenant = TenantId(arguments.value(3));
    RotationBench bench(QUrl(arguments.value(1)), resource, QTextStream(stdin).readLine().toLatin1());
    bool isGood = bench.round(); // opens the connections, the keychain and the journal
    bench.forget();
    for (int round = 0; isGood && round < rounds; ++round) {
        isGood = bench.round();
    }
    QTextStream(stdout) << bench.toJson() << Qt::endl;
    return isGood && bench.cleanUp() ? 0 : 1;
}

} // namespace

int main(int argc, char** argv)
{
    const QGuiApplication application(argc, argv);
    return run(QGuiApplication::arguments());
}
