// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/silenttokenjob.h"

#include "auth/entraerror.h"
#include "auth/entrarequests.h"
#include "auth/findauthorityjob.h"

using namespace Qt::StringLiterals;

namespace CommKeys {

SilentTokenJob::SilentTokenJob(EntraClient client, std::shared_ptr<AccountStore> accounts, Account account,
                               std::shared_ptr<QHash<QString, Authority>> authorities, TokenRequest request,
                               QObject* parent)
    : JobOf<AccessToken>(parent)
    , m_client(std::move(client))
    , m_accounts(std::move(accounts))
    , m_account(std::move(account))
    , m_authorities(std::move(authorities))
    , m_request(std::move(request))
{
}

void SilentTokenJob::run()
{
    const QString key = tenant().toLower();
    if (const auto known = m_authorities->constFind(key); known != m_authorities->constEnd()) {
        redeem(*known);
        return;
    }
    auto* job = new FindAuthorityJob(m_client.http, m_client.login, tenant(), this);
    connect(job, &Job::waitingToRetry, this, &Job::waitingToRetry);
    job->onFinished(this,
                    [this, key](const Result<Authority>& authority) {
                        if (authority) {
                            m_authorities->insert(key, *authority);
                            redeem(*authority);
                        } else {
                            finishWith(authority.error());
                        }
                    })
        ->start();
}

QString SilentTokenJob::tenant() const
{
    return m_request.tenant.toString();
}

SignInHint SilentTokenJob::hint() const
{
    return {TenantId(tenant()), m_request.claims};
}

void SilentTokenJob::redeem(const Authority& authority)
{
    m_refreshToken = m_accounts->refreshToken(m_account, m_client.login, m_client.clientId);
    if (m_refreshToken.isEmpty()) {
        Error error = Error::of(ErrorKind::NotSignedIn, tr("You are not signed in."), tr("Sign in again."));
        error.signIn = hint();
        finishWith(std::move(error));
        return;
    }
    auto* job = new HttpJob(m_client.http,
                            EntraRequests::refresh(authority.token, m_client.clientId, m_refreshToken,
                                                   EntraRequests::scopeFor(m_request.audience), m_request.claims),
                            this);
    connect(job, &Job::waitingToRetry, this, &Job::waitingToRetry);
    job->onFinished(this, [this, authority](const Result<HttpAnswer>& answer) { take(authority, answer); })->start();
}

void SilentTokenJob::take(const Authority& authority, const Result<HttpAnswer>& answer)
{
    if (!answer) {
        finishWith(answer.error());
    } else if (answer->status == 200) {
        accept(answer->body);
    } else if (Error error = entraError(*answer, hint()); error.signIn && !m_hasLooked) {
        lookForNewer(authority, error);
    } else {
        finishWith(std::move(error));
    }
}

void SilentTokenJob::accept(QByteArray body)
{
    const Result<TokenAnswer> answer = parseTokenAnswer(body, m_client.http.clock.utcNow());
    if (!answer) {
        finishWith(answer.error());
        return;
    }
    const bool isSomebodyElse = !answer->homeAccountId.isEmpty() && !m_account.homeAccountId.isEmpty() &&
                                answer->homeAccountId.compare(m_account.homeAccountId, Qt::CaseInsensitive) != 0;
    if (isSomebodyElse) {
        finishWith(Error::of(ErrorKind::Refused, tr("The sign-in service gave a token of another account.")));
        return;
    }
    // Signed out in the meantime: that stands.
    if (!m_accounts->refreshToken(m_account, m_client.login, m_client.clientId).isEmpty()) {
        m_accounts->add(*answer, m_client.login, m_client.clientId, m_account);
    }
    finishWith(answer->access);
}

void SilentTokenJob::lookForNewer(const Authority& authority, const Error& refusal)
{
    m_hasLooked = true;
    m_accounts->load(this)
        ->onFinished(this,
                     [this, authority, refusal](const Result<Done>&) {
                         const Secret now = m_accounts->refreshToken(m_account, m_client.login, m_client.clientId);
                         if (now.isEmpty() || now == m_refreshToken) {
                             finishWith(refusal);
                         } else {
                             redeem(authority);
                         }
                     })
        ->start();
}

} // namespace CommKeys
