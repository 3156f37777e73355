// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faults/caserun.h"

#include "azure/communicationservice.h"
#include "demo/simulatedcatalog.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QTimer>

#include <csignal>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

using End = LifeReport::End;
using RotationPlan::State;

namespace {

constexpr std::chrono::milliseconds longestProcess = 60s;
constexpr std::chrono::milliseconds rivalLatency = 6ms;
constexpr int rivalLatencies = 4;
constexpr std::chrono::milliseconds rivalHeadStart = 12ms;
constexpr int rivalHeadStarts = 9;
constexpr std::chrono::milliseconds fetcherHeadStart = 5ms;
constexpr int fetcherHeadStarts = 8;
constexpr int fetches = 3;
constexpr std::chrono::milliseconds betweenFetches = 4ms;

} // namespace

CaseRun::CaseRun(const FaultCase& what, QString program)
    : m_what(what)
    , m_program(std::move(program))
    , m_server(exampleEstate())
    , m_token(m_server.azure().issueToken(faultResource().tenant, QDateTime::currentDateTimeUtc().addSecs(3600)))
    , m_before(accepted(what.type))
    , m_listedBefore(m_before)
{
}

Verdict CaseRun::run()
{
    if (m_what.isSeeded) {
        seed();
    }
    setFaults();
    if (m_what.rivals > 0) {
        runRivals();
    } else if (m_what.fetchers > 0) {
        runFetcher();
    } else {
        m_first = firstLife();
    }
    m_server.azure().setFaults({});
    if (!m_what.isKilled()) {
        // What the first life has not waited for comes when it no longer looks.
        m_server.azure().actOnAllLate(QDateTime::currentDateTimeUtc());
    }
    nextStart();
    const QString wrong = m_problem.isEmpty() ? problem() : m_problem;
    return wrong.isEmpty() ? Verdict{ending(), {}} : Verdict{Verdict::Ending::Failed, wrong};
}

LifePlace CaseRun::place(const QUrl& arm) const
{
    return {m_folder.path(), arm, m_token};
}

void CaseRun::seed()
{
    KeptKeys keys;
    const SimulatedResource* resource = m_server.azure().estate().resourceNamed(faultResource().id.name());
    keys.resource = faultResource().id;
    keys.identity = parseCommunicationService(QJsonDocument(resource->toJson(u"2023-04-01"_s)).toJson())->identity();
    for (const KeyType type : {KeyType::Primary, KeyType::Secondary}) {
        keys.at(type) = KeptKey{Secret::copyOf(accepted(type)), Secret(), QDateTime::currentDateTimeUtc()};
    }
    Life(place(m_server.baseUrl()), {}, {}).keep(keys);
}

void CaseRun::setFaults()
{
    SimulatedFaults& faults = m_server.azure().faults();
    if (m_what.fault) {
        faults.next.append(*m_what.fault);
    }
    if (!m_what.canListBefore) {
        faults.next.append(SimulatedFault::given("POST", u"listKeys"_s, 403));
    }
    faults.latency = rivalLatency * (m_what.rivals % rivalLatencies);
    faults.keyReadLag = m_what.keyReadLag;
}

LifeReport CaseRun::firstLife()
{
    if (!m_what.needsProcess()) {
        return lifeHere();
    }
    const LifeReport report = lifeElsewhere(u"regenerate"_s);
    return m_what.secondKill ? lifeElsewhere(u"take-up"_s) : report;
}

LifeReport CaseRun::lifeHere()
{
    FaultProxy proxy(m_server.baseUrl());
    Life life(place(m_what.line ? proxy.baseUrl() : m_server.baseUrl()), m_what, {});
    life.onState = [this, &proxy](State state) {
        if (state == State::Posting && m_what.line) {
            proxy.queue(*m_what.line);
        }
        if (state == State::ListingAfter && !m_what.canListAfter) {
            m_server.azure().faults().next = {SimulatedFault::given("POST", u"listKeys"_s, 403)};
        }
        if (state == State::Posting) {
            m_server.azure().faults().next.append(m_what.later);
        }
        if (state == State::Noting) {
            m_listedBefore = accepted(m_what.type); // what somebody did before is not this regeneration's
        }
        if (m_what.meddling && m_what.meddling->at == state && !std::exchange(m_hasMeddled, true)) {
            meddle();
        }
        if (state == State::Keeping || RotationPlan::isEnd(state)) {
            m_endedUtc = m_endedUtc.isValid() ? m_endedUtc : QDateTime::currentDateTimeUtc();
        }
    };
    const LifeReport report = life.regenerate(m_what.type);
    if (m_what.fetches) {
        fetch(life);
    }
    return report;
}

void CaseRun::meddle()
{
    using What = Meddling::What;
    SimulatedAzure& azure = m_server.azure();
    const QString name = faultResource().id.name();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    switch (m_what.meddling->what) {
    case What::RegenerateSame:
        return azure.regenerateElsewhere(name, m_what.type, now);
    case What::RegenerateOther:
        return azure.regenerateElsewhere(name, other(m_what.type), now);
    case What::Recreate:
        return azure.recreate(name, now);
    }
}

void CaseRun::fetch(Life& life)
{
    for (int time = 0; time < fetches; ++time) {
        life.fetch();
        const QString wrong = problemWithDeadKeys(life.keptKeys());
        m_problem = m_problem.isEmpty() && !wrong.isEmpty() ? wrong + u" (after getting the keys)"_s : m_problem;
        QEventLoop pause;
        QTimer::singleShot(betweenFetches, &pause, &QEventLoop::quit);
        pause.exec();
    }
}

std::unique_ptr<QProcess> CaseRun::start(const QString& task, const QStringList& further)
{
    auto process = std::make_unique<QProcess>();
    process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process->start(m_program, QStringList{u"--life"_s, task, m_what.name, m_folder.path(),
                                          m_server.baseUrl().toString(), QString::fromLatin1(m_token)} +
                                  further);
    return process;
}

void CaseRun::finish(QProcess& process)
{
    QEventLoop loop;
    connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
    connect(&process, &QProcess::errorOccurred, &loop, &QEventLoop::quit);
    QTimer::singleShot(longestProcess, &process, &QProcess::terminate);
    if (process.state() != QProcess::NotRunning) {
        loop.exec();
    }
}

LifeReport CaseRun::lifeElsewhere(const QString& task)
{
    const std::unique_ptr<QProcess> process = start(task);
    finish(*process);
    const bool isMeant = process->exitCode() == SIGKILL || process->exitCode() == SIGXFSZ;
    if (process->exitStatus() == QProcess::CrashExit && isMeant) {
        return {End::Killed, {}};
    }
    return LifeReport::fromLine(QString::fromLatin1(process->readAllStandardOutput()).trimmed());
}

void CaseRun::runRivals()
{
    const bool isSameKey = m_what.rivals % 2 == 0;
    const KeyType second = isSameKey ? KeyType::Primary : KeyType::Secondary;
    const std::unique_ptr<QProcess> one = start(u"rival"_s, {apiName(KeyType::Primary)});
    const std::unique_ptr<QProcess> two = start(u"rival"_s, {apiName(second)});
    // The later, the nearer to the moment in which the first gives its lock back.
    startTogether(*one, *two, rivalHeadStart * ((m_what.rivals - 1) % rivalHeadStarts));
    for (QProcess* process : {one.get(), two.get()}) {
        finish(*process);
        m_rivals.append(QString::fromLatin1(process->readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts));
    }
}

void CaseRun::startTogether(QProcess& one, QProcess& two, std::chrono::milliseconds headStart)
{
    for (QProcess* process : {&one, &two}) {
        QEventLoop ready;
        connect(process, &QProcess::readyReadStandardOutput, &ready, &QEventLoop::quit);
        connect(process, &QProcess::finished, &ready, &QEventLoop::quit);
        if (process->state() != QProcess::NotRunning && !process->bytesAvailable()) {
            ready.exec();
        }
    }
    one.write("go\n");
    one.waitForBytesWritten(-1);
    QEventLoop head;
    QTimer::singleShot(headStart, &head, &QEventLoop::quit);
    head.exec();
    two.write("go\n");
}

void CaseRun::runFetcher()
{
    const std::unique_ptr<QProcess> fetcher = start(u"fetch"_s);
    const std::unique_ptr<QProcess> regenerator = start(u"rival"_s, {apiName(KeyType::Primary)});
    startTogether(*fetcher, *regenerator, fetcherHeadStart * (m_what.fetchers % fetcherHeadStarts));
    finish(*regenerator);
    const QStringList lines =
        QString::fromLatin1(regenerator->readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
    m_first = LifeReport::fromLine(lines.value(lines.size() - 1));
    finish(*fetcher);
    m_problem = problemWithDeadKeys(Life(place(m_server.baseUrl()), {}, {}).keptKeys());
}

void CaseRun::nextStart()
{
    Life life(place(m_server.baseUrl()), {}, {});
    const QList<RotationRecord> left = life.leftOpen();
    m_leftOpen = static_cast<int>(left.size());
    for (const RotationRecord& record : left) {
        m_resolutions.append(life.takeUp(record).toLine());
    }
    m_stillOpen = static_cast<int>(life.openRecords().size());
    if (m_hasMeddled) {
        // What nobody has told this computer of, the next answer of Azure does; what was stored before is checked
        // first.
        const QString wrong = problemWithDeadKeys(life.keptKeys());
        m_problem = m_problem.isEmpty() ? wrong : m_problem;
        life.fetch();
    }
}

QString CaseRun::problem()
{
    if (m_stillOpen > 0) {
        return u"unresolved: %1 regenerations are still open; %2"_s.arg(m_stillOpen).arg(m_resolutions.join(u", "_s));
    }
    const KeptKeys kept = Life(place(m_server.baseUrl()), {}, {}).keptKeys();
    if (m_what.rivals > 0) {
        const QString wrong = problemWithRivals();
        return wrong.isEmpty() ? problemWithKeys(kept) : wrong;
    }
    if (posts() > 1) {
        return u"sent %1 times"_s.arg(posts());
    }
    const QString wrong = problemWithReport();
    return wrong.isEmpty() ? problemWithKeys(kept) : wrong;
}

QString CaseRun::problemWithDeadKeys(const KeptKeys& kept)
{
    for (const KeyType type : {KeyType::Primary, KeyType::Secondary}) {
        const std::optional<KeptKey>& key = kept.at(type);
        if (!key || key->key == Secret::copyOf(accepted(type))) {
            continue;
        }
        const QDateTime replaced = m_server.azure().replacedUtc(faultResource().id.name(), type, key->key.revealText());
        if (!replaced.isValid() || key->keptAtUtc > replaced) {
            return u"dead: the %1 key in the keychain, as of %2, was replaced at %3"_s.arg(
                apiName(type), key->keptAtUtc.toString(Qt::ISODateWithMs), replaced.toString(Qt::ISODateWithMs));
        }
    }
    return {};
}

bool CaseRun::hasMeddledWith(KeyType type) const
{
    using What = Meddling::What;
    return m_hasMeddled && (m_what.meddling->what == What::Recreate ||
                            (m_what.meddling->what == What::RegenerateSame) == (type == m_what.type));
}

/// What is kept is what the server accepts, of both keys; what has changed is kept.
QString CaseRun::problemWithKeys(const KeptKeys& kept)
{
    const SimulatedEstate old = exampleEstate();
    for (const KeyType type : {KeyType::Primary, KeyType::Secondary}) {
        const QString now = accepted(type);
        const bool isChanged = now != old.resources().constFirst().key(old.seed(), type);
        const bool mustBeThere = (isChanged && !hasMeddledWith(type)) || m_what.isSeeded;
        if (!kept.at(type) && mustBeThere) {
            return u"lost: the %1 key is not in the keychain"_s.arg(apiName(type));
        }
        if (kept.at(type) && !(kept.at(type)->key == Secret::copyOf(now))) {
            return u"lost: the keychain has another %1 key than the server"_s.arg(apiName(type));
        }
    }
    return {};
}

QString CaseRun::problemWithReport()
{
    const bool isChanged = accepted(m_what.type) != m_listedBefore;
    const bool hasKey = m_first.end == End::Kept || m_first.end == End::Found || m_first.end == End::NotKept;
    if (m_what.isKilled() && m_first.end != End::Killed) {
        return u"the case is wrong: it was to be killed, and ended: %1"_s.arg(m_first.toLine());
    }
    if (m_first.end == End::Crashed || (!m_what.isKilled() && m_first.end == End::Killed)) {
        return u"the process crashed"_s;
    }
    const bool isOvertaken =
        hasMeddledWith(m_what.type) && m_server.azure().lastChangeUtc(faultResource().id.name()) >= m_endedUtc;
    if (isOvertaken) {
        return {}; // what was true then
    }
    if (hasKey && m_first.fingerprint != Secret::copyOf(accepted(m_what.type)).fingerprint()) {
        return u"the outcome (%1) has another key than the server"_s.arg(m_first.toLine());
    }
    if (m_first.end == End::Refused && posts() > 0) {
        return u"said to be refused before sending, and sent"_s;
    }
    if (m_first.end == End::Unchanged && isChanged) {
        return u"said to be unchanged, and has changed"_s;
    }
    const bool mustBeOpen = m_first.end == End::NotKept || m_first.end == End::Unclear;
    return mustBeOpen && m_leftOpen == 0 ? u"not resolved, and not left open"_s : QString();
}

QString CaseRun::problemWithRivals()
{
    int refused = 0;
    QList<std::pair<qint64, qint64>> inFlight;
    for (const QStringList& lines : m_rivals) {
        std::pair<qint64, qint64> times{0, 0};
        for (const QString& line : lines) {
            times.first = line.startsWith("sent "_L1) ? line.section(u' ', 1).toLongLong() : times.first;
            times.second = line.startsWith("answered "_L1) ? line.section(u' ', 1).toLongLong() : times.second;
        }
        const End end = LifeReport::fromLine(lines.value(lines.size() - 1)).end;
        refused += end == End::Refused ? 1 : 0;
        if (end == End::Kept) {
            inFlight.append(times);
        } else if (end != End::Refused) {
            return u"one of the two ended: %1"_s.arg(lines.join(u" | "_s));
        }
    }
    if (refused > 1) {
        return u"both were refused"_s;
    }
    if (posts() != 2 - refused) {
        return u"sent %1 times, with %2 refused"_s.arg(posts()).arg(refused);
    }
    const bool isOverlapping = inFlight.size() == 2 && inFlight.at(0).first < inFlight.at(1).second &&
                               inFlight.at(1).first < inFlight.at(0).second;
    return isOverlapping ? u"two requests were in flight at once"_s : QString();
}

Verdict::Ending CaseRun::ending()
{
    if (m_leftOpen > 0) {
        return Verdict::Ending::ResolvedByNextStart;
    }
    if (m_what.rivals > 0) {
        return posts() == 2 ? Verdict::Ending::KeptAtOnce : Verdict::Ending::NothingSent;
    }
    switch (m_first.end) {
    case End::Kept:
        return Verdict::Ending::KeptAtOnce;
    case End::Found:
        return Verdict::Ending::FoundAgain;
    case End::Unchanged:
        return Verdict::Ending::Unchanged;
    default:
        break;
    }
    if (posts() == 0) {
        return Verdict::Ending::NothingSent;
    }
    // Killed when all had been written down.
    return accepted(m_what.type) == m_before ? Verdict::Ending::Unchanged : Verdict::Ending::KeptAtOnce;
}

QString CaseRun::accepted(KeyType type)
{
    return m_server.azure().currentKey(faultResource().id.name(), type);
}

int CaseRun::posts()
{
    return m_server.azure().count("POST", u"regenerateKey"_s);
}

} // namespace CommKeys
