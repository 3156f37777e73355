// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedentracall.h"
#include "demo/simulatedentrastate.h"
#include "demo/simulatedscopes.h"

namespace CommKeys {

/// What a grant that was found good is exchanged for.
struct SimulatedTokenOrder
{
    SimulatedGrant grant;
    SimulatedPerson person;
    SimulatedTenant tenant;
    SimulatedScopes scopes;
    QJsonObject claims; ///< what the access token satisfies
    QString nonce;      ///< empty: the member is missing
};

/// The answer of /token: a refresh token only with offline_access, an id token only with openid, client_info only where
/// the request asks for it, and `foci` only for the client that belongs to Microsoft's family.
[[nodiscard]] SimulatedAnswer tokenReply(const SimulatedEntraCall& call, SimulatedEntraState& state,
                                         const SimulatedTokenOrder& order);

/// `client_info`: who signed in, by the object id and the tenant at home, whatever tenant the token is for.
[[nodiscard]] QString clientInfoOf(const SimulatedPerson& person);

} // namespace CommKeys
