// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/tokensource.h"
#include "core/clock.h"

#include <QHash>
#include <QObject>
#include <QStringList>

#include <memory>

namespace CommKeys {

/// Remembers tokens, in memory only, until five minutes before they end; requests that need the same token while it is
/// being fetched share one fetch. A token that was refused is forgotten; whoever comes with a refused token after
/// another one was fetched gets that, so that a listing of fifty requests renews its token once.
///
/// A request that names no tenant gets a token of the first of TokenSource::startTenants() that issues one. What fails
/// otherwise than by a refusal (the network, a busy service) is not tried with the next; the error is the first one's.
///
/// The only place where fetches wait for each other: TokenSource::mostAtOnce() of them run, the others are started in
/// the order in which they were asked for. A fetch that waits and that nobody asks for any longer is never started; one
/// that runs goes on, for its token is of use later.
class CachingTokenProvider final : public QObject, public TokenProvider
{
    Q_OBJECT

public:
    CachingTokenProvider(std::unique_ptr<TokenSource> source, Clock& clock, QObject* parent = nullptr);

    [[nodiscard]] JobOf<Secret>* accessToken(const TokenRequest& request, QObject* parent) override;

    [[nodiscard]] Error noteRefusal(const TokenRequest& request, const Error& error) override;

    /// A token that came by another way, such as with a sign-in.
    void remember(const TokenRequest& request, const AccessToken& token);

    /// The next request of each tenant fetches: somebody has signed in anew.
    void forgetAll();

private:
    class Lookup;

    /// One job of the source, waiting or running.
    struct Fetch
    {
        JobOf<AccessToken>* job;
        int lookups; ///< that wait for it
        bool isRunning;
    };

    struct Refusal
    {
        Secret token;
        QString claims;
        Error error;
    };

    [[nodiscard]] static QString keyOf(const TokenRequest& request);
    /// What a request shares a fetch by: one that has to answer a challenge isn't the same as one that has not.
    [[nodiscard]] QString errandOf(const TokenRequest& request) const;
    [[nodiscard]] std::optional<Secret> remembered(const TokenRequest& request) const;
    [[nodiscard]] JobOf<AccessToken>* join(const TokenRequest& request);
    void leave(const QString& errand);
    void startWaiting();
    /// @p request with what is known of a refusal for its operation.
    [[nodiscard]] TokenRequest withRefusal(TokenRequest request) const;
    /// What is told where the source gave the refused token once more.
    [[nodiscard]] Error refusalOf(const TokenRequest& request) const;
    [[nodiscard]] QString operationKeyOf(const TokenRequest& request) const;

    std::unique_ptr<TokenSource> m_source;
    Clock& m_clock;
    QHash<QString, AccessToken> m_tokens;
    QHash<QString, Fetch> m_fetches;    ///< by errand
    QHash<QString, Refusal> m_refusals; ///< by key and operation: a token may be good for listing and not for changing
    QStringList m_waiting;              ///< errands, the oldest first
};

} // namespace CommKeys
