// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedactivityevent.h"

#include "demo/simulatedanswer.h"
#include "demo/simulatedtoken.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

constexpr auto provider = "Microsoft.Communication"_L1;

QJsonObject word(const QString& value, const QString& localized)
{
    return {{u"value"_s, value}, {u"localizedValue"_s, localized}};
}

/// Seven digits of a second, as .NET writes them.
QString timeText(const QDateTime& utc)
{
    return utc.toString(u"yyyy-MM-dd'T'HH:mm:ss.zzz'4761Z'"_s);
}

/// Counted in tenths of a microsecond since the year 1.
qint64 ticksOf(const QDateTime& utc)
{
    constexpr qint64 untilTheEpoch = 621'355'968'000'000'000;
    constexpr qint64 perMillisecond = 10'000;
    return untilTheEpoch + utc.toMSecsSinceEpoch() * perMillisecond + 4761;
}

QString idOf(const SimulatedActivity& activity, const QString& of)
{
    static const QUuid events(u"51c0b9a7-0f5b-4b39-9d0e-7f2d8f3c1a68"_s);
    return QUuid::createUuidV5(events, activity.correlationId + u' ' + activity.resource + u' ' + of)
        .toString(QUuid::WithoutBraces);
}

QJsonObject claimsOf(const SimulatedActivity& activity)
{
    return {{u"name"_s, SimulatedToken::displayNameOf(activity.caller)},
            {u"http://schemas.microsoft.com/identity/claims/objectidentifier"_s,
             SimulatedToken::objectIdOf(activity.caller)}};
}

} // namespace

SimulatedActivityEvent SimulatedActivityEvent::beginOf(const SimulatedActivity& activity)
{
    constexpr qint64 whileItWasDone = 725;
    return {activity, false, activity.endUtc.addMSecs(-whileItWasDone)};
}

SimulatedActivityEvent SimulatedActivityEvent::endOf(const SimulatedActivity& activity)
{
    return {activity, true, activity.endUtc};
}

QJsonObject SimulatedActivityEvent::toJson(const SimulatedFaults& faults) const
{
    const bool succeeded = activity.status < 300;
    const QString action = u"Microsoft.Communication/CommunicationServices/%1/action"_s.arg(activity.action);
    const QString type = u"Microsoft.Communication/CommunicationServices"_s;
    const QString phase = isEnd ? u"EndRequest"_s : u"BeginRequest"_s;
    const QString status = !isEnd ? u"Started"_s : succeeded ? u"Succeeded"_s : u"Failed"_s;
    const QString phrase = QString::fromLatin1(reasonPhrase(activity.status));
    const QString code = isEnd ? QString(phrase).remove(u' ') : QString();
    const QString shownCode = isEnd ? u"%1 (HTTP Status Code: %2)"_s.arg(phrase).arg(activity.status) : QString();
    const QString eventId = idOf(activity, phase);

    QJsonObject properties{{u"eventCategory"_s, u"Administrative"_s}};
    if (isEnd) {
        properties.insert("statusCode"_L1, code);
        properties.insert("serviceRequestId"_L1, idOf(activity, u"service"_s));
    } else if (faults.activityLogBodies && !activity.requestBody.isEmpty()) {
        properties.insert("requestbody"_L1, activity.requestBody);
    }
    return {
        {u"authorization"_s, QJsonObject{{u"action"_s, action}, {u"scope"_s, activity.resource}}},
        {u"caller"_s, activity.caller},
        {u"channels"_s, u"Operation"_s},
        {u"claims"_s, claimsOf(activity)},
        {u"correlationId"_s, activity.correlationId},
        {u"description"_s, QString()},
        {u"eventDataId"_s, eventId},
        {u"eventName"_s, word(phase, isEnd ? u"End request"_s : u"Begin request"_s)},
        {u"category"_s, word(u"Administrative"_s, u"Administrative"_s)},
        {u"httpRequest"_s, QJsonObject{{u"clientRequestId"_s, idOf(activity, u"client"_s)},
                                       {u"clientIpAddress"_s, u"203.0.113.7"_s},
                                       {u"method"_s, u"POST"_s}}},
        {u"id"_s, u"%1/events/%2/ticks/%3"_s.arg(activity.resource, eventId).arg(ticksOf(timeUtc))},
        {u"level"_s, isEnd && !succeeded ? u"Error"_s : u"Informational"_s},
        {u"resourceGroupName"_s, activity.resource.section(u'/', 4, 4)},
        {u"resourceProviderName"_s, word(provider, provider)},
        {u"resourceId"_s, activity.resource},
        {u"resourceType"_s, word(type, type)},
        {u"operationId"_s, activity.correlationId},
        {u"operationName"_s, word(action, activity.action)},
        {u"properties"_s, properties},
        {u"status"_s, word(status, status)},
        {u"subStatus"_s, word(code, shownCode)},
        {u"eventTimestamp"_s, timeText(timeUtc)},
        {u"submissionTimestamp"_s, timeText(timeUtc.addDuration(faults.activityLogLag))},
        {u"subscriptionId"_s, activity.subscription.toString()},
        {u"tenantId"_s, activity.tenant.toString()},
    };
}

} // namespace CommKeys
