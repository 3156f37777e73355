// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/entraidentity.h"

#include "auth/interactivetokenjob.h"

namespace CommKeys {

/// Signs somebody in, files them, and has this session's tokens fetched anew if it was its own account.
class EntraIdentity::PersonJob final : public SignInJob
{
public:
    PersonJob(EntraIdentity& identity, SignInRequest request, QObject* parent)
        : SignInJob(parent)
        , m_identity(identity)
        , m_request(std::move(request))
    {
    }

private:
    void run() override
    {
        auto* job = new InteractiveTokenJob(m_identity.m_client, m_request, this);
        connect(job, &InteractiveTokenJob::browserOpened, this, &SignInJob::browserOpened);
        connect(job, &InteractiveTokenJob::codeReceived, this, &SignInJob::codeReceived);
        connect(job, &Job::waitingToRetry, this, &Job::waitingToRetry);
        job->onFinished(this, [this](const Result<TokenAnswer>& answer) { take(answer); })->start();
    }

    void take(const Result<TokenAnswer>& answer)
    {
        if (!answer) {
            finishWith(answer.error());
            return;
        }
        const EntraClient& client = m_identity.m_client;
        const Account account = m_identity.m_accounts->add(*answer, client.login, client.clientId);
        if (account.isSamePersonAs(m_identity.m_account)) {
            m_identity.m_tokens.forgetAll();
            m_identity.m_tokens.remember({account.tenant, client.audience}, answer->access);
        }
        finishWith(account);
    }

    EntraIdentity& m_identity;
    const SignInRequest m_request;
};

EntraIdentity::EntraIdentity(EntraClient client, std::shared_ptr<AccountStore> accounts, Account account,
                             CachingTokenProvider& tokens)
    : m_client(std::move(client))
    , m_accounts(std::move(accounts))
    , m_account(std::move(account))
    , m_tokens(tokens)
{
    connect(m_accounts.get(), &AccountStore::changed, this, &Identity::accountsChanged);
    connect(m_accounts.get(), &AccountStore::notKept, this, &Identity::notKept);
    connect(m_accounts.get(), &AccountStore::kept, this, &Identity::kept);
}

QList<Account> EntraIdentity::accounts() const
{
    return m_accounts->accounts(m_client.login, m_client.clientId);
}

SignInJob* EntraIdentity::signIn(const SignInRequest& request, QObject* parent)
{
    return new PersonJob(*this, request, parent);
}

JobOf<Done>* EntraIdentity::signOut(QObject* parent)
{
    return m_accounts->signOut(m_account, m_client.login, parent);
}

void EntraIdentity::keepAgain()
{
    m_accounts->keepAgain();
}

} // namespace CommKeys
