// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedestate.h"

#include <optional>

namespace CommKeys {

/// Somebody who can sign in to the simulation.
struct SimulatedPerson
{
    QString upn; ///< the name to sign in with
    TenantId home;
    bool isGuestEverywhere = false; ///< a member of every tenant; otherwise only of the one at home

    [[nodiscard]] bool isMemberOf(const TenantId& tenant) const { return isGuestEverywhere || tenant == home; }
};

/// Two people: avery@contoso.example, at home in the first tenant and a guest in all others, and jordan of the last
/// tenant (jordan@fabrikam.example in the demo), who is a member of that one only.
[[nodiscard]] QList<SimulatedPerson> peopleOf(const SimulatedEstate& estate);

/// By the name to sign in with, in any casing; nothing when there is nobody of that name.
[[nodiscard]] std::optional<SimulatedPerson> personOf(const SimulatedEstate& estate, const QString& upn);

} // namespace CommKeys
