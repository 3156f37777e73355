// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/findauthorityjob.h"

#include "auth/entraerror.h"

namespace CommKeys {

FindAuthorityJob::FindAuthorityJob(HttpContext http, LoginService login, QString tenant, QObject* parent)
    : JobOf<Authority>(parent)
    , m_http(http)
    , m_login(std::move(login))
    , m_tenant(std::move(tenant))
{
}

void FindAuthorityJob::run()
{
    if (m_login.isKnown) {
        finishWith(authorityByConvention(m_login, m_tenant));
        return;
    }
    HttpRequest request;
    request.url = openIdConfigurationUrl(m_login, m_tenant);
    request.takesRefusals = true;
    auto* job = new HttpJob(m_http, request, this);
    connect(job, &Job::waitingToRetry, this, &Job::waitingToRetry);
    job->onFinished(this, [this](const Result<HttpAnswer>& answer) { take(answer); })->start();
}

void FindAuthorityJob::take(const Result<HttpAnswer>& answer)
{
    if (!answer) {
        finishWith(answer.error());
    } else if (answer->status >= 400) {
        finishWith(entraError(*answer, SignInHint{}));
    } else {
        finishWith(parseOpenIdConfiguration(answer->body, m_login));
    }
}

} // namespace CommKeys
