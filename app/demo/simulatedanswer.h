// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedheaders.h"

#include <QJsonObject>

#include <chrono>

namespace CommKeys {

/// What the simulation says to one request, and how the transport has to behave while it says it.
struct SimulatedAnswer
{
    enum class Transport {
        Deliver,     ///< send the answer
        Drop,        ///< break the connection instead
        Silence,     ///< keep the connection open and never say anything
        UnknownHost, ///< the request was for a host that is not simulated: there is nobody to answer
    };

    int status = 0; ///< 0 when nothing is delivered
    SimulatedHeaders headers;
    QByteArray body;
    Transport transport = Transport::Deliver;
    std::chrono::milliseconds delay{0}; ///< to wait before any of it

    [[nodiscard]] static SimulatedAnswer json(int status, const QJsonObject& body);
    /// An error in the shape of ARM's common types: `{"error":{"code","message",…}}`. @p extra joins the error object.
    [[nodiscard]] static SimulatedAnswer error(int status, const QString& code, const QString& message,
                                               const QJsonObject& extra = {});
};

/// The words behind an HTTP status ("Not Found"), for the status line.
[[nodiscard]] QByteArray reasonPhrase(int status);

} // namespace CommKeys
