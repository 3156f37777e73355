// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedheaders.h"

#include <QUrl>

namespace CommKeys {

/// One HTTP request as it arrives at the simulation, from whatever carried it there.
struct SimulatedRequest
{
    QByteArray verb; ///< upper case
    QUrl url;        ///< absolute
    SimulatedHeaders headers;
    QByteArray body;
};

} // namespace CommKeys
