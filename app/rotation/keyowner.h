// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

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
        Unknown,  ///< neither the keychain nor the journal has it
        Current,  ///< nothing is known here that has replaced it
        Replaced, ///< a regeneration has replaced it
        Unclear,  ///< a regeneration may have replaced it, of which nobody knows what became
    };

    Standing standing = Standing::Unknown;
    ResourceId resource; ///< the key's; empty: not known
    KeyType type = KeyType::Primary;
    bool isKept = false;         ///< the keychain holds it
    QDateTime whenUtc;           ///< Current: last known to be so. Replaced, Unclear: of the regeneration
    QString host;                ///< what stood beside the key; empty: nothing did
    ResourceId resourceOfHost;   ///< the listed resource with that host; empty: there is none
    bool isKeychainRead = false; ///< false: it did not open, so only the journal was asked

    bool operator==(const KeyOwner&) const = default;
};

/// What the journal alone says of a key, by its fingerprint. @p records: as RotationJournal::records().
[[nodiscard]] KeyOwner ownerByJournal(const QString& fingerprint, const QList<RotationRecord>& records);

/// What the keychain's entry of one resource says of @p key; the journal may know that it was replaced since.
[[nodiscard]] KeyOwner ownerByEntry(const Secret& key, const KeptKeys& entry, const QString& fingerprint,
                                    const QList<RotationRecord>& records);

/// Finds out whose a key is: by the journal, and by the keychain's entries of the resource whose host stands beside the
/// key, or of all listed ones where none does. Sends nothing. InvalidInput for what is no key.
class FindKeyOwnerJob final : public JobOf<KeyOwner>
{
    Q_OBJECT

public:
    /// @p pasted: a connection string or a key. @p kept and @p journal outlive this.
    FindKeyOwnerJob(KeptKeysStore& kept, RotationJournal& journal, QList<CommunicationService> listed, Secret pasted,
                    QObject* parent);

private:
    void run() override;

    void readNext();
    void conclude(KeyOwner owner);

    KeptKeysStore& m_kept;
    RotationJournal& m_journal;
    const QList<CommunicationService> m_listed;
    const Secret m_pasted;
    Secret m_key;
    QString m_fingerprint;
    QString m_host;
    ResourceId m_resourceOfHost;
    QList<ResourceId> m_toRead;
    bool m_isKeychainRead = true;
};

} // namespace CommKeys
