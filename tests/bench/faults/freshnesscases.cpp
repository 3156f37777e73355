// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faults/faultcaselist.h"

#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

using RotationPlan::State;
using Reply = SimulatedFault::Reply;

namespace {

constexpr int fetcherRounds = 60;

/// How the regeneration itself goes.
struct Way
{
    QString name;
    std::optional<SimulatedFault> fault;
};

QList<Way> ways()
{
    return {{u"answered"_s, {}},
            {u"lost, executed"_s, faultOf(true, Reply::Drop)},
            {u"lost, not executed"_s, faultOf(false, Reply::Drop)}};
}

/// A second to two minutes of the program's clock; what is shorter ends before the next request arrives.
const std::array lags{1ms, 2ms, 3ms, 5ms, 8ms, 12ms, 20ms, 30ms, 40ms, 60ms, 80ms, 100ms, 120ms};

void addStaleListings(FaultCaseList& cases)
{
    FaultCase one = ofKind(u"stale listing"_s);
    one.fetches = true;
    for (const std::chrono::milliseconds lag : lags) {
        one.keyReadLag = lag;
        for (const Way& way : ways()) {
            one.fault = way.fault;
            cases.add(one, u"%1 s, %2"_s.arg(QString::number(lag.count()), way.name));
        }
    }
    one.keyReadLag = 0ms;
    // Not by time: so many answers, whenever they are asked for.
    for (const int answers : {1, 2, 3, 5, 7}) {
        SimulatedFault stale = SimulatedFault::beforeActing("POST", u"listKeys"_s, Reply::PreviousKeys);
        stale.times = answers;
        one.later = {stale};
        for (const Way& way : ways()) {
            one.fault = way.fault;
            cases.add(one, u"%1 answers, %2"_s.arg(QString::number(answers), way.name));
        }
    }
}

void addPreviousKeys(FaultCaseList& cases)
{
    FaultCase one = ofKind(u"previous key answered"_s);
    one.fetches = true;
    for (const std::chrono::milliseconds lag : {0ms, 5ms, 40ms}) {
        one.keyReadLag = lag;
        for (const bool acts : {false, true}) {
            one.fault = faultOf(acts, Reply::PreviousKeys);
            cases.add(one, (acts ? u"executed, "_s : u"not executed, "_s) + QString::number(lag.count()) + u" s"_s);
        }
    }
}

QList<std::pair<QString, SimulatedFault>> bodies(int status)
{
    const auto given = [status](const QByteArray& type, const QByteArray& body) {
        return SimulatedFault::given("POST", u"regenerateKey"_s, status, body, {{"content-type", type}});
    };
    return {{u"HTML"_s, given("text/html", "<html><head><title>Blocked</title></head></html>")},
            {u"other JSON"_s, given("application/json", R"({"message":"Forbidden","requestId":"1"})")},
            {u"ARM"_s, given("application/json", R"({"error":{"code":"Forbidden","message":"Not allowed."}})")},
            {u"no body"_s, given("application/json", {})}};
}

void addStatuses(FaultCaseList& cases)
{
    FaultCase one = ofKind(u"status"_s);
    int number = 0;
    for (const int status :
         {200, 302, 400, 401, 403, 404, 405, 407, 408, 409, 410, 423, 429, 451, 500, 502, 503, 504}) {
        for (const auto& [name, fault] : bodies(status)) {
            for (const bool acts : {false, true}) {
                one.fault = fault;
                one.fault->acts = acts;
                const QString all =
                    u"%1 %2, %3"_s.arg(QString::number(status), name, acts ? u"executed"_s : u"not executed"_s);
                cases.addVariant(one, all, number);
                cases.addVariant(one, all, number + 3);
                cases.addVariant(one, all, number + 2);
                ++number;
            }
        }
    }
}

void addFailingChecks(FaultCaseList& cases)
{
    FaultCase one = ofKind(u"checks fail"_s);
    for (int failing = 1; failing <= 5; ++failing) {
        for (const int status : {0, 403, 500}) {
            SimulatedFault fails = status == 0 ? SimulatedFault::beforeActing("POST", u"listKeys"_s, Reply::Drop)
                                               : SimulatedFault::given("POST", u"listKeys"_s, status);
            fails.times = failing;
            one.later = {fails};
            for (const bool acts : {false, true}) {
                one.fault = faultOf(acts, Reply::Drop);
                cases.add(one, u"%1 with %2, %3"_s.arg(QString::number(failing), QString::number(status),
                                                       acts ? u"executed"_s : u"not executed"_s));
            }
        }
    }
}

void addMeddlings(FaultCaseList& cases)
{
    using What = Meddling::What;
    const QList<std::pair<QString, What>> all{{u"same key"_s, What::RegenerateSame},
                                              {u"other key"_s, What::RegenerateOther},
                                              {u"recreated"_s, What::Recreate}};
    for (const auto& [name, what] : all) {
        FaultCase one = ofKind(what == What::Recreate ? u"created again"_s : u"regenerated elsewhere"_s);
        one.fetches = true;
        for (const State at : {State::Checking, State::ListingBefore, State::Noting, State::Posting,
                               State::ListingAfter, State::Keeping, State::Kept}) {
            one.meddling = Meddling{at, what};
            for (const Way& way : ways()) {
                // Only what was lost is listed afterwards; what was not executed leads to no key.
                const bool isReached = (at != State::ListingAfter || way.fault) &&
                                       !(way.fault && !way.fault->acts && (at == State::Keeping || at == State::Kept));
                one.fault = way.fault;
                if (isReached) {
                    cases.add(one, u"%1 at %2, %3"_s.arg(name, RotationPlan::nameOf(at), way.name));
                }
            }
        }
    }
}

void addFetchers(FaultCaseList& cases)
{
    for (int round = 1; round <= fetcherRounds; ++round) {
        FaultCase one = ofKind(u"fetched by another"_s);
        one.fetchers = round;
        one.keyReadLag = std::chrono::milliseconds(round % 4 * 15);
        one.isSeeded = round % 2 == 0;
        cases.addOne(one, QString::number(round));
    }
}

} // namespace

void addFreshnessCases(FaultCaseList& cases)
{
    addStaleListings(cases);
    addPreviousKeys(cases);
    addStatuses(cases);
    addFailingChecks(cases);
    addMeddlings(cases);
    addFetchers(cases);
}

} // namespace CommKeys
