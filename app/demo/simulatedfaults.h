// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "core/result.h"
#include "demo/simulatedcloud.h"
#include "demo/simulatedestate.h"
#include "demo/simulatedfault.h"

#include <QJsonObject>

namespace CommKeys {

/// Where the nextLink of a page leads.
enum class SimulatedNextLink {
    Right,
    Unencoded, ///< as Right, with letters that ought to have been percent-encoded; other clients encode them
    Relative,  ///< as Right, without scheme and host
    OtherHost, ///< to the right path on a host that is not this cloud's: a token must not follow
    Itself,    ///< to the page it stands on: a client must not turn in circles for ever
};

/// Everything that can be switched to go wrong in a SimulatedAzure. A value: copy it, change it, set it.
struct SimulatedFaults
{
    std::chrono::milliseconds latency{0}; ///< before every answer
    int pageSize = 0;                     ///< entries on one page of a list; 0: all of them
    bool emptyFirstPage = false;          ///< lists begin with a page without entries that has a nextLink
    SimulatedNextLink nextLink = SimulatedNextLink::Right;
    SimulatedMetadata metadata = SimulatedMetadata::Good;
    /// How long the Activity Log takes to show what has happened. Recorded: nothing at once, all of it after minutes.
    std::chrono::seconds activityLogLag{120};
    bool activityLogBodies = true; ///< it has the bodies of requests, and with them which key it was
    /// listKeys answers as things were so long ago: reads go to a replica that lags behind.
    std::chrono::milliseconds keyReadLag{0};
    /// How long Azure Resource Graph takes to show what was created or deleted.
    std::chrono::seconds resourceGraphLag{0};
    bool resourceGraph = true;                    ///< false: this cloud has no Azure Resource Graph
    QList<SimulatedLock> locks;                   ///< besides those of the estate
    QList<SubscriptionId> forbiddenSubscriptions; ///< everything in them is answered with 403
    QList<SimulatedFault> next;                   ///< the first that matches meets the request

    /// The first fault that matches, with one of its times used up.
    [[nodiscard]] std::optional<SimulatedFault> take(const SimulatedRequest& request);

    /// From JSON with the members above (`latencyMs`, `pageSize`, `emptyFirstPage`, `nextLink`, `metadata`,
    /// `activityLogLagSeconds`, `activityLogBodies`, `keyReadLagMs`, `resourceGraph`, `resourceGraphLagSeconds`,
    /// `locks`, `forbiddenSubscriptions`, `next`). Fails with InvalidInput that names the member for anything it does
    /// not know: a misspelled fault would be a test that tests nothing.
    [[nodiscard]] static Result<SimulatedFaults> fromJson(const QJsonObject& json);
};

} // namespace CommKeys
