// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rotation/rotationdesk.h"

namespace CommKeys {

RotationDesk::RotationDesk(AccessKeyService& service, KeptKeysStore& kept, Clock& clock, QObject* parent)
    : QObject(parent)
    , m_service(service)
    , m_kept(kept)
    , m_clock(clock)
{
}

Result<RotationJob*> RotationDesk::regenerate(const CommunicationService& resource, KeyType type)
{
    if (running(resource.id)) {
        return Error::of(
            ErrorKind::Refused, tr("A key of %1 is being regenerated at this moment.").arg(resource.name()),
            tr("The two keys of a resource are never regenerated at the same time. Wait until it is done."));
    }
    auto* job = new RotationJob(m_service, m_kept, m_clock, resource, type, this);
    m_running.insert(resource.id, job);
    job->onFinished(this, [this, resource](const Result<RotationOutcome>& outcome) {
        m_running.remove(resource.id);
        if (outcome) {
            emit ended(resource, *outcome);
        }
    });
    job->start();
    emit started(job);
    return job;
}

RotationJob* RotationDesk::running(const ResourceId& resource) const
{
    return m_running.value(resource);
}

} // namespace CommKeys
