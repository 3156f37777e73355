// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/faultproxy.h"

#include <QTcpSocket>

namespace CommKeys {

/// One connection through a FaultProxy: the client's socket and the server's. It ends itself when either side ends.
class FaultProxyLine final : public QObject
{
    Q_OBJECT

public:
    FaultProxyLine(QTcpSocket* client, const QUrl& server, FaultProxy& proxy);

private:
    void fromClient();
    void fromServer();
    void answer(const QByteArray& bytes);
    void reset();
    void end();

    FaultProxy& m_proxy;
    QTcpSocket* m_client;
    QTcpSocket m_server;
    LineFault m_fault;
    bool m_inRequest = false; ///< the client has spoken and the server has not yet
    qsizetype m_answered = 0;
};

} // namespace CommKeys
