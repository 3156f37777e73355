// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/cachingtokenprovider.h"

#include "core/logging.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

namespace {

/// What a token has to be good for at least, so that a slow request does not outlive it.
constexpr std::chrono::seconds margin = 5min;

} // namespace

/// Waits for a token that is remembered, or being fetched for somebody else, or fetched now.
class CachingTokenProvider::Lookup final : public JobOf<Secret>
{
public:
    Lookup(CachingTokenProvider& provider, TokenRequest request, QObject* parent)
        : JobOf<Secret>(parent)
        , m_provider(provider)
        , m_request(std::move(request))
    {
    }

private:
    void run() override
    {
        if (std::optional<Secret> token = m_provider.remembered(m_request)) {
            finishWith(*std::move(token));
            return;
        }
        m_provider.fetch(m_request)->onFinished(this, [this](const Result<AccessToken>& token) {
            finishWith(token ? Result<Secret>(token->token) : Result<Secret>(token.error()));
        });
    }

    CachingTokenProvider& m_provider;
    TokenRequest m_request;
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

QString CachingTokenProvider::keyOf(const TokenRequest& request)
{
    return request.tenant.toString().toLower() + u' ' + request.audience + u' ' + request.claims;
}

std::optional<Secret> CachingTokenProvider::remembered(const TokenRequest& request) const
{
    const auto found = m_tokens.constFind(keyOf(request));
    if (request.fresh || found == m_tokens.constEnd() || m_clock.utcNow().secsTo(found->expiresUtc) < margin.count()) {
        return std::nullopt;
    }
    return found->token;
}

JobOf<AccessToken>* CachingTokenProvider::fetch(const TokenRequest& request)
{
    const QString key = keyOf(request);
    if (JobOf<AccessToken>* running = m_fetching.value(key)) {
        return running;
    }
    m_tokens.remove(key);
    auto* job = m_source->acquire(request, this);
    m_fetching.insert(key, job);
    job->onFinished(this, [this, key](const Result<AccessToken>& token) {
        m_fetching.remove(key);
        if (token) {
            qCDebug(logAuth) << "a token until" << token->expiresUtc;
            m_tokens.insert(key, *token);
        }
    });
    job->start();
    return job;
}

} // namespace CommKeys
