// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faults/life.h"

#include "demo/simulatedcatalog.h"
#include "support/finishedresult.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTimer>

#include <array>
#include <csignal>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

using RotationPlan::State;

namespace {

constexpr std::chrono::milliseconds patience = 20s;
constexpr std::chrono::milliseconds impatience = 200ms;
constexpr std::chrono::milliseconds whileInFlight = 60ms;
constexpr std::chrono::milliseconds untilCancel = 20ms;
constexpr std::chrono::milliseconds untilGivenUp = 60ms;
/// A case that never ends is a failure that has to be told, not a program that hangs.
constexpr std::chrono::milliseconds longestLife = 45s;

constexpr std::array endNames{"kept",    "found",    "not-kept", "unchanged", "unclear",
                              "refused", "given-up", "killed",   "crashed"};

Cloud cloudAt(const QUrl& arm)
{
    Cloud cloud;
    cloud.armEndpoint = arm;
    cloud.audience = arm.toString();
    return cloud;
}

LifeReport::End endFrom(const RotationOutcome& outcome)
{
    switch (outcome.end) {
    case RotationEnd::Kept:
        return outcome.error ? LifeReport::End::Found : LifeReport::End::Kept;
    case RotationEnd::NotKept:
        return LifeReport::End::NotKept;
    case RotationEnd::Unchanged:
        return LifeReport::End::Unchanged;
    case RotationEnd::Unclear:
        return LifeReport::End::Unclear;
    }
    return LifeReport::End::Unclear;
}

LifeReport reportOf(const Result<RotationOutcome>& result)
{
    if (!result) {
        return {LifeReport::End::Refused, {}};
    }
    const std::optional<Secret>& key = result->newKey.key;
    return {endFrom(*result), key ? key->fingerprint() : QString()};
}

} // namespace

QString LifeReport::toLine() const
{
    return QString::fromLatin1(endNames.at(static_cast<std::size_t>(end))) + u' ' + fingerprint;
}

LifeReport LifeReport::fromLine(const QString& line)
{
    for (std::size_t index = 0; index < endNames.size(); ++index) {
        if (line.section(u' ', 0, 0) == QLatin1StringView(endNames.at(index))) {
            return {static_cast<End>(index), line.section(u' ', 1).trimmed()};
        }
    }
    return {};
}

CommunicationService faultResource()
{
    const SimulatedEstate estate = exampleEstate();
    const SimulatedResource& known = estate.resources().constFirst();
    CommunicationService resource;
    resource.id = *ResourceId::parse(known.id);
    resource.tenant = estate.subscription(known.subscription)->tenant;
    return resource;
}

Life::Life(const LifePlace& place, const FaultCase& what, std::optional<KillPoint> kill)
    : m_what(what)
    , m_kill(kill)
    , m_network(what.isImpatient ? impatience : patience)
    , m_tokens({place.token})
    , m_arm(cloudAt(place.arm), HttpContext{m_network, m_tokens, m_clock})
    , m_secrets(place.keychain(), what.keychain)
    , m_journal(QDir(place.folder).filePath(u"data"_s), nullptr)
    , m_kept(m_secrets, u"io.example"_s, QUrl(u"https://arm.example"_s),
             {&m_clock, &m_journal, QDir(place.folder).filePath(u"locks"_s)})
    , m_desk(RotationTools{m_arm, m_arm, m_kept, m_journal, m_clock, u"arm.example"_s, u"avery@contoso.example"_s,
                           QDir(place.folder).filePath(u"locks"_s)},
             nullptr)
{
    m_secrets.hangs = [this] { giveUp(); };
    look(State::Idle);
}

LifeReport Life::regenerate(KeyType type)
{
    return endOf(m_desk.regenerate(faultResource(), type));
}

LifeReport Life::takeUp(const RotationRecord& record)
{
    return endOf(m_desk.takeUp(record));
}

KeptKeys Life::keptKeys()
{
    const Result<KeptKeys> kept = finishedResult(m_kept.read(faultResource().id, this));
    return kept ? *kept : KeptKeys();
}

void Life::keep(const KeptKeys& keys)
{
    static_cast<void>(finishedResult(m_kept.keep(keys, this)));
}

void Life::fetch()
{
    const Result<CommunicationService> resource =
        finishedResult(m_arm.getCommunicationService(faultResource().tenant, faultResource().id, this));
    const Result<CommunicationServiceKeys> listed = finishedResult(m_arm.listKeys(faultResource(), this));
    if (!resource || !listed) {
        return;
    }
    KeptKeys keys;
    keys.resource = resource->id;
    keys.identity = resource->identity();
    for (const KeyType type : {KeyType::Primary, KeyType::Secondary}) {
        const AccessKey& key = listed->at(type);
        keys.at(type) = KeptKey{*key.key, *key.connectionString, m_clock.utcNow(), {}};
    }
    keep(keys);
}

LifeReport Life::endOf(const Result<RotationJob*>& job)
{
    if (!job) {
        return {LifeReport::End::Refused, {}};
    }
    m_job = *job;
    LifeReport report{LifeReport::End::GivenUp, {}};
    connect(m_job, &RotationJob::stateChanged, this, &Life::look);
    m_job->onFinished(this, [this, &report](const Result<RotationOutcome>& result) {
        report = reportOf(result);
        m_loop.quit();
    });
    QTimer::singleShot(longestLife, &m_loop, &QEventLoop::quit);
    connect(&m_desk, &RotationDesk::ended, this,
            [&report](const CommunicationService&, const RotationOutcome& outcome) {
                if (outcome.isCorrection) {
                    report = reportOf(outcome);
                }
            });
    m_loop.exec();
    // The last word is what counts, as it does for a person.
    QElapsedTimer confirming;
    confirming.start();
    while (m_desk.isConfirming() && !confirming.hasExpired(longestLife.count())) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    }
    return report;
}

void Life::look(State state)
{
    if (onState) {
        onState(state);
    }
    if (m_what.fullDisk && m_what.fullDisk->from == state) {
        squeeze(m_what.fullDisk->bytes);
    }
    if (!m_kill || m_kill->state != state) {
        return;
    }
    switch (m_kill->when) {
    case KillPoint::When::Before:
        std::raise(SIGKILL);
        break;
    case KillPoint::When::After:
        QTimer::singleShot(0, this, [] { std::raise(SIGKILL); });
        break;
    case KillPoint::When::InFlight:
        QTimer::singleShot(whileInFlight, this, [] { std::raise(SIGKILL); });
        break;
    }
}

void Life::squeeze(int bytes) const
{
    // Without the signal, a write ends early, as on a disk that is full; with it, the process does.
    std::signal(SIGXFSZ, m_what.fullDisk->kills ? SIG_DFL : SIG_IGN);
    const rlimit noCore{0, 0};
    setrlimit(RLIMIT_CORE, &noCore);
    const auto size = static_cast<rlim_t>(QFileInfo(m_journal.fileName()).size() + bytes);
    const rlimit limit{size, RLIM_INFINITY};
    setrlimit(RLIMIT_FSIZE, &limit);
}

/// As a person does: tries to cancel, then ends the program.
void Life::giveUp()
{
    QTimer::singleShot(untilCancel, this, [this] {
        if (m_job) {
            m_job->cancel();
        }
    });
    QTimer::singleShot(untilGivenUp, &m_loop, &QEventLoop::quit);
}

} // namespace CommKeys
