// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"

#include <QString>

namespace CommKeys {

/// The directory to which all personal Microsoft accounts belong. It issues no tokens for Resource Manager.
/// Source: "OpenID Connect on the Microsoft identity platform", the `tenant` of personal accounts.
inline constexpr QStringView consumersTenant = u"9188040d-6c67-4c5b-b112-36a304b66dad";

/// A person who is signed in to a login service. Source: the Account section of MSAL's unified cache.
struct Account
{
    QString homeAccountId; ///< "uid.utid": the same in every tenant
    QString environment;   ///< LoginService::environment
    TenantId tenant;       ///< where they signed in
    QString objectId;      ///< local_account_id: who they are in that tenant
    QString username;      ///< "avery@contoso.example"
    QString name;          ///< display name; may be empty

    bool operator==(const Account&) const = default;

    /// The directory that the account belongs to, `utid`. Not necessarily one that issues tokens: see consumersTenant.
    /// A guest signs in at another one.
    [[nodiscard]] TenantId homeTenant() const
    {
        const QString home = homeAccountId.section(u'.', 1);
        return home.isEmpty() ? tenant : TenantId(home);
    }

    /// The same person at the same service, whatever the tenant.
    [[nodiscard]] bool isSamePersonAs(const Account& other) const
    {
        return homeAccountId.compare(other.homeAccountId, Qt::CaseInsensitive) == 0 &&
               environment.compare(other.environment, Qt::CaseInsensitive) == 0;
    }
};

} // namespace CommKeys
