// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rotation/keyowner.h"

#include "keychain/canonicalkey.h"
#include "keychain/pastedkey.h"
#include "rotation/keystanding.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace CommKeys {

namespace {

using Standing = KeyOwner::Standing;

QDateTime endOf(const RotationRecord& record)
{
    return record.endedUtc.isValid() ? record.endedUtc : record.startedUtc;
}

bool isOfKey(const RotationRecord& record, const KeyOwner& owner)
{
    return record.resource == owner.resource && record.type == owner.type;
}

KeyOwner ownerBy(const RotationRecord& record, Standing standing, const QDateTime& whenUtc)
{
    KeyOwner owner;
    owner.standing = standing;
    owner.resource = record.resource;
    owner.type = record.type;
    owner.whenUtc = whenUtc;
    return owner;
}

/// What later regenerations of the same key have done to one that was @p owner's at its time.
KeyOwner afterLaterOnes(KeyOwner owner, const QString& fingerprint, const QList<RotationRecord>& records)
{
    // The first that has replaced it says when it ended; records are the newest first.
    // NOLINTNEXTLINE(modernize-loop-convert): clang 14 does not take the standard library's std::views
    for (auto record = records.crbegin(); record != records.crend(); ++record) {
        if (!isOfKey(*record, owner) || record->startedUtc < owner.whenUtc) {
            continue;
        }
        if (!record->fingerprintAfter.isEmpty() && record->fingerprintAfter != fingerprint) {
            return ownerBy(*record, Standing::Replaced, endOf(*record));
        }
        if (record->isOpen() && record->fingerprintAfter.isEmpty()) {
            return ownerBy(*record, Standing::Unclear, record->startedUtc);
        }
    }
    return owner;
}

} // namespace

KeyOwner ownerByJournal(const QString& fingerprint, const QList<RotationRecord>& records)
{
    if (fingerprint.isEmpty()) {
        return {};
    }
    // The newest that names it knows the most.
    for (const RotationRecord& record : records) {
        if (record.fingerprintAfter == fingerprint) {
            return afterLaterOnes(ownerBy(record, Standing::Current, endOf(record)), fingerprint, records);
        }
        if (record.fingerprintBefore == fingerprint) {
            return afterLaterOnes(ownerBy(record, Standing::Current, record.startedUtc), fingerprint, records);
        }
    }
    return {};
}

KeyOwner ownerByEntry(const Secret& key, const KeptKeys& entry, const QString& fingerprint,
                      const QList<RotationRecord>& records)
{
    for (const KeyType type : {KeyType::Primary, KeyType::Secondary}) {
        const std::optional<KeptKey>& kept = entry.at(type);
        if (kept && isSameKey(kept->key, key)) {
            KeyOwner owner;
            owner.standing = Standing::Current;
            owner.resource = entry.resource;
            owner.type = type;
            owner.whenUtc = kept->keptAtUtc;
            owner = afterLaterOnes(std::move(owner), fingerprint, records);
            owner.isKept = true;
            return owner;
        }
    }
    for (const KeyType type : {KeyType::Primary, KeyType::Secondary}) {
        const std::optional<KeptKey>& kept = entry.at(type);
        if (const std::optional<FormerKey> former = kept ? formerKeyIn(*kept, key) : std::nullopt) {
            KeyOwner owner;
            owner.standing = Standing::Replaced;
            owner.resource = entry.resource;
            owner.type = type;
            owner.whenUtc = former->replacedUtc;
            return owner;
        }
    }
    return {};
}

FindKeyOwnerJob::FindKeyOwnerJob(KeptKeysStore& kept, RotationJournal& journal, QList<CommunicationService> listed,
                                 QList<KeyRegenerationEvent> events, Secret pasted, QObject* parent)
    : JobOf<KeyOwner>(parent)
    , m_kept(kept)
    , m_journal(journal)
    , m_listed(std::move(listed))
    , m_events(std::move(events))
    , m_pasted(std::move(pasted))
{
}

void FindKeyOwnerJob::run()
{
    const Result<PastedKey> pasted = findPastedKey(m_pasted);
    if (!pasted) {
        finishWith(pasted.error());
        return;
    }
    for (const Secret& key : pasted->candidates) {
        m_candidates.append({key, m_journal.fingerprintOf(key)});
    }
    m_records = m_journal.records();
    m_found.host = pasted->host;
    m_found.isPartOfKey = !pasted->isWhole;
    m_found.isKeychainRead = true;
    m_found.isHistoryRead = !m_journal.salt().isEmpty();
    m_toRead = resourcesToRead(ownerInJournal());
    readNext();
}

KeyOwner FindKeyOwnerJob::ownerInJournal() const
{
    for (const Candidate& candidate : m_candidates) {
        KeyOwner owner = ownerByJournal(candidate.fingerprint, m_records);
        if (owner.standing != Standing::Unknown) {
            return owner;
        }
    }
    return {};
}

KeyOwner FindKeyOwnerJob::ownerIn(const KeptKeys& entry) const
{
    for (const Candidate& candidate : m_candidates) {
        KeyOwner owner = ownerByEntry(candidate.key, entry, candidate.fingerprint, m_records);
        if (owner.standing != Standing::Unknown) {
            return owner;
        }
    }
    return {};
}

QList<ResourceId> FindKeyOwnerJob::resourcesToRead(const KeyOwner& known)
{
    QList<ResourceId> resources;
    for (const CommunicationService& service : m_listed) {
        if (!m_found.host.isEmpty() && service.hostName().compare(m_found.host, Qt::CaseInsensitive) == 0) {
            m_found.resourceOfHost = service.id;
            resources.append(service.id);
        }
    }
    if (known.standing != Standing::Unknown) {
        return {known.resource}; // only that resource's entry can add to what the journal knows
    }
    for (const CommunicationService& service : m_listed) {
        resources.append(service.id);
    }
    // A key may be kept of a resource that this account cannot list.
    for (const RotationRecord& record : m_records) {
        resources.append(record.resource);
    }
    QSet<ResourceId> seen;
    resources.removeIf([&seen](const ResourceId& resource) {
        const bool isKnown = seen.contains(resource);
        seen.insert(resource);
        return isKnown;
    });
    return resources;
}

void FindKeyOwnerJob::readNext()
{
    if (m_toRead.isEmpty()) {
        conclude(judged(ownerInJournal(), {}));
        return;
    }
    m_kept.read(m_toRead.takeFirst(), this)
        ->onFinished(this, [this](const Result<KeptKeys>& entry) { handleEntry(entry); })
        ->start();
}

void FindKeyOwnerJob::handleEntry(const Result<KeptKeys>& entry)
{
    if (entry) {
        if (KeyOwner owner = ownerIn(*entry); owner.standing != Standing::Unknown) {
            conclude(judged(std::move(owner), *entry));
            return;
        }
    } else if (entry.error().kind == ErrorKind::BadAnswer) {
        ++m_found.unreadableEntries;
    } else {
        // A keychain that does not open would ask the person to open it for each of the others.
        m_found.isKeychainRead = false;
        m_toRead.clear();
    }
    readNext();
}

KeyOwner FindKeyOwnerJob::judged(KeyOwner owner, const KeptKeys& entry) const
{
    if (owner.standing != Standing::Current) {
        return owner;
    }
    KeyStandingFacts facts;
    facts.resource = owner.resource;
    facts.type = owner.type;
    facts.key.keptAtUtc = owner.whenUtc;
    facts.storedFor = owner.isKept ? entry.identity : ResourceIdentity();
    const auto listed = std::find_if(m_listed.begin(), m_listed.end(), [&owner](const CommunicationService& service) {
        return service.id == owner.resource;
    });
    facts.now = listed == m_listed.end() ? ResourceIdentity() : listed->identity();
    facts.events = m_events;
    facts.records = m_records;
    const KeyStanding standing = standingOf(facts);
    switch (standing.kind) {
    case KeyStanding::Kind::Good:
        return owner;
    case KeyStanding::Kind::Replaced:
        owner.standing = Standing::Replaced;
        owner.whenUtc = standing.atUtc;
        return owner;
    case KeyStanding::Kind::MaybeReplaced:
        owner.standing = Standing::MaybeReplaced;
        return owner;
    case KeyStanding::Kind::FormerResource:
        owner.standing = Standing::FormerResource;
        return owner;
    }
    Q_UNREACHABLE();
}

void FindKeyOwnerJob::conclude(KeyOwner owner)
{
    owner.host = m_found.host;
    owner.resourceOfHost = m_found.resourceOfHost;
    owner.isKeychainRead = m_found.isKeychainRead;
    owner.isHistoryRead = m_found.isHistoryRead;
    owner.unreadableEntries = m_found.unreadableEntries;
    owner.isPartOfKey = m_found.isPartOfKey;
    finishWith(std::move(owner));
}

} // namespace CommKeys
