// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/account.h"
#include "auth/accountstore.h"
#include "auth/authority.h"
#include "auth/entraclient.h"
#include "auth/tokensource.h"

#include <QHash>

#include <memory>

namespace CommKeys {

/// Tokens without asking anybody: one refresh token of the account serves all of its tenants, each at its own token
/// endpoint. What is refused names the tenant, and the sign-in that would help (Error::signIn).
/// Source: "Refresh tokens in the Microsoft identity platform".
class EntraTokenSource final : public TokenSource
{
public:
    /// What @p client refers to outlives this and its jobs.
    EntraTokenSource(EntraClient client, std::shared_ptr<AccountStore> accounts, Account account);

    /// The tenant that the settings name by its id, the one where the person signed in, the one that the settings name
    /// by a domain, the account's own, and others that have issued it a token; at most four. Never consumersTenant: of
    /// a personal account, `organizations` is one of them.
    [[nodiscard]] QList<TenantId> startTenants() const override;
    /// A request without a tenant gets a token of the first of startTenants().
    [[nodiscard]] JobOf<AccessToken>* acquire(const TokenRequest& request, QObject* parent) override;

private:
    const EntraClient m_client;
    const std::shared_ptr<AccountStore> m_accounts;
    const Account m_account;
    /// Found once a tenant; jobs may outlive this, so they share it.
    const std::shared_ptr<QHash<QString, Authority>> m_authorities;
};

} // namespace CommKeys
