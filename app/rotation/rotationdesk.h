// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rotation/rotationjob.h"

#include <QHash>
#include <QObject>

namespace CommKeys {

/// Where regenerations are asked for. Owns the running ones, so that closing a dialog does not end what cannot be
/// called back, and lets no two run on one resource at a time, neither of the same key nor of both.
class RotationDesk final : public QObject
{
    Q_OBJECT

public:
    RotationDesk(AccessKeyService& service, KeptKeysStore& kept, Clock& clock, QObject* parent);

    /// A started job, owned by the desk, or Error (kind Refused) when this resource has one already.
    [[nodiscard]] Result<RotationJob*> regenerate(const CommunicationService& resource, KeyType type);

    /// The job that runs on a resource, or null.
    [[nodiscard]] RotationJob* running(const ResourceId& resource) const;
    [[nodiscard]] bool isBusy() const { return !m_running.isEmpty(); }

signals:
    void started(CommKeys::RotationJob* job);
    /// Every outcome with a new key or in doubt goes through here, whoever asked for it.
    void ended(const CommKeys::CommunicationService& resource, const CommKeys::RotationOutcome& outcome);

private:
    AccessKeyService& m_service;
    KeptKeysStore& m_kept;
    Clock& m_clock;
    QHash<ResourceId, RotationJob*> m_running;
};

} // namespace CommKeys
