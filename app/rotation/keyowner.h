// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/activitylog.h"
#include "azure/communicationservice.h"
#include "core/job.h"
#include "keychain/keptkeys.h"
#include "keychain/keptkeysstore.h"
#include "rotation/rotationjournal.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace CommKeys {

/// Whose a key is, as far as this computer knows without asking anybody.
struct KeyOwner
{
    enum class Standing {
        Unknown,        ///< neither the keychain nor the journal has it
        Current,        ///< nothing is known here that has replaced it
        Replaced,       ///< a regeneration has replaced it
        MaybeReplaced,  ///< one of the resource's keys was regenerated since; the Activity Log doesn't say which
        FormerResource, ///< the resource that it opened was deleted, and another one has its name
        Unclear,        ///< a regeneration may have replaced it, of which nobody knows what became
    };

    Standing standing = Standing::Unknown;
    ResourceId resource; ///< the key's; empty: not known
    KeyType type = KeyType::Primary;
    bool isKept = false;         ///< the keychain holds it
    QDateTime whenUtc;           ///< Current: last known to be so. Replaced, Unclear: of the regeneration
    QString host;                ///< what stood beside the key; empty: nothing did
    ResourceId resourceOfHost;   ///< the listed resource with that host; empty: there is none
    bool isKeychainRead = false; ///< false: it did not open, so only the journal was asked
    bool isHistoryRead = false;  ///< false: the journal did not open, so only the keychain was asked
    int unreadableEntries = 0; ///< entries of the keychain that another version has written, and that were passed over
    bool isPartOfKey = false;  ///< what was pasted is not as long as an access key: some of it may be missing

    bool operator==(const KeyOwner&) const = default;
};

/// What the journal alone says of a key, by its fingerprint. @p records: as RotationJournal::records().
[[nodiscard]] KeyOwner ownerByJournal(const QString& fingerprint, const QList<RotationRecord>& records);

/// What the keychain's entry of one resource says of @p key; the journal may know that it was replaced since.
[[nodiscard]] KeyOwner ownerByEntry(const Secret& key, const KeptKeys& entry, const QString& fingerprint,
                                    const QList<RotationRecord>& records);

/// Finds out whose a key is, by the journal and the keychain. Sends nothing.
///
/// Every reading of the pasted text (findPastedKey()) is compared with every record of the journal, and with the
/// keychain's entries of all resources that are listed or in the journal, until one matches. The host beside the key
/// only decides which entry is read first. What is recorded against a key (standingOf()) is part of the answer. Errors:
/// InvalidInput for a text in which no single key can be found.
class FindKeyOwnerJob final : public JobOf<KeyOwner>
{
    Q_OBJECT

public:
    /// @p pasted: what findPastedKey() reads. @p events: of the Activity Logs that were read. @p kept and @p journal
    /// outlive this.
    FindKeyOwnerJob(KeptKeysStore& kept, RotationJournal& journal, QList<CommunicationService> listed,
                    QList<KeyRegenerationEvent> events, Secret pasted, QObject* parent);

private:
    void run() override;

    /// By the journal alone, the first reading that it has.
    [[nodiscard]] KeyOwner ownerInJournal() const;
    [[nodiscard]] KeyOwner ownerIn(const KeptKeys& entry) const;
    [[nodiscard]] QList<ResourceId> resourcesToRead(const KeyOwner& known);
    void readNext();
    void handleEntry(const Result<KeptKeys>& entry);
    /// With what is recorded against a key that would be the current one.
    [[nodiscard]] KeyOwner judged(KeyOwner owner, const KeptKeys& entry) const;
    void conclude(KeyOwner owner);

    /// One reading of what was pasted.
    struct Candidate
    {
        Secret key;
        QString fingerprint; ///< empty where the journal did not open
    };

    KeptKeysStore& m_kept;
    RotationJournal& m_journal;
    const QList<CommunicationService> m_listed;
    const QList<KeyRegenerationEvent> m_events;
    const Secret m_pasted;
    QList<Candidate> m_candidates;
    QList<RotationRecord> m_records;
    QList<ResourceId> m_toRead;
    KeyOwner m_found; ///< what is known of the text whatever the key is
};

} // namespace CommKeys
