// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "demo/simulatedestate.h"
#include "demo/simulatedfaults.h"
#include "demo/simulatedrequest.h"

#include <QDateTime>

namespace CommKeys {

/// One thing that somebody had done to a resource, by a POST.
struct SimulatedActivity
{
    SubscriptionId subscription;
    TenantId tenant;
    QString resource; ///< its id, in the casing of the request
    QString action;   ///< the last part of its name: "RegenerateKey" or "ListKeys"
    QString requestBody;
    QString caller;
    QString correlationId;
    QDateTime endUtc;
    int status = 200;
};

/// The Activity Log of every subscription, in the shape of the recordings: two events for each activity, newest first.
/// They are seen only some time after they happened, and for 90 days.
///
/// No recording of an event of Communication Services is known: the shape is that of other providers' (azure-api §4).
class SimulatedActivityLog
{
public:
    /// Turns what the estate tells of its past into activities, counted from @p nowUtc. Only the first call counts.
    void begin(const SimulatedEstate& estate, const QDateTime& nowUtc);
    void add(const SimulatedActivity& activity) { m_activities.append(activity); }

    /// What GET …/eventtypes/management/values says of @p subscription. It takes the filters that the real one takes,
    /// and refuses the same: none at all, one it does not know, a start more than 90 days ago.
    [[nodiscard]] SimulatedAnswer answer(const SimulatedRequest& request, const SubscriptionId& subscription,
                                         const SimulatedFaults& faults, const QDateTime& nowUtc) const;

private:
    QList<SimulatedActivity> m_activities;
    bool m_isBegun = false;
};

} // namespace CommKeys
