// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "core/job.h"
#include "core/secret.h"

#include <QString>

namespace CommKeys {

/// Which token a request needs.
struct TokenRequest
{
    TenantId tenant;        ///< empty: any that issues the account a token
    QString audience;       ///< the resource the token is for, such as "https://management.azure.com/"
    Secret refused = {};    ///< the token that the service did not accept: never answered again
    QString claims = {};    ///< the claims challenge with which it was refused, decoded JSON; empty when there was none
    QString operation = {}; ///< verb and path of the request that the token is for: some need more than others
};

/// Where access tokens come from: Azure CLI, the browser, the demo.
class TokenProvider
{
public:
    TokenProvider() = default;
    virtual ~TokenProvider() = default;
    Q_DISABLE_COPY_MOVE(TokenProvider)

    /// A job, child of @p parent and not yet started, that ends with a bearer token good for the next minutes or with
    /// an Error of kind NotSignedIn, ToolMissing, Network, Refused… that tells the person what to do.
    [[nodiscard]] virtual JobOf<Secret>* accessToken(const TokenRequest& request, QObject* parent) = 0;

    /// The service refused @p request.refused for @p request.operation, as @p error says. Returns @p error with advice
    /// that fits the way in which the person is signed in. As long as there is no other token, accessToken() for the
    /// same operation fails with that Error: what was refused isn't sent again unchanged.
    [[nodiscard]] virtual Error noteRefusal(const TokenRequest& request, const Error& error)
    {
        Q_UNUSED(request)
        return error;
    }
};

} // namespace CommKeys
