// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/simulatedazureserver.h"

#include "support/connectionreset.h"
#include "support/trackingtcpserver.h"

#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QMetaEnum>

#include <memory>

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
#include <QHttpHeaders>
#endif

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

SimulatedHeaders headersOf(const QHttpServerRequest& request)
{
    SimulatedHeaders headers;
#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
    for (const auto& [name, value] : request.headers()) {
        headers.append({name.toLower(), value});
    }
#else
    const QHttpHeaders given = request.headers();
    for (qsizetype index = 0; index < given.size(); ++index) {
        const QLatin1StringView name = given.nameAt(index);
        headers.append({QByteArray(name.data(), name.size()).toLower(), given.valueAt(index).toByteArray()});
    }
#endif
    return headers;
}

QByteArray verbOf(const QHttpServerRequest& request)
{
    const QMetaEnum verbs = QMetaEnum::fromType<QHttpServerRequest::Method>();
    return QByteArray(verbs.valueToKey(static_cast<int>(request.method()))).toUpper();
}

QByteArray onTheWire(const SimulatedAnswer& answer)
{
    QByteArray bytes = "HTTP/1.1 "_ba + QByteArray::number(answer.status) + ' ' + reasonPhrase(answer.status) + "\r\n";
    for (const auto& [name, value] : answer.headers) {
        bytes += name + ": " + value + "\r\n";
    }
    return bytes + "content-length: " + QByteArray::number(answer.body.size()) + "\r\n\r\n" + answer.body;
}

} // namespace

SimulatedAzureServer::SimulatedAzureServer(SimulatedEstate estate, quint16 port, QObject* parent)
    : QAbstractHttpServer(parent)
    , m_connections(new TrackingTcpServer(this))
{
    if (!m_connections->listen(QHostAddress::LocalHost, port)) {
        return;
    }
    bind(m_connections);
    m_baseUrl = QUrl(u"http://127.0.0.1:%1"_s.arg(m_connections->serverPort()));
    m_azure.emplace(std::move(estate), SimulatedCloud::at(m_baseUrl));
}

#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)

bool SimulatedAzureServer::handleRequest(const QHttpServerRequest& request, QTcpSocket* socket)
{
    serve(request, socket->peerPort(), [] {});
    return true;
}

#else

bool SimulatedAzureServer::handleRequest(const QHttpServerRequest& request, QHttpServerResponder& responder)
{
    // The connection takes no further request until its responder goes, and the answer is written past it: in one
    // piece, and breakable.
    auto kept = std::make_shared<QHttpServerResponder>(std::move(responder));
    serve(request, request.remotePort(), [kept]() mutable { kept.reset(); });
    return true;
}

#endif

void SimulatedAzureServer::serve(const QHttpServerRequest& request, quint16 peerPort, std::function<void()> answered)
{
    SimulatedRequest simulated;
    simulated.verb = verbOf(request);
    simulated.url = m_baseUrl;
    simulated.url.setPath(request.url().path(QUrl::FullyEncoded), QUrl::TolerantMode);
    simulated.url.setQuery(request.url().query(QUrl::FullyEncoded), QUrl::TolerantMode);
    simulated.headers = headersOf(request);
    simulated.body = request.body();

    const SimulatedAnswer answer = SimulationControl::isFor(simulated)
                                       ? SimulationControl::answer(simulated, *m_azure, m_clock.utcNow())
                                       : m_azure->answer(simulated, m_clock.utcNow());
    m_clock.callAfter(answer.delay, this, [this, answer, peerPort, answered = std::move(answered)] {
        deliver(answer, peerPort);
        if (answer.transport != SimulatedAnswer::Transport::Silence) {
            answered();
        }
    });
}

void SimulatedAzureServer::deliver(const SimulatedAnswer& answer, quint16 peerPort) const
{
    QTcpSocket* socket = m_connections->connectionFrom(peerPort);
    if (!socket || socket->state() != QAbstractSocket::ConnectedState) {
        return;
    }
    switch (answer.transport) {
    case SimulatedAnswer::Transport::Deliver:
        socket->write(onTheWire(answer));
        if (headerValue(answer.headers, "connection") == "close") {
            socket->disconnectFromHost();
        }
        break;
    case SimulatedAnswer::Transport::Drop:
    case SimulatedAnswer::Transport::UnknownHost:
        resetConnection(*socket);
        break;
    case SimulatedAnswer::Transport::Silence:
        break;
    }
}

} // namespace CommKeys
