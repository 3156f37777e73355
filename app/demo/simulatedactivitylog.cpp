// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedactivitylog.h"

#include "demo/simulatedactivityevent.h"
#include "demo/simulatedactivityfilter.h"
#include "demo/simulatedpage.h"

#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

/// Without a wrapper around it, other than Resource Manager's own errors.
SimulatedAnswer badRequest(const QString& message)
{
    return SimulatedAnswer::json(400, {{u"code"_s, u"BadRequest"_s}, {u"message"_s, message}});
}

SimulatedActivity activityOf(const SimulatedPastRegeneration& past, const SimulatedResource& resource,
                             const TenantId& tenant, const QDateTime& nowUtc)
{
    static const QUuid history(u"9c0d8f0a-7a55-4c0b-8a43-0f4a9a2b6c52"_s);
    const QString correlation = past.resource + u' ' + QString::number(past.daysAgo);
    SimulatedActivity activity;
    activity.subscription = resource.subscription;
    activity.tenant = tenant;
    activity.resource = resource.id;
    activity.action = u"RegenerateKey"_s;
    activity.requestBody = u"{\"keyType\":\"%1\"}"_s.arg(apiName(past.type));
    activity.caller = past.caller;
    activity.correlationId = QUuid::createUuidV5(history, correlation).toString(QUuid::WithoutBraces);
    activity.endUtc = nowUtc.addDays(-past.daysAgo);
    return activity;
}

} // namespace

void SimulatedActivityLog::begin(const SimulatedEstate& estate, const QDateTime& nowUtc)
{
    if (m_isBegun) {
        return;
    }
    m_isBegun = true;
    for (const SimulatedPastRegeneration& past : estate.pastRegenerations()) {
        const SimulatedResource* resource = estate.resourceNamed(past.resource);
        if (resource) {
            const TenantId tenant = estate.subscription(resource->subscription)->tenant;
            m_activities.append(activityOf(past, *resource, tenant, nowUtc));
        }
    }
}

SimulatedAnswer SimulatedActivityLog::answer(const SimulatedRequest& request, const SubscriptionId& subscription,
                                             const SimulatedFaults& faults, const QDateTime& nowUtc) const
{
    const std::optional<SimulatedActivityFilter> filter = SimulatedActivityFilter::of(request.url);
    if (!filter) {
        return badRequest(u"The filter is missing, or is none of those that this simulation knows."_s);
    }
    if (filter->fromUtc < nowUtc.addDays(-90)) {
        return badRequest(u"The start time cannot be more than 90 days in the past."_s);
    }
    QList<SimulatedActivityEvent> events;
    for (const SimulatedActivity& activity : m_activities) {
        if (activity.subscription == subscription && filter->matches(activity)) {
            events += {SimulatedActivityEvent::endOf(activity), SimulatedActivityEvent::beginOf(activity)};
        }
    }
    events.removeIf([&](const SimulatedActivityEvent& event) {
        return !filter->matches(event.timeUtc) || event.timeUtc.addDuration(faults.activityLogLag) > nowUtc;
    });
    std::stable_sort(events.begin(), events.end(), [](const auto& a, const auto& b) { return a.timeUtc > b.timeUtc; });

    QJsonArray value;
    for (const SimulatedActivityEvent& event : std::as_const(events)) {
        value.append(event.toJson(faults));
    }
    return pageOf(request, faults, value);
}

} // namespace CommKeys
