// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rotation/rotationjob.h"

#include "core/logging.h"
#include "keychain/connectionstring.h"
#include "rotation/latearrival.h"

#include <QUuid>

#include <algorithm>

namespace CommKeys {

using RotationPlan::Event;
using RotationPlan::State;

namespace {

CommunicationService resourceOf(const RotationRecord& record)
{
    CommunicationService resource;
    resource.id = record.resource;
    resource.tenant = record.tenant;
    return resource;
}

/// Several reasons as one Error: the first one's words, the others below it.
Error asOne(const QList<Error>& refusals)
{
    Error error = refusals.constFirst();
    error.effect = Effect::None;
    for (const Error& further : refusals.sliced(1)) {
        if (further.message == error.message) {
            continue; // three questions, one reason
        }
        error.message += u' ' + further.message;
        error.advice += u' ' + further.advice;
    }
    return error;
}

/// A busy service says so at its front door, also of a request that it has passed on, or that something on the way has
/// sent twice: "busy" and "in conflict" are checked where they can be.
bool isCertainlyNotDone(const Error& error, bool canCompare)
{
    const bool isDoubtful = error.kind == ErrorKind::Throttled || error.kind == ErrorKind::Conflict;
    return error.effect == Effect::None && !(isDoubtful && canCompare);
}

} // namespace

RotationJob::RotationJob(const RotationTools& tools, const CommunicationService& resource, KeyType type,
                         QObject* parent)
    : JobOf<RotationOutcome>(parent)
    , m_tools(tools)
    , m_resource(resource)
    , m_isTakenUp(false)
{
    m_record.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_record.armHost = tools.armHost;
    m_record.resource = resource.id;
    m_record.tenant = resource.tenant;
    m_record.type = type;
    m_record.account = tools.account;
}

RotationJob::RotationJob(const RotationTools& tools, const RotationRecord& leftOpen, QObject* parent)
    : JobOf<RotationOutcome>(parent)
    , m_tools(tools)
    , m_resource(resourceOf(leftOpen))
    , m_isTakenUp(true)
    , m_record(leftOpen)
{
}

void RotationJob::run()
{
    Result<std::unique_ptr<ResourceLock>> lock =
        ResourceLock::tryLock(m_tools.lockFolder, m_tools.armHost, m_resource.id);
    if (!lock) {
        finishWith(lock.error());
        return;
    }
    m_lock = *std::move(lock);
    // Once more: what kept it shut may be over, and without its salt there are no fingerprints to compare.
    static_cast<void>(m_tools.journal.open());
    handle(m_isTakenUp ? Event::TakenUpAgain : Event::Started);
}

void RotationJob::handle(Event event)
{
    const State next = RotationPlan::next(m_state, event);
    if (isOpen() && next != m_state) {
        enter(next);
    }
}

void RotationJob::enter(State state)
{
    m_state = state;
    qCDebug(logRotation).noquote() << m_resource.id.toString() << apiName(m_record.type) << RotationPlan::nameOf(state);
    emit stateChanged(state);
    switch (state) {
    case State::Idle:
        return;
    case State::Checking:
        return check();
    case State::ListingBefore:
        return listBefore();
    case State::Noting:
        return note();
    case State::Posting:
        return post();
    case State::ListingAfter:
        return listAfter();
    case State::Settling:
        return settle();
    case State::Keeping:
        return keep();
    case State::Refused:
        m_lock.reset();
        return finishWith(m_error.value_or(Error::cancelled()));
    case State::Kept:
        return conclude(RotationEnd::Kept);
    case State::NotKept:
        return conclude(RotationEnd::NotKept);
    case State::Unchanged:
        return conclude(RotationEnd::Unchanged);
    case State::Unclear:
        return conclude(RotationEnd::Unclear);
    }
}

void RotationJob::check()
{
    (new PreflightJob(m_tools.preflight, m_tools.kept.secrets(), m_resource, this))
        ->onFinished(this,
                     [this](const Result<PreflightReport>& report) {
                         if (report) {
                             judge(*report);
                         }
                     })
        ->start();
}

void RotationJob::judge(const PreflightReport& report)
{
    if (!report.unanswered.isEmpty()) {
        emit unanswered(report.unanswered);
    }
    if (report.refusals.isEmpty()) {
        handle(Event::ChecksPassed);
    } else {
        noteError(asOne(report.refusals));
        handle(Event::ChecksFailed);
    }
}

void RotationJob::listBefore()
{
    auto* job = m_tools.keys.listKeys(m_resource, this);
    connect(job, &Job::waitingToRetry, this, &Job::waitingToRetry);
    job->onFinished(this,
                    [this](const Result<CommunicationServiceKeys>& keys) {
                        if (!keys && keys.error().kind == ErrorKind::NotSignedIn) {
                            noteError(keys.error());
                            handle(Event::SignInNeeded);
                            return;
                        }
                        m_record.fingerprintBefore = keys ? fingerprintOf(keys->at(m_record.type)) : QString();
                        handle(m_record.fingerprintBefore.isEmpty() ? Event::CannotListBefore : Event::ListedBefore);
                    })
        ->start();
}

void RotationJob::note()
{
    m_record.stage = RotationRecord::Stage::Sent;
    m_record.startedUtc = m_tools.clock.utcNow();
    if (const Result<Done> noted = m_tools.journal.append(m_record); !noted) {
        noteError(noted.error());
        handle(Event::CannotNote);
        return;
    }
    handle(Event::Noted);
}

void RotationJob::post()
{
    m_tools.keys.regenerateKey(m_resource, m_record.type, this)
        ->onFinished(this,
                     [this](const Result<CommunicationServiceKeys>& keys) {
                         if (keys) {
                             m_newKey = keys->at(m_record.type);
                             m_record.requestId = keys->requestId;
                             m_record.correlationId = keys->correlationId;
                             handle(Event::Answered);
                             return;
                         }
                         noteError(keys.error());
                         m_record.requestId = keys.error().requestId;
                         m_record.correlationId = keys.error().correlationId;
                         m_record.clientRequestId = keys.error().clientRequestId;
                         m_mayArriveLate = keys.error().effect != Effect::None;
                         const bool isNotDone = isCertainlyNotDone(keys.error(), !m_record.fingerprintBefore.isEmpty());
                         handle(isNotDone ? Event::RefusedByServer : Event::AnswerLost);
                     })
        ->start();
}

void RotationJob::listAfter()
{
    auto* job = m_tools.keys.listKeys(m_resource, this);
    connect(job, &Job::waitingToRetry, this, &Job::waitingToRetry);
    job->onFinished(this,
                    [this](const Result<CommunicationServiceKeys>& keys) {
                        if (keys && !keys->at(m_record.type).isEmpty()) {
                            compare(*keys);
                            return;
                        }
                        if (!keys && !m_error) {
                            noteError(keys.error());
                        }
                        handle(Event::CannotTell);
                    })
        ->start();
}

void RotationJob::compare(const CommunicationServiceKeys& after)
{
    const AccessKey& now = after.at(m_record.type);
    const QString fingerprint = fingerprintOf(now);
    const bool isKnownBefore = !m_record.fingerprintBefore.isEmpty();
    if (m_comparedWith.isEmpty()) {
        m_comparedWith = isKnownBefore ? m_record.fingerprintBefore : fingerprint;
    }
    if (fingerprint != m_comparedWith) {
        m_record.fingerprintBefore = m_comparedWith;
        m_newKey = now;
        handle(Event::FoundChanged);
    } else if (m_mayArriveLate && untilNextLook()) {
        handle(Event::FoundSameSoFar);
    } else if (isKnownBefore) {
        handle(Event::FoundUnchanged);
    } else {
        m_newKey = now;
        m_record.mayBeOld = true;
        handle(Event::FoundSomeKey);
    }
}

void RotationJob::settle()
{
    const std::chrono::milliseconds wait = untilNextLook().value_or(std::chrono::milliseconds(0));
    m_tools.clock.callAfter(wait, this, [this, wait] {
        *m_sinceSent += wait;
        handle(Event::TimePassed);
    });
}

std::optional<std::chrono::milliseconds> RotationJob::untilNextLook()
{
    if (!m_sinceSent) {
        // Never less than nothing, whatever was done to the clock since an earlier run of the program.
        m_sinceSent = std::max(std::chrono::milliseconds(0),
                               std::chrono::milliseconds(m_record.startedUtc.msecsTo(m_tools.clock.utcNow())));
    }
    return LateArrival::waitBeforeNextLook(*m_sinceSent);
}

void RotationJob::keep()
{
    m_record.fingerprintAfter = fingerprintOf(m_newKey);
    KeptKeys news;
    news.resource = m_resource.id;
    news.at(m_record.type) =
        KeptKey{m_newKey.key.value_or(Secret()), m_newKey.connectionString.value_or(Secret()), m_tools.clock.utcNow()};
    m_tools.kept.keep(news, this)
        ->onFinished(this,
                     [this](const Result<KeptKeys>& kept) {
                         if (!kept) {
                             noteError(kept.error());
                         }
                         handle(kept ? Event::KeptIt : Event::CouldNotKeep);
                     })
        ->start();
}

void RotationJob::conclude(RotationEnd end)
{
    writeEnd(end);
    m_lock.reset(); // now, so that whoever hears of the end may begin again
    finishWith(RotationOutcome{end, m_record.type, m_newKey, m_error, m_record.mayBeOld});
}

void RotationJob::writeEnd(RotationEnd end)
{
    if (m_error) {
        m_record.problem = RotationRecord::problemOf(*m_error);
    }
    // A key that is in memory only is lost when the program is: the next start has to look after it.
    const bool isSettled = end == RotationEnd::Kept || end == RotationEnd::Unchanged;
    m_record.stage = isSettled ? RotationRecord::Stage::Ended : RotationRecord::Stage::Unclear;
    if (isSettled) {
        m_record.end = end;
        m_record.endedUtc = m_tools.clock.utcNow();
    }
    if (const Result<Done> written = m_tools.journal.append(m_record); !written) {
        // What the disk has already says that the request was sent: the next start asks, and finds the same.
        qCWarning(logRotation).noquote() << "the end of a regeneration could not be written down:"
                                         << written.error().message;
    }
}

void RotationJob::noteError(const Error& error)
{
    m_error = error;
}

QString RotationJob::fingerprintOf(const AccessKey& key) const
{
    if (key.isEmpty()) {
        return {};
    }
    return m_tools.journal.fingerprintOf(keyOf(key.key.value_or(Secret()), key.connectionString.value_or(Secret())));
}

} // namespace CommKeys
