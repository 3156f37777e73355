// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rotation/rotationdesk.h"

#include "keychain/connectionstring.h"
#include "rotation/keptkeyfrom.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace CommKeys {

namespace {

/// Longer than Azure was seen to list a key that had been replaced.
constexpr std::chrono::milliseconds confirmAfter = 2min;

} // namespace

RotationDesk::RotationDesk(RotationTools tools, QObject* parent) : QObject(parent), m_tools(std::move(tools))
{
    // What is wrong with it is told when it is to be written; nothing is sent then.
    static_cast<void>(m_tools.journal.open());
}

Result<RotationJob*> RotationDesk::regenerate(const CommunicationService& resource, KeyType type)
{
    if (std::optional<Error> reason = reasonAgainst(resource.id)) {
        return *std::move(reason);
    }
    return start(new RotationJob(m_tools, resource, type, this));
}

QList<RotationRecord> RotationDesk::leftOpen() const
{
    if (m_tools.journal.salt().isEmpty()) {
        static_cast<void>(m_tools.journal.open()); // what kept it shut may be over
    }
    m_tools.journal.reload();
    QList<RotationRecord> records;
    for (const RotationRecord& record : m_tools.journal.openRecords()) {
        const bool isHere = record.armHost.compare(m_tools.armHost, Qt::CaseInsensitive) == 0;
        if (isHere && !running(record.resource)) {
            // Another process that holds the resource's lock is still at it. A computer that is gone isn't, and
            // resuming asks for the lock again.
            const auto lock = ResourceLock::tryLock(m_tools.lockFolder, m_tools.armHost, record.resource);
            if (lock || hasAbandonedLock(record.resource)) {
                records.append(record);
            }
        }
    }
    return records;
}

Result<RotationJob*> RotationDesk::takeUp(const RotationRecord& record)
{
    if (std::optional<Error> reason = reasonAgainst(record.resource)) {
        return *std::move(reason);
    }
    return start(new RotationJob(m_tools, record, this));
}

bool RotationDesk::hasAbandonedLock(const ResourceId& resource) const
{
    return ResourceLock::mayBeAbandoned(m_tools.lockFolder, m_tools.armHost, resource);
}

Result<Done> RotationDesk::removeAbandonedLock(const ResourceId& resource)
{
    return ResourceLock::removeAbandoned(m_tools.lockFolder, m_tools.armHost, resource);
}

void RotationDesk::noteKept(const KeptKeys& kept)
{
    const QList<RotationRecord> records = leftOpen();
    for (RotationRecord record : records) {
        if (!isNewKeyOf(record, kept)) {
            continue;
        }
        record.stage = RotationRecord::Stage::Ended;
        record.end = RotationEnd::Kept;
        record.endedUtc = m_tools.clock.utcNow();
        if (m_tools.journal.append(record)) {
            emit closed(record.resource);
        }
    }
}

bool RotationDesk::isNewKeyOf(const RotationRecord& record, const KeptKeys& kept) const
{
    const std::optional<KeptKey>& key = kept.at(record.type);
    if (record.resource != kept.resource || !key || record.fingerprintAfter.isEmpty()) {
        return false;
    }
    return record.fingerprintAfter == m_tools.journal.fingerprintOf(keyOf(key->key, key->connectionString));
}

RotationJob* RotationDesk::running(const ResourceId& resource) const
{
    return m_running.value(resource);
}

std::optional<Error> RotationDesk::reasonAgainst(const ResourceId& resource) const
{
    if (!running(resource)) {
        return std::nullopt;
    }
    return Error::of(ErrorKind::Refused, tr("A key of %1 is being regenerated at this moment.").arg(resource.name()),
                     tr("The two keys of a resource are never regenerated at the same time. Wait until it is done."));
}

RotationJob* RotationDesk::start(RotationJob* job)
{
    const CommunicationService resource = job->resource();
    m_running.insert(resource.id, job);
    job->onFinished(this, [this, resource, job](const Result<RotationOutcome>& outcome) {
        m_running.remove(resource.id);
        if (!outcome) {
            return;
        }
        if (outcome->isFromListing) {
            confirmLater(resource, job->record());
        }
        emit ended(resource, *outcome);
    });
    job->start();
    emit started(job);
    return job;
}

void RotationDesk::confirmLater(const CommunicationService& resource, const RotationRecord& record)
{
    ++m_toConfirm;
    m_tools.clock.callAfter(confirmAfter, this, [this, resource, record] { confirm(resource, record); });
}

void RotationDesk::confirm(const CommunicationService& resource, const RotationRecord& record)
{
    m_tools.keys.listKeys(resource, this)
        ->onFinished(this,
                     [this, resource, record](const Result<CommunicationServiceKeys>& keys) {
                         --m_toConfirm;
                         // A regeneration that has begun since looks by itself.
                         if (keys && !keys->at(record.type).isEmpty() && !running(resource.id)) {
                             correct(resource, record, keys->at(record.type));
                         }
                     })
        ->start();
}

void RotationDesk::correct(const CommunicationService& resource, const RotationRecord& record, const AccessKey& listed)
{
    const KeptKey key = keptKeyFrom(listed, m_tools.clock.utcNow());
    const QString fingerprint = m_tools.journal.fingerprintOf(keyOf(key));
    const bool isBelieved = fingerprint == record.fingerprintAfter ||
                            (record.fingerprintAfter.isEmpty() && fingerprint == record.fingerprintBefore);
    const QList<RotationRecord> records = m_tools.journal.records();
    const bool isOvertaken = std::any_of(records.begin(), records.end(), [&record](const RotationRecord& one) {
        return one.resource == record.resource && one.type == record.type && one.startedUtc > record.startedUtc;
    });
    if (isBelieved || isOvertaken ||
        m_tools.kept.freshness(resource.id, record.type, key, resource.identity(), std::nullopt) == Freshness::Older) {
        return;
    }
    KeptKeys news;
    news.resource = resource.id;
    news.identity = resource.identity();
    news.at(record.type) = key;
    ++m_toConfirm;
    m_tools.kept.keep(news, this)
        ->onFinished(this,
                     [this, resource, before = record, listed, key, fingerprint](const Result<KeptKeys>& kept) {
                         --m_toConfirm;
                         if (kept && !(kept->at(before.type) && isSameKey(*kept->at(before.type), key))) {
                             return; // a newer one is stored
                         }
                         RotationRecord corrected = before;
                         corrected.stage = kept ? RotationRecord::Stage::Ended : RotationRecord::Stage::Unclear;
                         corrected.end = kept ? std::optional(RotationEnd::Kept) : std::nullopt;
                         corrected.endedUtc = kept ? m_tools.clock.utcNow() : QDateTime();
                         corrected.fingerprintAfter = fingerprint;
                         corrected.isFromListing = true;
                         corrected.mayBeOld = false;
                         static_cast<void>(m_tools.journal.append(corrected));
                         emit ended(resource,
                                    RotationOutcome{kept ? RotationEnd::Kept : RotationEnd::NotKept, before.type,
                                                    listed, kept ? std::nullopt : std::optional(kept.error()), false,
                                                    true, true});
                     })
        ->start();
}

} // namespace CommKeys
