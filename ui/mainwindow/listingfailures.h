// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/inventory.h"

namespace CommKeys {

/// One Error that tells of everything in a listing that could not be listed: how many of how many, their names, and
/// each one's own words and request id in the details. For an inventory that has failures.
[[nodiscard]] Error describeFailures(const Inventory& inventory);

/// A tenant that lists more once the person has signed in there.
struct TenantToSignIn
{
    QString name; ///< as it is told
    SignInHint hint;
};

/// The tenants in @p inventory for which signing in helps, each once, in the order of their failures, at most three.
[[nodiscard]] QList<TenantToSignIn> tenantsToSignIn(const Inventory& inventory);

} // namespace CommKeys
