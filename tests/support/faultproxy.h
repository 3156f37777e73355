// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QQueue>
#include <QTcpServer>
#include <QUrl>

#include <chrono>

namespace CommKeys {

/// One thing that goes wrong with one request below HTTP.
struct LineFault
{
    enum class Kind {
        None,                  ///< the request passes
        ResetBeforeForwarding, ///< the connection is reset; the server never sees the request
        ForwardThenReset,      ///< the server answers, and the connection is reset instead of the answer
        CutAnswer,             ///< the connection is reset after the first `bytes` of the answer
        Stall,                 ///< the server answers, and the answer arrives `stall` later; 0: never
    };

    Kind kind = Kind::None;
    qsizetype bytes = 0;
    std::chrono::milliseconds stall{0};
};

/// A line to a server on this computer that breaks when a test says so. It carries bytes and knows no more of HTTP
/// than that a request begins when the client speaks after an answer, which holds for every client that does not send
/// a request before the answer to the last.
///
///     FaultProxy line(server.baseUrl());
///     line.queue({LineFault::Kind::ForwardThenReset});
///     … requests to line.baseUrl() …
///
/// The server behind it sees its own address as host only when the client writes it so; SimulatedAzureServer does not
/// look at it.
class FaultProxy final : public QObject
{
    Q_OBJECT

public:
    explicit FaultProxy(const QUrl& server, QObject* parent = nullptr);

    [[nodiscard]] QUrl baseUrl() const;

    /// The next request meets @p fault, the one after it the next that was queued; when none is left they pass.
    void queue(const LineFault& fault) { m_faults.enqueue(fault); }
    /// How many requests have begun.
    [[nodiscard]] int requests() const { return m_requests; }

private:
    friend class FaultProxyLine;
    [[nodiscard]] LineFault nextFault();
    void accept();

    QTcpServer m_listener;
    QUrl m_server;
    QQueue<LineFault> m_faults;
    int m_requests = 0;
};

} // namespace CommKeys
