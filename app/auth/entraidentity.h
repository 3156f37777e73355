// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/accountstore.h"
#include "auth/cachingtokenprovider.h"
#include "auth/entraclient.h"
#include "auth/identity.h"

#include <memory>

namespace CommKeys {

/// The Identity of somebody who signed in with Microsoft Entra ID.
class EntraIdentity final : public Identity
{
    Q_OBJECT

public:
    /// @p tokens and what @p client refers to outlive this.
    EntraIdentity(EntraClient client, std::shared_ptr<AccountStore> accounts, Account account,
                  CachingTokenProvider& tokens);

    [[nodiscard]] Account account() const override { return m_account; }
    [[nodiscard]] QList<Account> accounts() const override;
    [[nodiscard]] SignInJob* signIn(const SignInRequest& request, QObject* parent) override;
    [[nodiscard]] JobOf<Done>* signOut(QObject* parent) override;
    void keepAgain() override;

private:
    class PersonJob;

    const EntraClient m_client;
    const std::shared_ptr<AccountStore> m_accounts;
    const Account m_account;
    CachingTokenProvider& m_tokens;
};

} // namespace CommKeys
