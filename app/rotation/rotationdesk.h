// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rotation/rotationjob.h"

#include <QHash>
#include <QObject>

namespace CommKeys {

/// Where regenerations are asked for. Owns the running ones, so that closing a dialog does not end what cannot be
/// called back, and lets no two run on one resource at a time, neither of the same key nor of both. ResourceLock does
/// the same between processes. Opens the journal, for all that reads it.
class RotationDesk final : public QObject
{
    Q_OBJECT

public:
    RotationDesk(RotationTools tools, QObject* parent);

    /// A started job, owned by the desk, or Error (kind Refused) when this resource has one already.
    [[nodiscard]] Result<RotationJob*> regenerate(const CommunicationService& resource, KeyType type);

    /// What an earlier run of the program, or an answer that was lost, has left open in this cloud and nobody is
    /// looking after now.
    [[nodiscard]] QList<RotationRecord> leftOpen() const;
    /// Finds out what became of it: a started job as above. It ends as a regeneration does.
    [[nodiscard]] Result<RotationJob*> takeUp(const RotationRecord& record);

    /// True where the resource's lock may be the one of a computer that is gone; see ResourceLock::mayBeAbandoned().
    [[nodiscard]] bool hasAbandonedLock(const ResourceId& resource) const;
    /// Removes it, on the word of the person; see ResourceLock::removeAbandoned().
    [[nodiscard]] Result<Done> removeAbandonedLock(const ResourceId& resource);

    /// A person has seen to it that the keychain took @p kept: closes what was left open only because it had refused.
    void noteKept(const KeptKeys& kept);

    /// The job that runs on a resource, or null.
    [[nodiscard]] RotationJob* running(const ResourceId& resource) const;
    [[nodiscard]] bool isBusy() const { return !m_running.isEmpty(); }
    /// True while an outcome that stands on listKeys alone is still to be confirmed.
    [[nodiscard]] bool isConfirming() const { return m_toConfirm > 0; }
    /// The cloud whose records are this desk's.
    [[nodiscard]] const QString& armHost() const { return m_tools.armHost; }
    [[nodiscard]] RotationJournal& journal() const { return m_tools.journal; }

signals:
    void started(CommKeys::RotationJob* job);
    /// Every outcome with a new key or in doubt goes through here, whoever asked for it. One that stands on listKeys
    /// alone, which can be out of date, is looked at once more; where Azure returns a newer key then, the same
    /// regeneration ends again, with RotationOutcome::isCorrection.
    void ended(const CommKeys::CommunicationService& resource, const CommKeys::RotationOutcome& outcome);
    /// What was left open is so no longer.
    void closed(const CommKeys::ResourceId& resource);

private:
    [[nodiscard]] std::optional<Error> reasonAgainst(const ResourceId& resource) const;
    [[nodiscard]] bool isNewKeyOf(const RotationRecord& record, const KeptKeys& kept) const;
    RotationJob* start(RotationJob* job);
    void confirmLater(const CommunicationService& resource, const RotationRecord& record);
    void confirm(const CommunicationService& resource, const RotationRecord& record);
    void correct(const CommunicationService& resource, const RotationRecord& record, const AccessKey& listed);

    const RotationTools m_tools;
    QHash<ResourceId, RotationJob*> m_running;
    int m_toConfirm = 0;
};

} // namespace CommKeys
