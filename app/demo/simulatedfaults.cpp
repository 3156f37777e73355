// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedfaults.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

/// Reads one JSON value into its place; false when it is not of the right kind.
using Reader = std::function<bool(const QJsonValue&)>;

Reader into(bool& place)
{
    return [&place](const QJsonValue& value) {
        place = value.toBool();
        return value.isBool();
    };
}

Reader into(int& place)
{
    return [&place](const QJsonValue& value) {
        place = value.toInt(-1);
        return place >= 0;
    };
}

Reader into(QString& place)
{
    return [&place](const QJsonValue& value) {
        place = value.toString();
        return value.isString();
    };
}

template <typename Count, typename Period>
Reader into(std::chrono::duration<Count, Period>& place)
{
    return [&place](const QJsonValue& value) {
        place = std::chrono::duration<Count, Period>(value.toInteger(-1));
        return place.count() >= 0;
    };
}

template <typename T>
Reader into(T& place, QHash<QString, T> names)
{
    return [&place, names = std::move(names)](const QJsonValue& value) {
        place = names.value(value.toString());
        return names.contains(value.toString());
    };
}

Result<Done> readMembers(const QJsonObject& json, const QHash<QString, Reader>& readers)
{
    for (auto member = json.begin(); member != json.end(); ++member) {
        const auto reader = readers.constFind(member.key());
        if (reader == readers.cend()) {
            return Error::invalidInput(u"There is no fault called “%1”."_s.arg(member.key()));
        }
        if (!(*reader)(member.value())) {
            return Error::invalidInput(u"The value of “%1” is not one it can have."_s.arg(member.key()));
        }
    }
    return Done{};
}

/// Reads an array of objects; the error of an entry is the error of the whole.
template <typename T>
Reader eachInto(QList<T>& list, std::optional<Error>& problem, Result<T> (*read)(const QJsonObject&))
{
    return [&list, &problem, read](const QJsonValue& value) {
        const QJsonArray entries = value.toArray();
        for (const QJsonValue& entry : entries) {
            const Result<T> item = read(entry.toObject());
            if (!item) {
                problem = item.error();
                return false;
            }
            list.append(*item);
        }
        return value.isArray();
    };
}

Result<SimulatedLock> readLock(const QJsonObject& json)
{
    SimulatedLock lock{{}, u"simulated-lock"_s, u"ReadOnly"_s, {}};
    const Result<Done> read = readMembers(json, {{u"scope"_s, into(lock.scope)},
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
    const Result<Done> read =
        readMembers(json, {{u"verb"_s, into(verb)},
                           {u"pathContains"_s, into(fault.pathContains)},
                           {u"times"_s, into(fault.times)},
                           {u"acts"_s, into(fault.acts)},
                           {u"reply"_s, into<Reply>(fault.reply, {{u"given"_s, Reply::Given},
                                                                  {u"drop"_s, Reply::Drop},
                                                                  {u"silence"_s, Reply::Silence},
                                                                  {u"emptyBody"_s, Reply::EmptyBody},
                                                                  {u"html"_s, Reply::Html},
                                                                  {u"malformedJson"_s, Reply::MalformedJson},
                                                                  {u"throttle"_s, Reply::Throttle}})},
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
    const Result<Done> read = readMembers(
        json, {{u"latencyMs"_s, into(faults.latency)},
               {u"pageSize"_s, into(faults.pageSize)},
               {u"emptyFirstPage"_s, into(faults.emptyFirstPage)},
               {u"nextLink"_s, into<NextLink>(faults.nextLink, {{u"right"_s, NextLink::Right},
                                                                {u"otherHost"_s, NextLink::OtherHost},
                                                                {u"itself"_s, NextLink::Itself}})},
               {u"metadata"_s, into<Metadata>(faults.metadata, {{u"good"_s, Metadata::Good},
                                                                {u"withByteOrderMark"_s, Metadata::WithByteOrderMark},
                                                                {u"notACloud"_s, Metadata::NotACloud},
                                                                {u"publicAudience"_s, Metadata::PublicAudience},
                                                                {u"plainHttpLogin"_s, Metadata::PlainHttpLogin}})},
               {u"locks"_s, eachInto(faults.locks, problem, &readLock)},
               {u"forbiddenSubscriptions"_s, forbidden},
               {u"next"_s, eachInto(faults.next, problem, &readFault)}});
    if (problem) {
        return *problem;
    }
    return read ? Result<SimulatedFaults>(faults) : read.error();
}

} // namespace CommKeys
