// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedestate.h"

#include <optional>

namespace CommKeys {

/// The directory of personal Microsoft accounts, which gives no tokens for Resource Manager.
/// Source: "OpenID Connect on the Microsoft identity platform", the `tenant` of personal accounts.
inline constexpr QStringView simulatedConsumers = u"9188040d-6c67-4c5b-b112-36a304b66dad";

/// Somebody who can sign in to the simulation.
struct SimulatedPerson
{
    QString upn;                    ///< the name to sign in with
    TenantId home;                  ///< `utid` of client_info; simulatedConsumers: a personal account
    bool isGuestEverywhere = false; ///< a member of every tenant; otherwise only of the one at home
    TenantId signsInAt = {};        ///< whose tokens a sign-in without a tenant gives; empty: of `home`

    [[nodiscard]] const TenantId& startTenant() const { return signsInAt.isEmpty() ? home : signsInAt; }
    [[nodiscard]] bool isMemberOf(const TenantId& tenant) const { return isGuestEverywhere || tenant == home; }
};

/// Three people: avery@contoso.example, at home in the first tenant and a guest in all others; jordan of the last
/// tenant (jordan@fabrikam.example in the demo), who is a member of that one only; and robin@outlook.example, a
/// personal account, which signs in at the first tenant and is a guest in all of them.
[[nodiscard]] QList<SimulatedPerson> peopleOf(const SimulatedEstate& estate);

/// By the name to sign in with, in any casing; nothing when there is nobody of that name.
[[nodiscard]] std::optional<SimulatedPerson> personOf(const SimulatedEstate& estate, const QString& upn);

} // namespace CommKeys
