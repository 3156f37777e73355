// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/communicationservice.h"
#include "azure/localauthstate.h"
#include "azure/managementlock.h"
#include "azure/permission.h"
#include "core/job.h"

namespace CommKeys {

/// What can be asked before a key is regenerated, as an interface: rotation/ knows no more of Azure than this. All of
/// it is reading: it changes nothing, may be asked again, and is not written to the customer's Activity Log. No answer
/// is a promise: between it and the regeneration anything can change.
class PreflightService
{
public:
    PreflightService() = default;
    virtual ~PreflightService() = default;
    Q_DISABLE_COPY_MOVE(PreflightService)

    /// What the person may do with the resource; see isAllowed().
    [[nodiscard]] virtual JobOf<QList<Permission>>* listPermissions(const CommunicationService& resource,
                                                                    QObject* parent) = 0;

    /// The locks that hold for the resource, inherited ones too; see readOnlyLock(). Fails only when no scope answers.
    [[nodiscard]] virtual JobOf<QList<ManagementLock>>* listLocks(const CommunicationService& resource,
                                                                  QObject* parent) = 0;

    /// Whether the resource takes its access keys at all. "Not told" where the cloud is too old to know.
    [[nodiscard]] virtual JobOf<LocalAuthState>* localAuthState(const CommunicationService& resource,
                                                                QObject* parent) = 0;
};

} // namespace CommKeys
