// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedentracall.h"
#include "demo/simulatedentrastate.h"

#include <optional>

namespace CommKeys {

/// Signing in on another screen (RFC 8628): the program shows a code, a person types it into a page.

/// POST {tenant}/oauth2/v2.0/devicecode.
[[nodiscard]] SimulatedAnswer startDeviceLogin(const SimulatedEntraCall& call, SimulatedEntraState& state);

/// GET {login}device: with `code=…` the person of the policy signs in, or declines when the policy says so; without, it
/// is the page on which one would type it.
[[nodiscard]] SimulatedAnswer deviceLoginPage(const SimulatedEntraCall& call, SimulatedEntraState& state);

/// One question of the program for the `device_code` of @p call; nothing when it may have its token now. Asking sooner
/// than was allowed is answered with slow_down, which makes the interval five seconds longer. Half a second is
/// forgiven: no timer is exact.
[[nodiscard]] std::optional<SimulatedEntraError> pollDeviceCode(const SimulatedEntraCall& call,
                                                                SimulatedEntraState& state);

} // namespace CommKeys
