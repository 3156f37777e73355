// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/inventory.h"

#include <QSet>

namespace CommKeys {

/// One Error that tells of everything in a listing that could not be listed: how many of how many, their names, and
/// each one's own words and request id in the details. In the order of their names, so that the same failures read the
/// same each time. For an inventory that has failures. @p signedInTo: tenants where a sign-in has just been of no use.
[[nodiscard]] Error describeFailures(const Inventory& inventory, const QSet<TenantId>& signedInTo = {});

/// The tenants in @p inventory that ask for a sign-in.
[[nodiscard]] QSet<TenantId> refusedTenants(const Inventory& inventory);

/// The tenants in @p inventory to offer to exclude, in the order of describeFailures(): those that refuse and that no
/// sign-in opens; where there are none, those that ask for a sign-in. What the network did is no reason.
[[nodiscard]] QList<Tenant> tenantsToExclude(const Inventory& inventory, const QSet<TenantId>& signedInTo = {});

/// A tenant that lists more once the person has signed in there.
struct TenantToSignIn
{
    QString name; ///< as it is told
    SignInHint hint;
};

/// The tenants in @p inventory for which signing in helps, each once, in the order of describeFailures(), at most
/// three; without those of @p signedInTo.
[[nodiscard]] QList<TenantToSignIn> tenantsToSignIn(const Inventory& inventory, const QSet<TenantId>& signedInTo = {});

} // namespace CommKeys
