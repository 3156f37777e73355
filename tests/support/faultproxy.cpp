// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/faultproxy.h"

#include "support/faultproxyline.h"

using namespace Qt::StringLiterals;

namespace CommKeys {

FaultProxy::FaultProxy(const QUrl& server, QObject* parent) : QObject(parent), m_server(server)
{
    connect(&m_listener, &QTcpServer::newConnection, this, &FaultProxy::accept);
    m_listener.listen(QHostAddress::LocalHost);
}

QUrl FaultProxy::baseUrl() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_listener.serverPort()));
}

LineFault FaultProxy::nextFault()
{
    ++m_requests;
    return m_faults.isEmpty() ? LineFault() : m_faults.dequeue();
}

void FaultProxy::accept()
{
    while (QTcpSocket* client = m_listener.nextPendingConnection()) {
        new FaultProxyLine(client, m_server, *this);
    }
}

} // namespace CommKeys
