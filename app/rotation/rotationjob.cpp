// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rotation/rotationjob.h"

#include "core/logging.h"
#include "keychain/connectionstring.h"
#include "rotation/keptkeyfrom.h"
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
/// sent twice.
bool isDoubtful(const Error& refusal)
{
    return refusal.kind == ErrorKind::Throttled || refusal.kind == ErrorKind::Conflict;
}

/// In Resource Manager's own format: no repetition helps.
bool isForbidden(const Error& error)
{
    return error.kind == ErrorKind::Forbidden && error.effect == Effect::None;
}

FormerKey formerFrom(const KeptKey& key, const QDateTime& replacedUtc, bool isCertain)
{
    return {formerFingerprint(keyOf(key)), replacedUtc, isCertain};
}

} // namespace

RotationJob::RotationJob(const RotationTools& tools, const CommunicationService& resource, KeyType type,
                         QObject* parent)
    : JobOf<RotationOutcome>(parent)
    , m_tools(tools)
    , m_resource(resource)
    , m_isTakenUp(false)
    , m_identity(resource.identity())
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
    if (m_isTakenUp) {
        readStored([this] { handle(Event::TakenUpAgain); });
    } else {
        handle(Event::Started);
    }
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
                         } else {
                             noteError(report.error());
                             handle(Event::ChecksFailed);
                         }
                     })
        ->start();
}

void RotationJob::judge(const PreflightReport& report)
{
    if (report.identity.isKnown()) {
        m_identity = report.identity; // of this moment; the list may be older
    }
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
                        m_isForbiddenToList = !keys && isForbidden(keys.error());
                        if (keys) {
                            m_before = *keys;
                            m_last = *keys;
                            m_lastUtc = m_tools.clock.utcNow();
                            m_record.fingerprintBefore = fingerprintOf(keys->at(m_record.type));
                        }
                        readStored([this] {
                            handle(m_record.fingerprintBefore.isEmpty() ? Event::CannotListBefore
                                                                        : Event::ListedBefore);
                        });
                    })
        ->start();
}

void RotationJob::readStored(std::function<void()> next)
{
    m_tools.kept.read(m_resource.id, this)
        ->onFinished(this,
                     [this, next = std::move(next)](const Result<KeptKeys>& stored) {
                         if (stored) {
                             m_stored = *stored;
                         }
                         next();
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
                         keys ? answered(*keys) : notAnswered(keys.error());
                     })
        ->start();
}

void RotationJob::answered(const CommunicationServiceKeys& keys)
{
    m_record.requestId = keys.requestId;
    m_record.correlationId = keys.correlationId;
    const AccessKey& key = keys.at(m_record.type);
    if (!key.isEmpty() && !isFormer(key)) {
        m_newKey = key;
        m_newKeyUtc = m_tools.clock.utcNow();
        handle(Event::Answered);
        return;
    }
    Error error = Error::badAnswer(key.isEmpty() ? tr("Azure's answer doesn't contain the regenerated key.")
                                                 : tr("Azure's answer contains the previous key."));
    error.effect = Effect::Unknown;
    error.requestId = keys.requestId;
    error.correlationId = keys.correlationId;
    noteError(error);
    handle(Event::AnswerLost);
}

void RotationJob::notAnswered(const Error& error)
{
    noteError(error);
    m_record.requestId = error.requestId;
    m_record.correlationId = error.correlationId;
    m_record.clientRequestId = error.clientRequestId;
    const bool isRefused = error.effect == Effect::None;
    const bool wasSent = error.httpStatus != 0;
    const bool canCompare = !m_record.fingerprintBefore.isEmpty();
    if (isRefused && (!wasSent || !canCompare)) {
        handle(Event::RefusedByServer);
        return;
    }
    // A look costs little, and what stands between can have Resource Manager's format too.
    m_mayArriveLate = !isRefused;
    m_isRefused = isRefused && !isDoubtful(error);
    handle(Event::AnswerLost);
}

void RotationJob::listAfter()
{
    auto* job = m_tools.keys.listKeys(m_resource, this);
    connect(job, &Job::waitingToRetry, this, &Job::waitingToRetry);
    job->onFinished(this,
                    [this](const Result<CommunicationServiceKeys>& keys) {
                        if (keys && !keys->at(m_record.type).isEmpty()) {
                            compare(*keys);
                        } else {
                            cannotList(keys ? Error::badAnswer(tr("Azure's answer doesn't contain the %1 key.")
                                                                   .arg(displayName(m_record.type)))
                                            : keys.error());
                        }
                    })
        ->start();
}

void RotationJob::compare(const CommunicationServiceKeys& after)
{
    m_hasCheckFailed = false;
    m_last = after;
    m_lastUtc = m_tools.clock.utcNow();
    const AccessKey& now = after.at(m_record.type);
    const QString fingerprint = fingerprintOf(now);
    const bool isOld = isFormer(now);
    if (m_record.fingerprintBefore.isEmpty() && isOld) {
        m_record.fingerprintBefore = fingerprint;
    }
    const bool isKnownBefore = !m_record.fingerprintBefore.isEmpty();
    if (m_comparedWith.isEmpty()) {
        m_comparedWith = isKnownBefore ? m_record.fingerprintBefore : fingerprint;
    }
    // A new key that was answered, and is in nobody's keychain yet, cannot have become the old one again.
    const bool wasAnswered = !m_record.fingerprintAfter.isEmpty() && !m_record.mayBeOld && !m_record.isFromListing;
    if (isOld && fingerprint != m_comparedWith) {
        cannotList(
            Error::badAnswer(tr("Azure returns a %1 key that was replaced before.").arg(displayName(m_record.type))));
    } else if (fingerprint != m_comparedWith) {
        m_record.fingerprintBefore = m_comparedWith;
        m_newKey = now;
        m_newKeyUtc = m_lastUtc;
        m_isFromListing = fingerprint != m_record.fingerprintAfter;
        handle(Event::FoundChanged);
    } else if (m_mayArriveLate && untilNextLook()) {
        handle(Event::FoundSameSoFar);
    } else if (wasAnswered) {
        handle(Event::CannotTell);
    } else if (isKnownBefore) {
        m_isFromListing = true;
        handle(Event::FoundUnchanged);
    } else {
        m_newKey = now;
        m_newKeyUtc = m_lastUtc;
        m_isFromListing = true;
        m_record.mayBeOld = true;
        handle(Event::FoundSomeKey);
    }
}

void RotationJob::cannotList(const Error& error)
{
    if (!m_error) {
        noteError(error);
    }
    if (m_isRefused) {
        m_isFromListing = true;        // to be looked at once more
        handle(Event::FoundUnchanged); // Resource Manager has said so
        return;
    }
    // Only a person can help with a sign-in that gives no token.
    const bool needsSignIn = error.kind == ErrorKind::NotSignedIn && error.signIn && error.effect == Effect::None;
    if (needsSignIn && !m_error->signIn) {
        m_error->signIn = error.signIn;
    }
    const bool isHopeless = needsSignIn || (m_isForbiddenToList && isForbidden(error));
    m_hasCheckFailed = true;
    handle(!isHopeless && untilNextLook() ? Event::CannotTellYet : Event::CannotTell);
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
    m_record.isFromListing = m_isFromListing;
    m_tools.kept.keep(keysToKeep(), this)
        ->onFinished(this,
                     [this](const Result<KeptKeys>& kept) {
                         if (!kept) {
                             noteError(kept.error());
                         } else if (const std::optional<KeptKey>& key = kept->at(m_record.type);
                                    key && !isSameKey(*key, keptKeyFrom(m_newKey, {}))) {
                             // Another process has stored the key of a later regeneration.
                             m_newKey = {key->key, key->connectionString};
                         }
                         const KeyType second = other(m_record.type);
                         if (kept && kept->at(second) && !m_last.at(second).isEmpty()) {
                             // As it is stored: another process may have listed it later.
                             m_last.at(second) = {kept->at(second)->key, kept->at(second)->connectionString};
                         }
                         handle(kept ? Event::KeptIt : Event::CouldNotKeep);
                     })
        ->start();
}

KeptKeys RotationJob::keysToKeep() const
{
    const KeyType type = m_record.type;
    const QDateTime now = m_tools.clock.utcNow();
    KeptKey key = keptKeyFrom(m_newKey, m_newKeyUtc);
    // What the request was answered with has replaced for certain what was there before it.
    if (m_before && !m_before->at(type).isEmpty()) {
        addFormer(key, {formerFrom(keptKeyFrom(m_before->at(type), {}), now, !m_isFromListing)});
    }
    if (!m_isTakenUp && m_stored.at(type)) {
        addFormer(key, {formerFrom(*m_stored.at(type), now, !m_isFromListing)});
    }
    KeptKeys keys;
    keys.resource = m_resource.id;
    keys.identity = m_identity;
    keys.at(type) = key;
    // The other key is stored only where it is already, and then as Azure has it now.
    if (m_stored.at(other(type)) && !m_last.at(other(type)).isEmpty()) {
        keys.at(other(type)) = keptKeyFrom(m_last.at(other(type)), m_lastUtc);
    }
    return keys;
}

void RotationJob::conclude(RotationEnd end)
{
    writeEnd(end);
    m_lock.reset(); // now, so that whoever hears of the end may begin again
    finishWith(RotationOutcome{end, m_record.type, m_newKey, m_error, m_record.mayBeOld, m_isFromListing, false,
                               m_last.at(other(m_record.type))});
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
    return key.isEmpty() ? QString() : m_tools.journal.fingerprintOf(keyOf(keptKeyFrom(key, {})));
}

bool RotationJob::isFormer(const AccessKey& key) const
{
    const KeptKey candidate = keptKeyFrom(key, {});
    const QString fingerprint = fingerprintOf(key);
    if (!fingerprint.isEmpty() && fingerprint == m_record.fingerprintBefore) {
        return true;
    }
    for (const KeyType type : {KeyType::Primary, KeyType::Secondary}) {
        // Where it was resumed, the new key may be stored already.
        const bool isStored = !m_isTakenUp && m_stored.at(type) && isSameKey(*m_stored.at(type), candidate);
        const bool isListed = m_before && isSameKey(keptKeyFrom(m_before->at(type), {}), candidate);
        const bool isFormerOfStored =
            m_stored.at(type) && formerKeyIn(*m_stored.at(type), keyOf(candidate)).has_value();
        if (isStored || isListed || isFormerOfStored || m_tools.kept.replacementOf(m_resource.id, type, candidate)) {
            return true;
        }
    }
    return false;
}

} // namespace CommKeys
