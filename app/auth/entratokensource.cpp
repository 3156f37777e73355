// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/entratokensource.h"

#include "auth/silenttokenjob.h"

namespace CommKeys {

namespace {

/// Where a sign-in has ended, every one of them refuses.
constexpr qsizetype mostStartTenants = 4;

} // namespace

EntraTokenSource::EntraTokenSource(EntraClient client, std::shared_ptr<AccountStore> accounts, Account account)
    : m_client(std::move(client))
    , m_accounts(std::move(accounts))
    , m_account(std::move(account))
    , m_authorities(std::make_shared<QHash<QString, Authority>>())
{
}

QList<TenantId> EntraTokenSource::startTenants() const
{
    if (isAdfs(m_client.login)) {
        return {m_account.tenant};
    }
    const TenantId consumers(consumersTenant.toString());
    QList<TenantId> tenants;
    const auto add = [&](const TenantId& tenant) {
        if (!tenant.isEmpty() && !(tenant == consumers) && !tenants.contains(tenant) &&
            tenants.size() < mostStartTenants) {
            tenants.append(tenant);
        }
    };
    if (isUuid(m_client.tenant)) {
        add(TenantId(m_client.tenant));
    }
    add(m_account.tenant);
    add(TenantId(m_client.tenant));
    add(m_account.homeTenant());
    if (m_account.homeTenant() == consumers) {
        add(TenantId(anyOrganization.toString()));
    }
    for (const TenantId& tenant : m_accounts->tenants(m_account, m_client.login)) {
        add(tenant);
    }
    return tenants.isEmpty() ? QList<TenantId>{TenantId(anyOrganization.toString())} : tenants;
}

JobOf<AccessToken>* EntraTokenSource::acquire(const TokenRequest& request, QObject* parent)
{
    TokenRequest named = request;
    if (named.tenant.isEmpty()) {
        named.tenant = startTenants().constFirst();
    }
    return new SilentTokenJob(m_client, m_accounts, m_account, m_authorities, named, parent);
}

} // namespace CommKeys
