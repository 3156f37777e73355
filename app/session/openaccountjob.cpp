// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/openaccountjob.h"

#include "session/findcloudjob.h"

namespace CommKeys {

OpenAccountJob::OpenAccountJob(const SessionSupplies& supplies, const Settings& settings,
                               std::optional<Account> account, QObject* parent)
    : JobOf<std::shared_ptr<Session>>(parent)
    , m_settings(settings)
    , m_account(std::move(account))
    , m_builder(supplies, settings)
{
}

OpenAccountJob::~OpenAccountJob()
{
    // The jobs below this one use m_builder, which goes before QObject's own children do.
    qDeleteAll(findChildren<Job*>(Qt::FindDirectChildrenOnly));
}

void OpenAccountJob::run()
{
    if (m_account) {
        findCloud();
        return;
    }
    m_builder.accounts()
        .load(this)
        ->onFinished(this,
                     [this](const Result<Done>& loaded) {
                         if (loaded) {
                             findCloud();
                         } else {
                             finishWith(loaded.error());
                         }
                     })
        ->start();
}

void OpenAccountJob::findCloud()
{
    auto* job = new FindCloudJob(m_builder.http(), m_settings, this);
    connect(job, &Job::waitingToRetry, this, &Job::waitingToRetry);
    job->onFinished(this,
                    [this](const Result<Cloud>& cloud) {
                        if (cloud) {
                            open(*cloud);
                        } else {
                            finishWith(cloud.error());
                        }
                    })
        ->start();
}

void OpenAccountJob::open(const Cloud& cloud)
{
    m_builder.setCloud(cloud);
    const EntraClient client = m_builder.client();
    const QList<Account> accounts = m_builder.accounts().accounts(client.login, client.clientId);
    const std::optional<Account> account =
        m_account ? m_account : (accounts.isEmpty() ? std::nullopt : std::optional(accounts.constFirst()));
    finishWith(account ? m_builder.build(*account, std::nullopt) : std::shared_ptr<Session>());
}

} // namespace CommKeys
