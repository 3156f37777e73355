// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/trackingtcpserver.h"

namespace CommKeys {

void TrackingTcpServer::incomingConnection(qintptr descriptor)
{
    auto* socket = new QTcpSocket(this);
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        return;
    }
    // Without it the kernel holds small answers back for 40 ms (Nagle against delayed acknowledgement).
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_connections.removeIf([](const auto& entry) { return entry.value().isNull(); });
    m_connections.insert(socket->peerPort(), socket);
    addPendingConnection(socket);
}

} // namespace CommKeys
