// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/preflightservice.h"
#include "core/job.h"
#include "keychain/secretstore.h"

#include <QList>

#include <optional>

namespace CommKeys {

/// What speaks against a regeneration before it is sent.
struct PreflightReport
{
    QList<Error> refusals;          ///< each is a reason not to go on, with what to do
    QList<Error> unanswered;        ///< what could not be found out; no reason not to go on
    ResourceIdentity identity = {}; ///< of the resource behind the id at this moment; unknown where it does not say
};

/// Asks, all at once, what can be known before a key is destroyed: may this person do it, does a ReadOnly lock forbid
/// it, do access keys count for this resource at all, will the keychain take the new key. Never fails: a question that
/// cannot be answered is in the report.
///
/// A sign-in that the service does not take is a refusal: the regeneration would be refused, too. So is a locked
/// keychain, which can be unlocked. A keychain that fails or is missing is a refusal only when StoreStatus didn't show
/// one of the two before: the window then shows that the new key will be in memory only, and who confirms again goes
/// on.
class PreflightJob final : public JobOf<PreflightReport>
{
    Q_OBJECT

public:
    PreflightJob(PreflightService& service, SecretStore& secrets, CommunicationService resource, QObject* parent);

private:
    void run() override;

    void checkPermissions();
    void checkLocks();
    void checkLocalAuth();
    void checkKeychain();
    void judgeKeychain(StoreHealth health, std::optional<StoreHealth> shown);
    template <typename T, typename Check>
    void ask(JobOf<T>* job, const QString& question, Check check);
    void answered();

    PreflightService& m_service;
    SecretStore& m_secrets;
    const CommunicationService m_resource;
    PreflightReport m_report;
    int m_open = 4;
};

} // namespace CommKeys
