// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "demo/simulatedazure.h"
#include "support/simulationcontrol.h"

#include <QAbstractHttpServer>

#include <functional>
#include <optional>

class QTcpSocket;

namespace CommKeys {

class TrackingTcpServer;

/// The simulated Azure behind a real socket on 127.0.0.1, so that a test goes through the whole of the network code.
///
///     SimulatedAzureServer server(demoEstate());
///     const QByteArray token = server.azure().issueToken(tenant, expires);
///     … requests to server.baseUrl() …
///     QCOMPARE(server.azure().count("POST", u"regenerateKey"_s), 1);
///
/// Requests below /simulation are for SimulationControl and do not appear in the log. Delays never block.
class SimulatedAzureServer final : public QAbstractHttpServer
{
    Q_OBJECT

public:
    /// @p port 0: any that is free.
    explicit SimulatedAzureServer(SimulatedEstate estate, quint16 port = 0, QObject* parent = nullptr);

    /// False when the port is taken.
    [[nodiscard]] bool isListening() const { return m_azure.has_value(); }
    /// Such as http://127.0.0.1:40123, without a slash at the end.
    [[nodiscard]] QUrl baseUrl() const { return m_baseUrl; }
    /// Only when it listens.
    [[nodiscard]] SimulatedAzure& azure() { return *m_azure; }

private:
    void serve(const QHttpServerRequest& request, quint16 peerPort, std::function<void()> answered);
    void deliver(const SimulatedAnswer& answer, quint16 peerPort) const;

#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
    bool handleRequest(const QHttpServerRequest& request, QTcpSocket* socket) override;
    void missingHandler(const QHttpServerRequest&, QTcpSocket*) override {}
#else
    bool handleRequest(const QHttpServerRequest& request, QHttpServerResponder& responder) override;
    void missingHandler(const QHttpServerRequest&, QHttpServerResponder&) override {}
#endif

    TrackingTcpServer* m_connections = nullptr;
    QUrl m_baseUrl;
    SystemClock m_clock;
    std::optional<SimulatedAzure> m_azure;
};

} // namespace CommKeys
