// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/opensigninjob.h"

#include "auth/interactivetokenjob.h"
#include "session/findcloudjob.h"

namespace CommKeys {

OpenSignInJob::OpenSignInJob(const SessionSupplies& supplies, const Settings& settings, SignInRequest request,
                             std::optional<Cloud> cloud, QObject* parent)
    : SignInSessionJob(parent)
    , m_settings(settings)
    , m_request(std::move(request))
    , m_cloud(std::move(cloud))
    , m_builder(supplies, settings)
{
}

OpenSignInJob::~OpenSignInJob()
{
    // The jobs below this one use m_builder, which goes before QObject's own children do.
    qDeleteAll(findChildren<Job*>(Qt::FindDirectChildrenOnly));
}

void OpenSignInJob::run()
{
    if (m_cloud) {
        signIn(*m_cloud);
        return;
    }
    auto* job = new FindCloudJob(m_builder.http(), m_settings, this);
    connect(job, &Job::waitingToRetry, this, &Job::waitingToRetry);
    job->onFinished(this,
                    [this](const Result<Cloud>& cloud) {
                        if (cloud) {
                            signIn(*cloud);
                        } else {
                            finishWith(cloud.error());
                        }
                    })
        ->start();
}

void OpenSignInJob::signIn(const Cloud& cloud)
{
    m_builder.setCloud(cloud);
    auto* job = new InteractiveTokenJob(m_builder.client(), m_request, this);
    connect(job, &InteractiveTokenJob::browserOpened, this, &SignInSessionJob::browserOpened);
    connect(job, &InteractiveTokenJob::codeReceived, this, &SignInSessionJob::codeReceived);
    connect(job, &Job::waitingToRetry, this, &Job::waitingToRetry);
    job->onFinished(this,
                    [this](const Result<TokenAnswer>& answer) {
                        if (answer) {
                            open(*answer);
                        } else {
                            finishWith(answer.error());
                        }
                    })
        ->start();
}

void OpenSignInJob::open(const TokenAnswer& answer)
{
    const EntraClient client = m_builder.client();
    const Account account = m_builder.accounts().add(answer, client.login, client.clientId);
    finishWith(m_builder.build(account, answer.access));
}

} // namespace CommKeys
