// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedactivitylog.h"

#include <QUrl>

#include <optional>

namespace CommKeys {

/// The $filter of a query for the Activity Log: from, until, and one more condition at most. Values may stand in quotes
/// or without them, as in the recordings.
struct SimulatedActivityFilter
{
    QDateTime fromUtc;
    QDateTime untilUtc;    ///< invalid: without an end
    QString condition;     ///< "resourceProvider", "resourceGroupName", "resourceUri" or "correlationId"; empty: none
    QString conditionText; ///< what it has to be, in any casing

    /// Nothing when there is none, when it has no start, or when it holds what the real one does not take.
    [[nodiscard]] static std::optional<SimulatedActivityFilter> of(const QUrl& url);

    [[nodiscard]] bool matches(const QDateTime& timeUtc) const;
    [[nodiscard]] bool matches(const SimulatedActivity& activity) const;
};

} // namespace CommKeys
