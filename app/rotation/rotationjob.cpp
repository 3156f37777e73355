// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rotation/rotationjob.h"

#include "core/logging.h"

namespace CommKeys {

using RotationPlan::Event;
using RotationPlan::State;

RotationJob::RotationJob(AccessKeyService& service, KeptKeysStore& kept, Clock& clock,
                         const CommunicationService& resource, KeyType type, QObject* parent)
    : JobOf<RotationOutcome>(parent)
    , m_service(service)
    , m_kept(kept)
    , m_clock(clock)
    , m_resource(resource)
    , m_type(type)
{
}

void RotationJob::run()
{
    handle(Event::Started);
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
    qCDebug(logRotation).noquote() << m_resource.id.toString() << apiName(m_type) << "state" << int(state);
    emit stateChanged(state);
    switch (state) {
    case State::Idle:
        return;
    case State::ListingBefore:
        return listBefore();
    case State::Posting:
        return post();
    case State::ListingAfter:
        return listAfter();
    case State::Keeping:
        return keep();
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

void RotationJob::listBefore()
{
    auto* job = m_service.listKeys(m_resource, this);
    connect(job, &Job::waitingToRetry, this, &Job::waitingToRetry);
    job->onFinished(this,
                    [this](const Result<CommunicationServiceKeys>& keys) {
                        if (keys && !keys->at(m_type).isEmpty()) {
                            m_before = keys->at(m_type);
                            handle(Event::ListedBefore);
                        } else {
                            handle(Event::CannotListBefore);
                        }
                    })
        ->start();
}

void RotationJob::post()
{
    m_service.regenerateKey(m_resource, m_type, this)
        ->onFinished(this,
                     [this](const Result<CommunicationServiceKeys>& keys) {
                         if (keys) {
                             m_newKey = keys->at(m_type);
                             handle(Event::Answered);
                         } else {
                             noteError(keys.error());
                             handle(keys.error().effect == Effect::None ? Event::RefusedByServer : Event::AnswerLost);
                         }
                     })
        ->start();
}

void RotationJob::listAfter()
{
    auto* job = m_service.listKeys(m_resource, this);
    connect(job, &Job::waitingToRetry, this, &Job::waitingToRetry);
    job->onFinished(
           this,
           [this](const Result<CommunicationServiceKeys>& keys) { handle(keys ? compare(*keys) : Event::CannotTell); })
        ->start();
}

Event RotationJob::compare(const CommunicationServiceKeys& after)
{
    const AccessKey& now = after.at(m_type);
    if (!m_before || now.isEmpty()) {
        return Event::CannotTell;
    }
    // Either half may be missing from an answer: compare what both have.
    const bool haveBothKeys = m_before->key && now.key;
    const bool haveBothStrings = m_before->connectionString && now.connectionString;
    if (!haveBothKeys && !haveBothStrings) {
        return Event::CannotTell;
    }
    if (haveBothKeys ? *m_before->key == *now.key : *m_before->connectionString == *now.connectionString) {
        return Event::FoundUnchanged;
    }
    m_newKey = now;
    return Event::FoundChanged;
}

void RotationJob::keep()
{
    KeptKeys news;
    news.resource = m_resource.id;
    news.at(m_type) =
        KeptKey{m_newKey.key.value_or(Secret()), m_newKey.connectionString.value_or(Secret()), m_clock.utcNow()};
    m_kept.keep(news, this)
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
    finishWith(RotationOutcome{end, m_type, m_newKey, m_error});
}

void RotationJob::noteError(const Error& error)
{
    m_error = error;
}

} // namespace CommKeys
