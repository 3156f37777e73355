// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedactivitylog.h"

#include <QJsonObject>

namespace CommKeys {

/// One of the two entries that an activity leaves in the Activity Log.
struct SimulatedActivityEvent
{
    SimulatedActivity activity;
    bool isEnd = false;
    QDateTime timeUtc;

    [[nodiscard]] static SimulatedActivityEvent beginOf(const SimulatedActivity& activity);
    [[nodiscard]] static SimulatedActivityEvent endOf(const SimulatedActivity& activity);

    /// With the members of the recorded events. @p faults says when it was submitted, and whether the body of the
    /// request is in it.
    [[nodiscard]] QJsonObject toJson(const SimulatedFaults& faults) const;
};

} // namespace CommKeys
