// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace CommKeys {

/// One line of the simulation's log: what was asked, and what was said.
struct SimulatedExchange
{
    QByteArray verb;
    QUrl url;
    QByteArray clientRequestId; ///< x-ms-client-request-id
    int status = 0;             ///< 0: no answer was delivered
    bool acted = true;          ///< false: a fault stood in before the request was carried out
};

} // namespace CommKeys
