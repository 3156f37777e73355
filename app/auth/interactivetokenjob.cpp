// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/interactivetokenjob.h"

#include "auth/browsersignin.h"
#include "auth/devicecodejob.h"
#include "auth/entrarequests.h"
#include "auth/findauthorityjob.h"

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

QString tenantOf(const EntraClient& client, const SignInRequest& request)
{
    const QString named = request.tenant.isEmpty() ? client.tenant : request.tenant;
    return named.isEmpty() ? anyOrganization.toString() : named;
}

} // namespace

InteractiveTokenJob::InteractiveTokenJob(EntraClient client, SignInRequest request, QObject* parent)
    : JobOf<TokenAnswer>(parent)
    , m_client(std::move(client))
    , m_request(std::move(request))
{
}

void InteractiveTokenJob::run()
{
    auto* job = new FindAuthorityJob(m_client.http, m_client.login, tenantOf(m_client, m_request), this);
    connect(job, &Job::waitingToRetry, this, &Job::waitingToRetry);
    job->onFinished(this,
                    [this](const Result<Authority>& authority) {
                        if (authority) {
                            ask(*authority);
                        } else {
                            finishWith(authority.error());
                        }
                    })
        ->start();
}

void InteractiveTokenJob::ask(const Authority& authority)
{
    const QString scope = EntraRequests::scopeFor(m_client.audience);
    const SignInHint hint{TenantId(m_request.tenant), m_request.claims};
    JobOf<TokenAnswer>* job = nullptr;
    if (m_request.way == SignInWay::Browser) {
        job = browserSignIn(
            m_client, authority, {scope, m_request.loginHint, hint},
            [this](const QUrl& address, bool hasStarted) { emit browserOpened(address, hasStarted); }, this);
    } else {
        auto* code = new DeviceCodeJob(m_client, authority, scope, hint, this);
        connect(code, &DeviceCodeJob::codeReceived, this, &InteractiveTokenJob::codeReceived);
        job = code;
    }
    connect(job, &Job::waitingToRetry, this, &Job::waitingToRetry);
    job->onFinished(this, [this](const Result<TokenAnswer>& answer) { take(answer); })->start();
}

void InteractiveTokenJob::take(const Result<TokenAnswer>& answer)
{
    if (answer && (answer->homeAccountId.isEmpty() || answer->refreshToken.isEmpty())) {
        finishWith(Error::badAnswer(tr("The sign-in service does not say who signed in, or for how long.")));
    } else {
        finishWith(answer);
    }
}

} // namespace CommKeys
