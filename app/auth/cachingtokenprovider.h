// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/tokensource.h"
#include "core/clock.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace CommKeys {

/// Remembers tokens, in memory only, until five minutes before they end; requests that need the same token while it is
/// being fetched share one fetch. A token that was refused is forgotten; whoever comes with a refused token after
/// another one was fetched gets that, so that a listing of fifty requests renews its token once.
///
/// A request that names no tenant gets a token of the first of TokenSource::startTenants() that issues one. What fails
/// otherwise than by a refusal (the network, a busy service) is not tried with the next; the error is the first one's.
class CachingTokenProvider final : public QObject, public TokenProvider
{
    Q_OBJECT

public:
    CachingTokenProvider(std::unique_ptr<TokenSource> source, Clock& clock, QObject* parent = nullptr);

    [[nodiscard]] JobOf<Secret>* accessToken(const TokenRequest& request, QObject* parent) override;

    /// A token that came by another way, such as with a sign-in.
    void remember(const TokenRequest& request, const AccessToken& token);

    /// The next request of each tenant fetches: somebody has signed in anew.
    void forgetAll() { m_tokens.clear(); }

private:
    class Lookup;

    [[nodiscard]] static QString keyOf(const TokenRequest& request);
    [[nodiscard]] std::optional<Secret> remembered(const TokenRequest& request) const;
    [[nodiscard]] JobOf<AccessToken>* fetch(const TokenRequest& request);

    std::unique_ptr<TokenSource> m_source;
    Clock& m_clock;
    QHash<QString, AccessToken> m_tokens;
    QHash<QString, JobOf<AccessToken>*> m_fetching;
};

} // namespace CommKeys
