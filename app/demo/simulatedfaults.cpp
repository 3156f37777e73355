// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedfaults.h"

#include "demo/simulatedmembers.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

using SimulatedMembers::eachInto;
using SimulatedMembers::into;
using SimulatedMembers::Reader;

Result<SimulatedLock> readLock(const QJsonObject& json)
{
    SimulatedLock lock{{}, u"simulated-lock"_s, u"ReadOnly"_s, {}};
    const Result<Done> read = SimulatedMembers::read(json, {{u"scope"_s, into(lock.scope)},
                                                            {u"name"_s, into(lock.name)},
                                                            {u"level"_s, into(lock.level)},
                                                            {u"notes"_s, into(lock.notes)}});
    return read ? Result<SimulatedLock>(lock) : read.error();
}

Result<SimulatedFault> readFault(const QJsonObject& json)
{
    using Reply = SimulatedFault::Reply;
    SimulatedFault fault;
    QString verb;
    const Reader headers = [&fault](const QJsonValue& value) {
        const QJsonObject object = value.toObject();
        for (auto header = object.begin(); header != object.end(); ++header) {
            fault.headers.append({header.key().toLatin1(), header.value().toString().toLatin1()});
        }
        return value.isObject();
    };
    // A text goes out as it is, an object as JSON: most wrong bodies are well-formed errors.
    const Reader body = [&fault](const QJsonValue& value) {
        fault.body = value.isObject() ? QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact)
                                      : value.toString().toUtf8();
        return value.isObject() || value.isString();
    };
    const Result<Done> read = SimulatedMembers::read(
        json, {{u"verb"_s, into(verb)},
               {u"pathContains"_s, into(fault.pathContains)},
               {u"times"_s, into(fault.times)},
               {u"acts"_s, into(fault.acts)},
               {u"actsAfterRequests"_s, into(fault.actsAfterRequests)},
               {u"reply"_s, into<Reply>(fault.reply, {{u"given"_s, Reply::Given},
                                                      {u"drop"_s, Reply::Drop},
                                                      {u"silence"_s, Reply::Silence},
                                                      {u"emptyBody"_s, Reply::EmptyBody},
                                                      {u"html"_s, Reply::Html},
                                                      {u"malformedJson"_s, Reply::MalformedJson},
                                                      {u"throttle"_s, Reply::Throttle},
                                                      {u"previousKeys"_s, Reply::PreviousKeys}})},
               {u"status"_s, into(fault.status)},
               {u"headers"_s, headers},
               {u"body"_s, body},
               {u"retryAfterSeconds"_s, into(fault.retryAfter)},
               {u"retryAfterHeader"_s, into(fault.retryAfterHeader)},
               {u"delayMs"_s, into(fault.delay)}});
    fault.verb = verb.toUpper().toLatin1();
    return read ? Result<SimulatedFault>(fault) : read.error();
}

} // namespace

std::optional<SimulatedFault> SimulatedFaults::take(const SimulatedRequest& request)
{
    const auto found = std::find_if(next.begin(), next.end(), [&request](const SimulatedFault& fault) {
        return fault.times > 0 && fault.matches(request);
    });
    if (found == next.end()) {
        return std::nullopt;
    }
    const SimulatedFault fault = *found;
    if (--found->times == 0) {
        next.erase(found);
    }
    return fault;
}

Result<SimulatedFaults> SimulatedFaults::fromJson(const QJsonObject& json)
{
    using Metadata = SimulatedMetadata;
    using NextLink = SimulatedNextLink;
    SimulatedFaults faults;
    std::optional<Error> problem;
    const Reader forbidden = [&faults](const QJsonValue& value) {
        const QJsonArray ids = value.toArray();
        for (const QJsonValue& id : ids) {
            faults.forbiddenSubscriptions.append(SubscriptionId(id.toString()));
        }
        return value.isArray();
    };
    const Result<Done> read = SimulatedMembers::read(
        json, {{u"latencyMs"_s, into(faults.latency)},
               {u"pageSize"_s, into(faults.pageSize)},
               {u"emptyFirstPage"_s, into(faults.emptyFirstPage)},
               {u"nextLink"_s, into<NextLink>(faults.nextLink, {{u"right"_s, NextLink::Right},
                                                                {u"unencoded"_s, NextLink::Unencoded},
                                                                {u"relative"_s, NextLink::Relative},
                                                                {u"otherHost"_s, NextLink::OtherHost},
                                                                {u"itself"_s, NextLink::Itself}})},
               {u"metadata"_s, into<Metadata>(faults.metadata, {{u"good"_s, Metadata::Good},
                                                                {u"withByteOrderMark"_s, Metadata::WithByteOrderMark},
                                                                {u"notACloud"_s, Metadata::NotACloud},
                                                                {u"publicAudience"_s, Metadata::PublicAudience},
                                                                {u"plainHttpLogin"_s, Metadata::PlainHttpLogin}})},
               {u"activityLogLagSeconds"_s, into(faults.activityLogLag)},
               {u"activityLogBodies"_s, into(faults.activityLogBodies)},
               {u"resourceGraph"_s, into(faults.resourceGraph)},
               {u"keyReadLagMs"_s, into(faults.keyReadLag)},
               {u"resourceGraphLagSeconds"_s, into(faults.resourceGraphLag)},
               {u"locks"_s, eachInto(faults.locks, problem, &readLock)},
               {u"forbiddenSubscriptions"_s, forbidden},
               {u"next"_s, eachInto(faults.next, problem, &readFault)}});
    if (problem) {
        return *problem;
    }
    return read ? Result<SimulatedFaults>(faults) : read.error();
}

} // namespace CommKeys
