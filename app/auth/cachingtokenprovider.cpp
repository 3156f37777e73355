// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/cachingtokenprovider.h"

#include "core/logging.h"

#include <QPointer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

namespace {

/// What a token has to be good for at least, so that a slow request does not outlive it.
constexpr std::chrono::seconds margin = 5min;

/// Whether a tenant has said no, and another one may say yes.
bool isRefusal(const Error& error)
{
    return error.httpStatus >= 400 && error.httpStatus < 500 && error.kind != ErrorKind::Throttled;
}

} // namespace

/// Waits for a token that is remembered, or being fetched for somebody else, or fetched now.
class CachingTokenProvider::Lookup final : public JobOf<Secret>
{
public:
    Lookup(CachingTokenProvider& provider, TokenRequest request, QObject* parent)
        : JobOf<Secret>(parent)
        , m_provider(&provider)
        , m_request(std::move(request))
    {
    }
    ~Lookup() override { leave(); }

private:
    void run() override
    {
        if (!m_provider) {
            return;
        }
        m_tenants = m_request.tenant.isEmpty() ? m_provider->m_source->startTenants() : QList{m_request.tenant};
        tryNext();
    }

    void tryNext()
    {
        if (!m_provider) {
            return;
        }
        m_request.tenant = m_tenants.takeFirst();
        m_attempt = m_provider->withRefusal(m_request);
        if (std::optional<Secret> token = m_provider->remembered(m_attempt)) {
            finishWith(*std::move(token));
            return;
        }
        m_errand = m_provider->errandOf(m_attempt);
        m_provider->join(m_attempt)->onFinished(this, [this](const Result<AccessToken>& token) {
            m_errand.clear();
            if (token && m_provider && !m_attempt.refused.isEmpty() && token->token == m_attempt.refused) {
                finishWith(m_provider->refusalOf(m_attempt));
                return;
            }
            take(token);
        });
    }

    void take(const Result<AccessToken>& token)
    {
        if (!isOpen()) {
            return;
        }
        if (token) {
            finishWith(token->token);
            return;
        }
        if (!m_refusal) {
            m_refusal = token.error();
        }
        // Claims are wanted of a certain tenant's token; another tenant's would be refused for want of them again.
        if (isRefusal(token.error()) && m_request.claims.isEmpty() && !m_tenants.isEmpty()) {
            tryNext();
        } else {
            finishWith(*m_refusal);
        }
    }

    void abort() override { leave(); }

    void leave()
    {
        if (m_provider && !m_errand.isEmpty()) {
            m_provider->leave(std::exchange(m_errand, {}));
        }
    }

    const QPointer<CachingTokenProvider> m_provider;
    TokenRequest m_request;
    TokenRequest m_attempt;    ///< the same, of one tenant, with what is known to have been refused
    QList<TenantId> m_tenants; ///< those that have not been tried
    std::optional<Error> m_refusal;
    QString m_errand; ///< of the fetch that is waited for
};

CachingTokenProvider::CachingTokenProvider(std::unique_ptr<TokenSource> source, Clock& clock, QObject* parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_clock(clock)
{
}

JobOf<Secret>* CachingTokenProvider::accessToken(const TokenRequest& request, QObject* parent)
{
    return new Lookup(*this, request, parent);
}

void CachingTokenProvider::remember(const TokenRequest& request, const AccessToken& token)
{
    m_tokens.insert(keyOf(request), token);
}

void CachingTokenProvider::forgetAll()
{
    m_tokens.clear();
    m_refusals.clear();
}

Error CachingTokenProvider::noteRefusal(const TokenRequest& request, const Error& error)
{
    Error explained = m_source->explainRefusal(request, error);
    m_refusals.insert(operationKeyOf(request), {request.refused, request.claims, explained});
    return explained;
}

TokenRequest CachingTokenProvider::withRefusal(TokenRequest request) const
{
    const auto known = m_refusals.constFind(operationKeyOf(request));
    if (request.refused.isEmpty() && known != m_refusals.cend()) {
        request.refused = known->token;
        request.claims = known->claims;
    }
    return request;
}

Error CachingTokenProvider::refusalOf(const TokenRequest& request) const
{
    const auto known = m_refusals.constFind(operationKeyOf(request));
    return known != m_refusals.cend() ? known->error
                                      : m_source->explainRefusal(request, Error::of(ErrorKind::NotSignedIn,
                                                                                    tr("Azure refused the token, and "
                                                                                       "there is no other one."),
                                                                                    tr("Sign in again.")));
}

QString CachingTokenProvider::operationKeyOf(const TokenRequest& request) const
{
    return keyOf(request) + u' ' + request.operation;
}

QString CachingTokenProvider::keyOf(const TokenRequest& request)
{
    return request.tenant.toString().toLower() + u' ' + request.audience;
}

std::optional<Secret> CachingTokenProvider::remembered(const TokenRequest& request) const
{
    const auto found = m_tokens.constFind(keyOf(request));
    if (found == m_tokens.constEnd() || m_clock.utcNow().secsTo(found->expiresUtc) < margin.count() ||
        (!request.refused.isEmpty() && found->token == request.refused)) {
        return std::nullopt;
    }
    return found->token;
}

QString CachingTokenProvider::errandOf(const TokenRequest& request) const
{
    return keyOf(request) + u' ' + request.claims;
}

JobOf<AccessToken>* CachingTokenProvider::join(const TokenRequest& request)
{
    const QString errand = errandOf(request);
    if (const auto fetch = m_fetches.find(errand); fetch != m_fetches.end()) {
        ++fetch->lookups;
        return fetch->job;
    }
    const QString key = keyOf(request);
    m_tokens.remove(key);
    JobOf<AccessToken>* job = m_source->acquire(request, this);
    job->onFinished(this, [this, key, errand](const Result<AccessToken>& token) {
        m_fetches.remove(errand);
        if (token) {
            qCDebug(logAuth) << "a token until" << token->expiresUtc;
            m_tokens.insert(key, *token);
        }
        startWaiting();
    });
    m_fetches.insert(errand, {job, 1, false});
    m_waiting.append(errand);
    startWaiting();
    return job;
}

void CachingTokenProvider::leave(const QString& errand)
{
    const auto fetch = m_fetches.find(errand);
    if (fetch != m_fetches.end() && --fetch->lookups == 0 && !fetch->isRunning) {
        delete fetch->job;
        m_fetches.erase(fetch);
        m_waiting.removeOne(errand);
    }
}

void CachingTokenProvider::startWaiting()
{
    auto running =
        std::count_if(m_fetches.cbegin(), m_fetches.cend(), [](const Fetch& fetch) { return fetch.isRunning; });
    while (!m_waiting.isEmpty() && running < m_source->mostAtOnce()) {
        Fetch& fetch = m_fetches[m_waiting.takeFirst()];
        fetch.isRunning = true;
        fetch.job->start();
        ++running;
    }
}

} // namespace CommKeys
