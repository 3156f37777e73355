// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/preflightservice.h"
#include "core/job.h"
#include "keychain/secretstore.h"

#include <QList>

namespace CommKeys {

/// What speaks against a regeneration before it is sent.
struct PreflightReport
{
    QList<Error> refusals;   ///< each is a reason not to go on, with what to do
    QList<Error> unanswered; ///< what could not be found out; no reason not to go on
    ResourceIdentity identity = {}; ///< of the resource behind the id at this moment; unknown where it does not say
};

/// Asks, all at once, what can be known before a key is destroyed: may this person do it, does a ReadOnly lock forbid
/// it, do access keys count for this resource at all, will the keychain take the new key. Never fails: a question that
/// cannot be answered is in the report.
///
/// A sign-in that the service does not take is a refusal: the regeneration would be refused, too. A keychain that is
/// there and does not take a write is a refusal, for the new key would have no place; where there is none at all the
/// person has been told so since the start, and the key goes to memory.
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
