// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedazure.h"
#include "demo/simulatedcatalog.h"
#include "faults/faultcaselist.h"

#include <QMap>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

using RotationPlan::State;
using Reply = SimulatedFault::Reply;
using Trouble = DirectoryStore::Trouble;
using When = KillPoint::When;

namespace {

constexpr int keychainOperations = 7; // three of the probe; read; read, write, read back
constexpr int rivalRounds = 100;
constexpr int looksAfterTheFirst = 6; // LateArrival's

struct NamedFault
{
    QString name;
    SimulatedFault fault;
};

QString nameOf(When when)
{
    return when == When::Before ? u"before"_s : when == When::After ? u"after"_s : u"in flight"_s;
}

/// A bound of what goes over the wire: the real answer is never longer, and a cut behind its end is none.
qsizetype answerSize()
{
    const SimulatedCloud cloud = SimulatedCloud::at(QUrl(u"http://127.0.0.1:65535"_s));
    SimulatedAzure azure(exampleEstate(), cloud);
    const SimulatedSubscription& subscription = azure.estate().subscriptions().constFirst();
    const SimulatedResource& resource = azure.estate().resources().constFirst();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    SimulatedRequest request;
    request.verb = "POST";
    request.url = QUrl(u"http://127.0.0.1:65535"_s + resource.id + u"/regenerateKey?api-version=2023-04-01"_s);
    request.headers = {
        {"authorization", "Bearer " + azure.issueToken(subscription.tenant, now.addSecs(600))},
        {"x-ms-client-request-id", QByteArray(36, '0')},
        {"x-ms-return-client-request-id", "true"},
        {"content-type", "application/json"},
    };
    request.body = "{\"keyType\":\"Secondary\"}";
    const SimulatedAnswer answer = azure.answer(request, now);
    qsizetype size = QByteArray("HTTP/1.1 200 OK\r\ncontent-length: 9999\r\n\r\n").size() + answer.body.size();
    for (const auto& [name, value] : answer.headers) {
        size += name.size() + value.size() + 4;
    }
    return size;
}

void addCuts(FaultCaseList& cases)
{
    FaultCase one = ofKind(u"answer cut"_s);
    const qsizetype size = answerSize();
    for (qsizetype bytes = 0; bytes <= size; ++bytes) {
        one.line = LineFault{LineFault::Kind::CutAnswer, bytes};
        one.type = bytes % 2 == 0 ? KeyType::Primary : KeyType::Secondary;
        one.isSeeded = bytes % 4 < 2;
        cases.addOne(one, QString::number(bytes));
    }
}

void addResets(FaultCaseList& cases)
{
    FaultCase one = ofKind(u"connection reset"_s);
    for (const bool acts : {false, true}) {
        const QString when = acts ? u"after acting"_s : u"before acting"_s;
        one.line.reset();
        one.fault = faultOf(acts, Reply::Drop);
        cases.add(one, u"server "_s + when);
        one.fault.reset();
        one.line = LineFault{acts ? LineFault::Kind::ForwardThenReset : LineFault::Kind::ResetBeforeForwarding};
        cases.add(one, u"line "_s + when);
    }
}

QList<NamedFault> badAnswers(bool acts)
{
    QList<NamedFault> faults;
    for (const int status : {500, 502, 503, 504, 408, 429, 409, 202}) {
        faults.append({QString::number(status), statusOf(acts, status)});
    }
    faults.append({u"HTML"_s, faultOf(acts, Reply::Html)});
    faults.append({u"no body"_s, faultOf(acts, Reply::EmptyBody)});
    faults.append({u"half a body"_s, faultOf(acts, Reply::MalformedJson)});
    faults.append({u"throttled"_s, faultOf(acts, Reply::Throttle)});
    return faults;
}

void addAnswers(FaultCaseList& cases)
{
    for (const bool acts : {false, true}) {
        const QString when = acts ? u" after acting"_s : u" before acting"_s;
        const QList<NamedFault> faults = badAnswers(acts);
        for (const NamedFault& bad : faults) {
            FaultCase one = ofKind(u"bad answer"_s);
            one.fault = bad.fault;
            cases.add(one, bad.name + when);
            one.kind = u"bad answer, no list after"_s;
            one.canListAfter = false;
            cases.add(one, bad.name + when);
        }
    }
}

/// What is not known beforehand cannot be compared; a lost answer has to be enough.
void addBlindAnswers(FaultCaseList& cases)
{
    FaultCase one = ofKind(u"bad answer, no list before"_s);
    one.canListBefore = false;
    for (const int status : {500, 502, 503, 504, 408, 202}) {
        for (const bool acts : {false, true}) {
            one.fault = statusOf(acts, status);
            cases.add(one, QString::number(status) + (acts ? u" after acting"_s : u" before acting"_s));
        }
    }
}

/// The connection breaks, or a gateway gives up, while the request is still on its way.
void addLateOnes(FaultCaseList& cases)
{
    for (int later = 1; later <= looksAfterTheFirst; ++later) {
        FaultCase one = ofKind(u"carried out late"_s);
        one.fault = faultOf(false, Reply::Drop);
        one.fault->actsAfterRequests = later;
        cases.add(one, u"dropped, after %1 more requests"_s.arg(later));
        one.fault = statusOf(false, 504);
        one.fault->actsAfterRequests = later;
        cases.add(one, u"504, after %1 more requests"_s.arg(later));
        one.canListBefore = false;
        one.kind = u"carried out late, blind"_s;
        cases.add(one, u"504, after %1 more requests"_s.arg(later));
        one.canListBefore = true;
        one.kind = u"carried out late, killed"_s;
        for (const When when : {When::Before, When::After}) {
            one.kill = KillPoint{State::Settling, when};
            cases.add(one, u"504, after %1 more requests, killed %2"_s.arg(QString::number(later), nameOf(when)));
        }
    }
}

void addDelays(FaultCaseList& cases)
{
    FaultCase one = ofKind(u"time-out"_s);
    one.isImpatient = true;
    one.line = LineFault{LineFault::Kind::Stall, 0, 900ms};
    cases.add(one, u"late answer"_s);
    one.line = LineFault{LineFault::Kind::Stall};
    cases.add(one, u"no answer"_s);
    one.line.reset();
    one.fault = faultOf(false, Reply::Silence);
    cases.add(one, u"not done"_s);
}

void addKeychainTroubles(FaultCaseList& cases)
{
    FaultCase fails = ofKind(u"keychain fails"_s);
    FaultCase hangs = ofKind(u"keychain hangs"_s);
    FaultCase dies = ofKind(u"killed in the keychain"_s);
    for (int operation = 1; operation <= keychainOperations; ++operation) {
        const QString number = QString::number(operation);
        fails.keychain = {Trouble::Fail, operation};
        cases.add(fails, number);
        fails.keychain = {Trouble::FailFromThenOn, operation};
        cases.add(fails, u"from "_s + number);
        hangs.keychain = {Trouble::Hang, operation};
        cases.add(hangs, number);
        dies.keychain = {Trouble::DieBefore, operation};
        cases.add(dies, u"before "_s + number);
        dies.keychain = {Trouble::DieAfter, operation};
        cases.add(dies, u"after "_s + number);
    }
}

void addFullDisks(FaultCaseList& cases)
{
    FaultCase one = ofKind(u"disk full"_s);
    for (const State from : {State::Idle, State::Noting, State::Kept}) {
        for (const int bytes : {0, 1, 40, 90, 300, 500}) {
            one.fullDisk = FullDisk{from, bytes};
            cases.add(one, RotationPlan::nameOf(from) + u'+' + QString::number(bytes));
        }
    }
}

/// As a power cut or the kernel's out-of-memory killer would: a part of the line is on the disk.
void addTornWrites(FaultCaseList& cases)
{
    FaultCase one = ofKind(u"killed in a write"_s);
    for (const State from : {State::Idle, State::Noting, State::Kept}) {
        for (const int bytes : {0, 1, 15, 40, 90, 200, 300}) {
            one.fullDisk = FullDisk{from, bytes, true};
            cases.add(one, RotationPlan::nameOf(from) + u'+' + QString::number(bytes));
        }
    }
}

void addKills(FaultCaseList& cases, const QString& what, const std::optional<SimulatedFault>& fault,
              const QList<State>& states)
{
    FaultCase one = ofKind(u"killed"_s);
    one.fault = fault;
    for (const State state : states) {
        one.kill = KillPoint{state, When::Before};
        cases.add(one, what + u"/before "_s + RotationPlan::nameOf(state));
        one.kill = KillPoint{state, When::After};
        cases.add(one, what + u"/after "_s + RotationPlan::nameOf(state));
    }
}

void addAllKills(FaultCaseList& cases)
{
    addKills(cases, u"answered"_s, {},
             {State::Checking, State::ListingBefore, State::Noting, State::Posting, State::Keeping, State::Kept});
    addKills(cases, u"lost"_s, faultOf(true, Reply::Drop),
             {State::Posting, State::ListingAfter, State::Keeping, State::Kept});
    addKills(cases, u"not done"_s, faultOf(false, Reply::Drop),
             {State::Posting, State::ListingAfter, State::Unchanged});
    for (const bool acts : {false, true}) {
        FaultCase one = ofKind(u"killed"_s);
        one.fault = faultOf(acts, Reply::Silence);
        one.kill = KillPoint{State::Posting, When::InFlight};
        cases.add(one, acts ? u"in flight, done"_s : u"in flight, not done"_s);
    }
}

void addSecondKills(FaultCaseList& cases)
{
    FaultCase one = ofKind(u"killed twice"_s);
    one.fault = faultOf(true, Reply::Silence);
    one.kill = KillPoint{State::Posting, When::InFlight};
    for (const State state : {State::ListingAfter, State::Keeping, State::Kept}) {
        one.secondKill = KillPoint{state, When::Before};
        cases.add(one, u"before "_s + RotationPlan::nameOf(state));
        one.secondKill = KillPoint{state, When::After};
        cases.add(one, u"after "_s + RotationPlan::nameOf(state));
    }
}

void addRivals(FaultCaseList& cases)
{
    for (int round = 1; round <= rivalRounds; ++round) {
        FaultCase one = ofKind(u"two at once"_s);
        one.rivals = round;
        cases.addOne(one, QString::number(round));
    }
}

} // namespace

bool FaultCase::isKilled() const
{
    return kill || (fullDisk && fullDisk->kills) || keychain.trouble == Trouble::DieBefore ||
           keychain.trouble == Trouble::DieAfter;
}

QList<FaultCase> allFaultCases()
{
    FaultCaseList cases;
    addCuts(cases);
    addResets(cases);
    addAnswers(cases);
    addLateOnes(cases);
    addBlindAnswers(cases);
    addDelays(cases);
    addKeychainTroubles(cases);
    addFullDisks(cases);
    addTornWrites(cases);
    addAllKills(cases);
    addSecondKills(cases);
    addRivals(cases);
    addFreshnessCases(cases);
    return cases.all();
}

QList<FaultCase> chosenFrom(const QList<FaultCase>& cases, qsizetype count)
{
    if (count <= 0 || count >= cases.size()) {
        return cases;
    }
    QMap<QString, QList<FaultCase>> kinds;
    for (const FaultCase& one : cases) {
        kinds[one.kind].append(one);
    }
    const qsizetype share = qMax<qsizetype>(1, count / kinds.size());
    QList<FaultCase> chosen;
    for (const QList<FaultCase>& kind : std::as_const(kinds)) {
        const qsizetype some = qMin(share, kind.size());
        for (qsizetype index = 0; index < some; ++index) {
            chosen.append(kind.at(index * kind.size() / some));
        }
    }
    return chosen;
}

} // namespace CommKeys
