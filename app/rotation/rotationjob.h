// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/accesskeyservice.h"
#include "core/clock.h"
#include "core/job.h"
#include "keychain/keptkeysstore.h"
#include "rotation/rotationoutcome.h"
#include "rotation/rotationplan.h"

#include <optional>

namespace CommKeys {

/// Regenerates one key of one resource and sees to it that the new key is kept. Runs RotationPlan, which says in
/// which order and what an unclear answer leads to.
///
/// Ends with an Error only when nothing was sent: refused input, cancelled before the POST. From the POST on cancel()
/// is not obeyed, for a regeneration cannot be called back; the outcome then says what is known.
class RotationJob final : public JobOf<RotationOutcome>
{
    Q_OBJECT

public:
    RotationJob(AccessKeyService& service, KeptKeysStore& kept, Clock& clock, const CommunicationService& resource,
                KeyType type, QObject* parent);

    [[nodiscard]] const CommunicationService& resource() const { return m_resource; }
    [[nodiscard]] KeyType keyType() const { return m_type; }
    [[nodiscard]] RotationPlan::State state() const { return m_state; }

signals:
    /// A step has begun; for the window's progress.
    void stateChanged(CommKeys::RotationPlan::State state);

protected:
    [[nodiscard]] bool isCancellable() const override { return RotationPlan::isBeforeSending(m_state); }

private:
    void run() override;

    void enter(RotationPlan::State state);
    void handle(RotationPlan::Event event);
    void listBefore();
    void post();
    void listAfter();
    void keep();
    void conclude(RotationEnd end);
    void noteError(const Error& error);
    [[nodiscard]] RotationPlan::Event compare(const CommunicationServiceKeys& after);

    AccessKeyService& m_service;
    KeptKeysStore& m_kept;
    Clock& m_clock;
    const CommunicationService m_resource;
    const KeyType m_type;
    RotationPlan::State m_state = RotationPlan::State::Idle;
    std::optional<AccessKey> m_before;
    AccessKey m_newKey;
    std::optional<Error> m_error;
};

} // namespace CommKeys
