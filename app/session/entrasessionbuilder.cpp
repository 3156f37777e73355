// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/entrasessionbuilder.h"

#include "auth/cachingtokenprovider.h"
#include "auth/entraidentity.h"
#include "auth/entratokensource.h"
#include "http/notokens.h"
#include "session/loginserviceof.h"

namespace CommKeys {

EntraSessionBuilder::EntraSessionBuilder(const SessionSupplies& supplies, const Settings& settings)
    : m_supplies(supplies)
    , m_settings(settings)
{
    m_parts.clock = supplies.clock;
    m_parts.secrets = supplies.secrets;
    m_parts.journal = supplies.journal;
    m_parts.lockFolder = supplies.lockFolder;
    m_parts.simulation = supplies.simulation;
    m_parts.isDemo = supplies.simulation != nullptr;
    m_parts.signInTokens = std::make_unique<NoTokens>();
    m_parts.network = supplies.makeNetwork();
}

HttpContext EntraSessionBuilder::http() const
{
    return {*m_parts.network, *m_parts.signInTokens, *m_parts.clock};
}

EntraClient EntraSessionBuilder::client() const
{
    return {loginServiceOf(m_parts.cloud), m_settings.clientId, m_settings.tenant, m_parts.cloud.audience, http(),
            m_supplies.openBrowser};
}

std::shared_ptr<Session> EntraSessionBuilder::build(const Account& account, const std::optional<AccessToken>& token)
{
    auto source = std::make_unique<EntraTokenSource>(client(), m_supplies.accounts, account);
    auto tokens = std::make_unique<CachingTokenProvider>(std::move(source), *m_parts.clock);
    if (token) {
        tokens->remember({account.tenant, m_parts.cloud.audience}, *token);
    }
    m_parts.identity = std::make_unique<EntraIdentity>(client(), m_supplies.accounts, account, *tokens);
    m_parts.tokens = std::move(tokens);
    m_parts.account = account.username;
    return std::make_shared<Session>(std::move(m_parts));
}

} // namespace CommKeys
