// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatednetworkaccessmanager.h"

#include "demo/simulatedazure.h"
#include "demo/simulatednetworkreply.h"

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

QByteArray verbOf(QNetworkAccessManager::Operation operation, const QNetworkRequest& request)
{
    switch (operation) {
    case QNetworkAccessManager::HeadOperation:
        return "HEAD"_ba;
    case QNetworkAccessManager::GetOperation:
        return "GET"_ba;
    case QNetworkAccessManager::PutOperation:
        return "PUT"_ba;
    case QNetworkAccessManager::PostOperation:
        return "POST"_ba;
    case QNetworkAccessManager::DeleteOperation:
        return "DELETE"_ba;
    default:
        return request.attribute(QNetworkRequest::CustomVerbAttribute).toByteArray().toUpper();
    }
}

} // namespace

SimulatedNetworkAccessManager::SimulatedNetworkAccessManager(SimulatedAzure& azure, Clock& clock, QObject* parent)
    : QNetworkAccessManager(parent)
    , m_azure(azure)
    , m_clock(clock)
{
}

QNetworkReply* SimulatedNetworkAccessManager::createRequest(Operation operation, const QNetworkRequest& request,
                                                            QIODevice* outgoingData)
{
    SimulatedRequest simulated;
    simulated.verb = verbOf(operation, request);
    simulated.url = request.url();
    for (const QByteArray& name : request.rawHeaderList()) {
        simulated.headers.append({name.toLower(), request.rawHeader(name)});
    }
    if (outgoingData) {
        simulated.body = outgoingData->readAll();
    }

    auto* reply = new SimulatedNetworkReply(operation, request, this);
    // As on a real line, the service is reached only after this call has returned: a request that is aborted at once
    // is not carried out.
    QMetaObject::invokeMethod(
        reply,
        [this, reply, simulated] {
            if (reply->isFinished()) {
                return;
            }
            const SimulatedAnswer answer = m_azure.answer(simulated, m_clock.utcNow());
            if (answer.delay.count() == 0) {
                reply->deliver(answer);
            } else {
                m_clock.callAfter(answer.delay, reply, [reply, answer] { reply->deliver(answer); });
            }
        },
        Qt::QueuedConnection);
    return reply;
}

} // namespace CommKeys
