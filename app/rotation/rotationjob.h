// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "rotation/preflightjob.h"
#include "rotation/resourcelock.h"
#include "rotation/rotationoutcome.h"
#include "rotation/rotationplan.h"
#include "rotation/rotationrecord.h"
#include "rotation/rotationtools.h"

#include <functional>
#include <memory>
#include <optional>

namespace CommKeys {

/// Regenerates one key of one resource and sees to it that the new key is kept. Runs RotationPlan, which says in
/// which order and what an unclear answer leads to; RotationJournal knows of each dangerous step before it is taken.
///
/// Ends with an Error only when nothing was sent: refused by a check, by the journal or because another process is at
/// it; cancelled before the POST. From the POST on cancel() is not obeyed, for a regeneration cannot be called back;
/// the outcome then says what is known.
class RotationJob final : public JobOf<RotationOutcome>
{
    Q_OBJECT

public:
    /// A new regeneration.
    RotationJob(const RotationTools& tools, const CommunicationService& resource, KeyType type, QObject* parent);

    /// Takes up what an earlier run of the program has left open: asks what the key is now, and keeps it. Sends no
    /// regeneration.
    RotationJob(const RotationTools& tools, const RotationRecord& leftOpen, QObject* parent);

    [[nodiscard]] const CommunicationService& resource() const { return m_resource; }
    [[nodiscard]] KeyType keyType() const { return m_record.type; }
    [[nodiscard]] RotationPlan::State state() const { return m_state; }
    [[nodiscard]] const RotationRecord& record() const { return m_record; }
    /// While settling: Azure could not be asked what the key is. Else it has returned the key from before.
    [[nodiscard]] bool hasCheckFailed() const { return m_hasCheckFailed; }

signals:
    /// A step has begun; for the window's progress.
    void stateChanged(CommKeys::RotationPlan::State state);
    /// What could not be found out beforehand and is no reason not to go on.
    void unanswered(const QList<CommKeys::Error>& questions);

protected:
    [[nodiscard]] bool isCancellable() const override { return RotationPlan::isBeforeSending(m_state); }

private:
    void run() override;

    void enter(RotationPlan::State state);
    void handle(RotationPlan::Event event);
    void check();
    void judge(const PreflightReport& report);
    void listBefore();
    /// What the keychain has of both keys; @p next follows, whether it answered or not.
    void readStored(std::function<void()> next);
    void note();
    void post();
    void answered(const CommunicationServiceKeys& keys);
    void notAnswered(const Error& error);
    void listAfter();
    void compare(const CommunicationServiceKeys& after);
    void cannotList(const Error& error);
    void settle();
    /// Nothing when the request can no longer be carried out.
    [[nodiscard]] std::optional<std::chrono::milliseconds> untilNextLook();
    void keep();
    void conclude(RotationEnd end);
    void writeEnd(RotationEnd end);
    void noteError(const Error& error);
    [[nodiscard]] QString fingerprintOf(const AccessKey& key) const;
    /// True for what cannot be the new key: one that was listed or stored before, or that was replaced.
    [[nodiscard]] bool isFormer(const AccessKey& key) const;
    [[nodiscard]] KeptKeys keysToKeep() const;

    const RotationTools m_tools;
    const CommunicationService m_resource;
    const bool m_isTakenUp;
    ResourceIdentity m_identity; ///< of the resource behind the id
    RotationRecord m_record;
    RotationPlan::State m_state = RotationPlan::State::Idle;
    std::unique_ptr<ResourceLock> m_lock;
    std::optional<CommunicationServiceKeys> m_before; ///< as listed before the request
    CommunicationServiceKeys m_last;                  ///< as listed last
    QDateTime m_lastUtc;                              ///< when
    KeptKeys m_stored;                                ///< as stored before the request, or now where it was resumed
    AccessKey m_newKey;
    QDateTime m_newKeyUtc; ///< when Azure returned it
    bool m_isFromListing = false;
    bool m_isForbiddenToList = false; ///< Resource Manager itself says so
    bool m_hasCheckFailed = false;
    bool m_isRefused = false;    ///< Resource Manager itself says that it was not executed
    bool m_mayArriveLate = true; ///< false: the service has answered that it did nothing
    QString m_comparedWith;      ///< fingerprint of the key before, or else in the first listing after the request
    std::optional<std::chrono::milliseconds> m_sinceSent;
    std::optional<Error> m_error;
};

} // namespace CommKeys
