// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedentracall.h"
#include "demo/simulatedentrastate.h"

namespace CommKeys {

/// GET {tenant}/oauth2/v2.0/authorize, with a person before it who signs in at once: the one of `login_hint`, else the
/// policy's. Answers a redirect to the address of the request, with a code or an error in its query.
///
/// What is wrong with the client or the person is told on a page instead, as the real one does: the redirect address
/// (AADSTS50011), the client, the tenant, somebody who is not a member of it (AADSTS50020). The program that waits
/// hears nothing of it then.
///
/// Stricter than the real one, for clients such as CommKeys: a code challenge is demanded, only S256 and only
/// response_mode=query are taken, and the redirect address is http://localhost with or without a port, and no path.
[[nodiscard]] SimulatedAnswer authorize(const SimulatedEntraCall& call, SimulatedEntraState& state);

} // namespace CommKeys
