// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedfault.h"

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

SimulatedAnswer throttled(const SimulatedRequest& request, std::chrono::seconds wait, bool withHeader)
{
    const QString path = request.url.path();
    const QString subscription = path.startsWith("/subscriptions/"_L1) ? path.section(u'/', 2, 2) : QString();
    const QString kind = request.verb == "GET" ? u"read"_s : u"write"_s;
    const QString seconds = QString::number(wait.count());
    SimulatedAnswer answer = SimulatedAnswer::error(
        429, u"SubscriptionRequestsThrottled"_s,
        u"Number of '%1' requests for subscription '%2' actor '85e5d083-7fd9-4588-9a28-6c035bea11a3' exceeded. "
        "Please try again after '%3' seconds."_s.arg(kind, subscription, seconds));
    if (withHeader) {
        answer.headers.append({"retry-after"_ba, seconds.toLatin1()});
    }
    return answer;
}

} // namespace

SimulatedFault SimulatedFault::given(const QByteArray& verb, const QString& pathContains, int status,
                                     const QByteArray& body, const SimulatedHeaders& headers)
{
    SimulatedFault fault = beforeActing(verb, pathContains, Reply::Given);
    fault.status = status;
    fault.body = body;
    fault.headers = headers;
    return fault;
}

SimulatedFault SimulatedFault::beforeActing(const QByteArray& verb, const QString& pathContains, Reply reply)
{
    SimulatedFault fault;
    fault.verb = verb;
    fault.pathContains = pathContains;
    fault.reply = reply;
    return fault;
}

SimulatedFault SimulatedFault::afterActing(const QByteArray& verb, const QString& pathContains, Reply reply)
{
    SimulatedFault fault = beforeActing(verb, pathContains, reply);
    fault.acts = true;
    return fault;
}

bool SimulatedFault::matches(const SimulatedRequest& request) const
{
    return (verb.isEmpty() || verb == request.verb) && request.url.path().contains(pathContains, Qt::CaseInsensitive);
}

SimulatedAnswer SimulatedFault::answer(const SimulatedRequest& request, const SimulatedAnswer& real) const
{
    SimulatedAnswer answer = real;
    answer.status = real.status == 0 ? 200 : real.status;
    switch (reply) {
    case Reply::Given:
        answer = {};
        answer.status = status;
        answer.headers = headers;
        answer.body = body;
        if (headerValue(headers, "content-type").isNull()) {
            answer.headers.append({"content-type"_ba, "application/json; charset=utf-8"_ba});
        }
        break;
    case Reply::Drop:
        answer = {};
        answer.transport = SimulatedAnswer::Transport::Drop;
        break;
    case Reply::Silence:
        answer = {};
        answer.transport = SimulatedAnswer::Transport::Silence;
        break;
    case Reply::EmptyBody:
        answer.body.clear();
        break;
    case Reply::Html:
        answer = {};
        answer.status = 200;
        answer.headers = {{"content-type"_ba, "text/html; charset=utf-8"_ba}};
        answer.body = "<!DOCTYPE html><html><head><title>Welcome</title></head>"
                      "<body><p>Please accept the terms of this network.</p></body></html>"_ba;
        break;
    case Reply::MalformedJson:
        setHeader(answer.headers, "content-type"_ba, "application/json; charset=utf-8"_ba);
        answer.body = real.body.isEmpty() ? "{\"value\": ["_ba : real.body.first(real.body.size() / 2);
        break;
    case Reply::PreviousKeys: // SimulatedAzure has seen to it
        break;
    case Reply::Throttle:
        answer = throttled(request, retryAfter, retryAfterHeader);
        break;
    }
    answer.delay = delay;
    return answer;
}

} // namespace CommKeys
