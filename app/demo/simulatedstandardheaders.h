// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedanswer.h"
#include "demo/simulatedrequest.h"
#include "demo/simulatedroute.h"

#include <QDateTime>

namespace CommKeys {

/// The id by which everything can be found again that @p request started: the client's own, else one that @p number
/// makes. It must be another number for every request.
[[nodiscard]] QByteArray correlationIdOf(const SimulatedRequest& request, qsizetype number);

/// Adds what Resource Manager writes over every answer: its date and ids, the echo of the client's id where that was
/// asked for, no-cache, what is left of the quota. Headers that are there already stay. @p number makes the request id
/// and must be another one for every request.
void addStandardHeaders(SimulatedAnswer& answer, const SimulatedRequest& request, const SimulatedRoute& route,
                        qsizetype number, const QDateTime& utcNow);

} // namespace CommKeys
