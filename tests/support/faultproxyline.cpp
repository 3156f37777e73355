// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/faultproxyline.h"

#include "support/connectionreset.h"

#include <QTimer>

namespace CommKeys {

FaultProxyLine::FaultProxyLine(QTcpSocket* client, const QUrl& server, FaultProxy& proxy)
    : QObject(&proxy)
    , m_proxy(proxy)
    , m_client(client)
{
    client->setParent(this);
    client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_server.connectToHost(server.host(), static_cast<quint16>(server.port()));
    m_server.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(client, &QTcpSocket::readyRead, this, &FaultProxyLine::fromClient);
    connect(client, &QTcpSocket::disconnected, this, &FaultProxyLine::end);
    connect(&m_server, &QTcpSocket::readyRead, this, &FaultProxyLine::fromServer);
    connect(&m_server, &QTcpSocket::disconnected, this, &FaultProxyLine::end);
    connect(&m_server, &QTcpSocket::errorOccurred, this, &FaultProxyLine::end);
}

void FaultProxyLine::fromClient()
{
    if (!m_inRequest) {
        m_inRequest = true;
        m_answered = 0;
        m_fault = m_proxy.nextFault();
    }
    if (m_fault.kind == LineFault::Kind::ResetBeforeForwarding) {
        reset();
        return;
    }
    m_server.write(m_client->readAll());
}

void FaultProxyLine::fromServer()
{
    m_inRequest = false;
    const QByteArray bytes = m_server.readAll();
    switch (m_fault.kind) {
    case LineFault::Kind::None:
    case LineFault::Kind::ResetBeforeForwarding:
        m_client->write(bytes);
        break;
    case LineFault::Kind::ForwardThenReset:
        reset();
        break;
    case LineFault::Kind::CutAnswer:
        answer(bytes.first(qMin(bytes.size(), m_fault.bytes - m_answered)));
        if (m_answered == m_fault.bytes) {
            // What is written must arrive before the reset, which would throw it away.
            m_client->flush();
            QTimer::singleShot(20, this, &FaultProxyLine::reset);
            disconnect(&m_server, nullptr, this, nullptr);
        }
        break;
    case LineFault::Kind::Stall:
        if (m_fault.stall.count() > 0) {
            QTimer::singleShot(m_fault.stall, this, [this, bytes] { answer(bytes); });
        }
        break;
    }
}

void FaultProxyLine::answer(const QByteArray& bytes)
{
    m_answered += bytes.size();
    m_client->write(bytes);
}

void FaultProxyLine::reset()
{
    resetConnection(*m_client);
    end();
}

void FaultProxyLine::end()
{
    disconnect(&m_server, nullptr, this, nullptr);
    m_server.abort();
    m_client->disconnectFromHost(); // what is still to be written goes out first
    deleteLater();
}

} // namespace CommKeys
