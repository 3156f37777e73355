// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rotation/keyowner.h"

#include "keychain/connectionstring.h"

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
        if (kept && !kept->key.isEmpty() && kept->key == key) {
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
    return {};
}

FindKeyOwnerJob::FindKeyOwnerJob(KeptKeysStore& kept, RotationJournal& journal, QList<CommunicationService> listed,
                                 Secret pasted, QObject* parent)
    : JobOf<KeyOwner>(parent)
    , m_kept(kept)
    , m_journal(journal)
    , m_listed(std::move(listed))
    , m_pasted(std::move(pasted))
{
}

void FindKeyOwnerJob::run()
{
    const Result<ConnectionString> parsed = parseConnectionString(m_pasted);
    if (!parsed) {
        finishWith(parsed.error());
        return;
    }
    m_key = parsed->key;
    m_host = parsed->host;
    // Empty where the journal did not open; the keychain may still know the key.
    m_fingerprint = m_journal.fingerprintOf(m_key);
    for (const CommunicationService& service : m_listed) {
        if (m_host.isEmpty()) {
            m_toRead.append(service.id);
        } else if (service.hostName().compare(m_host, Qt::CaseInsensitive) == 0) {
            m_resourceOfHost = service.id;
            m_toRead = {service.id};
        }
    }
    // Where the journal knows the key, only that resource's entry can add to it.
    const KeyOwner known = ownerByJournal(m_fingerprint, m_journal.records());
    if (known.standing != Standing::Unknown) {
        m_toRead = {known.resource};
    }
    readNext();
}

void FindKeyOwnerJob::readNext()
{
    if (m_toRead.isEmpty()) {
        conclude(ownerByJournal(m_fingerprint, m_journal.records()));
        return;
    }
    m_kept.read(m_toRead.takeFirst(), this)
        ->onFinished(this,
                     [this](const Result<KeptKeys>& entry) {
                         if (!entry) {
                             // One that does not open would ask the person to open it for each of the others.
                             m_isKeychainRead = false;
                             m_toRead.clear();
                         } else if (KeyOwner owner = ownerByEntry(m_key, *entry, m_fingerprint, m_journal.records());
                                    owner.standing != Standing::Unknown) {
                             conclude(std::move(owner));
                             return;
                         }
                         readNext();
                     })
        ->start();
}

void FindKeyOwnerJob::conclude(KeyOwner owner)
{
    owner.host = m_host;
    owner.resourceOfHost = m_resourceOfHost;
    owner.isKeychainRead = m_isKeychainRead;
    finishWith(std::move(owner));
}

} // namespace CommKeys
