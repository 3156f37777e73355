// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/accesstoken.h"
#include "core/job.h"
#include "http/tokenprovider.h"

namespace CommKeys {

/// Gets one new token from where tokens are made: a program, a token endpoint, the demo. Knows nothing of memory;
/// CachingTokenProvider puts that in front of it.
class TokenSource
{
public:
    TokenSource() = default;
    virtual ~TokenSource() = default;
    Q_DISABLE_COPY_MOVE(TokenSource)

    /// The tenants whose token serves a request that names none, in the order in which to try them; never empty. An
    /// empty id: the tenant that the source's other side chooses.
    [[nodiscard]] virtual QList<TenantId> startTenants() const { return {TenantId()}; }

    /// How many jobs of acquire() run at the same time at most; CachingTokenProvider has the others wait.
    [[nodiscard]] virtual int mostAtOnce() const { return 8; }

    /// @p error with what the person can do here after @p request.refused was refused; as it is where nothing is to be
    /// added.
    [[nodiscard]] virtual Error explainRefusal(const TokenRequest& request, const Error& error) const
    {
        Q_UNUSED(request)
        return error;
    }

    [[nodiscard]] virtual JobOf<AccessToken>* acquire(const TokenRequest& request, QObject* parent) = 0;
};

} // namespace CommKeys
