// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rotation/preflightjob.h"

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

const QString regenerateAction = regenerateKeyAction.toString();

} // namespace

PreflightJob::PreflightJob(PreflightService& service, SecretStore& secrets, CommunicationService resource,
                           QObject* parent)
    : JobOf<PreflightReport>(parent)
    , m_service(service)
    , m_secrets(secrets)
    , m_resource(std::move(resource))
{
}

void PreflightJob::run()
{
    checkPermissions();
    checkLocks();
    checkLocalAuth();
    checkKeychain();
}

template <typename T, typename Check>
void PreflightJob::ask(JobOf<T>* job, const QString& question, Check check)
{
    job->onFinished(this,
                    [this, question, check = std::move(check)](const Result<T>& answer) {
                        if (answer) {
                            check(*answer);
                        } else if (answer.error().kind == ErrorKind::NotSignedIn) {
                            m_report.refusals.append(answer.error());
                        } else {
                            Error error = answer.error();
                            //: %1: what was asked, such as "whether you may do it". %2: why there was no answer
                            error.message = tr("It could not be found out %1: %2").arg(question, error.message);
                            m_report.unanswered.append(std::move(error));
                        }
                        answered();
                    })
        ->start();
}

void PreflightJob::checkPermissions()
{
    ask(m_service.listPermissions(m_resource, this), tr("whether you may do it"),
        [this](const QList<Permission>& permissions) {
            if (!isAllowed(permissions, regenerateAction)) {
                m_report.refusals.append(
                    Error::of(ErrorKind::Forbidden, tr("You may not regenerate keys of %1.").arg(m_resource.name()),
                              tr("Ask for a role with the action %1, such as Contributor on the resource. A role that "
                                 "was granted just now can take some minutes.")
                                  .arg(regenerateAction)));
            }
        });
}

void PreflightJob::checkLocks()
{
    ask(m_service.listLocks(m_resource, this), tr("whether it is locked"), [this](const QList<ManagementLock>& locks) {
        if (const ManagementLock* lock = readOnlyLock(locks, m_resource.id)) {
            m_report.refusals.append(Error::of(
                ErrorKind::Conflict, tr("The lock “%1” forbids it.").arg(lock->name),
                //: %1: the id of a subscription, a resource group or a resource
                tr("It is a ReadOnly lock on %1. Whoever set it has to remove it first.").arg(lock->scope())));
        }
    });
}

void PreflightJob::checkLocalAuth()
{
    ask(m_service.localAuthState(m_resource, this), tr("whether its keys are accepted"),
        [this](const LocalAuthState& state) {
            m_report.identity = state.identity;
            if (state.disabled.value_or(false)) {
                m_report.refusals.append(
                    Error::of(ErrorKind::Refused, tr("%1 does not accept access keys.").arg(m_resource.name()),
                              tr("Its local authentication is disabled (disableLocalAuth): applications sign in with "
                                 "Microsoft Entra ID there, and a new key would open nothing.")));
            }
        });
}

void PreflightJob::checkKeychain()
{
    // The window has shown this one until the person confirmed.
    const std::optional<StoreHealth> shown = m_secrets.status().health();
    ask(m_secrets.probe(this), tr("whether the keychain takes the new key"),
        [this, shown](StoreHealth health) { judgeKeychain(health, shown); });
}

void PreflightJob::judgeKeychain(StoreHealth health, std::optional<StoreHealth> shown)
{
    const bool isWarned = shown == StoreHealth::Failing || shown == StoreHealth::Missing;
    const QString memoryOnly =
        tr("If you try again anyway, the new key will be in memory only until you quit CommKeys.");
    if (health == StoreHealth::Locked) {
        m_report.refusals.append(Error::of(ErrorKind::KeychainLocked,
                                           tr("The keychain (%1) is locked.").arg(m_secrets.displayName()),
                                           tr("Unlock it and try again.")));
    } else if (health == StoreHealth::Failing && !isWarned) {
        m_report.refusals.append(Error::of(ErrorKind::KeychainFailed,
                                           tr("The keychain (%1) isn't saving data.").arg(m_secrets.displayName()),
                                           memoryOnly));
    } else if (health == StoreHealth::Missing && !isWarned) {
        m_report.refusals.append(Error::of(ErrorKind::KeychainMissing,
                                           tr("There is no keychain (%1) any more.").arg(m_secrets.displayName()),
                                           memoryOnly));
    }
}

void PreflightJob::answered()
{
    if (--m_open == 0) {
        finishWith(std::move(m_report));
    }
}

} // namespace CommKeys
