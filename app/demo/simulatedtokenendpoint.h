// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedentracall.h"
#include "demo/simulatedentrastate.h"

namespace CommKeys {

/// POST {tenant}/oauth2/v2.0/token: what a code, a refresh token or a device code is worth.
///
/// A refresh token is good for every tenant of its person and for its client only; each use gives a further one, and
/// the old ones go on working until they are revoked or nobody has used them for 90 days. A code is good once, for ten
/// minutes, at the tenant where it was issued, with the same redirect address and the verifier of its challenge.
[[nodiscard]] SimulatedAnswer redeem(const SimulatedEntraCall& call, SimulatedEntraState& state);

} // namespace CommKeys
