// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/entratokensource.h"

#include "auth/silenttokenjob.h"

namespace CommKeys {

EntraTokenSource::EntraTokenSource(EntraClient client, std::shared_ptr<AccountStore> accounts, Account account)
    : m_client(std::move(client))
    , m_accounts(std::move(accounts))
    , m_account(std::move(account))
    , m_authorities(std::make_shared<QHash<QString, Authority>>())
{
}

JobOf<AccessToken>* EntraTokenSource::acquire(const TokenRequest& request, QObject* parent)
{
    return new SilentTokenJob(m_client, m_accounts, m_account, m_authorities, request, parent);
}

} // namespace CommKeys
