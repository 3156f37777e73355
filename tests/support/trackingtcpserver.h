// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

namespace CommKeys {

/// A TCP server that knows its connections by the port at the other end: Qt HttpServer does not give them out from
/// Qt 6.5 on, and a server that has to break a connection needs it.
class TrackingTcpServer final : public QTcpServer
{
    Q_OBJECT

public:
    using QTcpServer::QTcpServer;

    /// Null when that connection is gone.
    [[nodiscard]] QTcpSocket* connectionFrom(quint16 port) const { return m_connections.value(port); }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    QHash<quint16, QPointer<QTcpSocket>> m_connections;
};

} // namespace CommKeys
