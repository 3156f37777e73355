// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedentracall.h"

namespace CommKeys {

/// What Entra ID tells about itself before anybody signs in.

/// GET {tenant}/v2.0/.well-known/openid-configuration. A tenant that is named by its domain is answered with its id in
/// all addresses, as the real one does.
[[nodiscard]] SimulatedAnswer openIdConfiguration(const SimulatedEntraCall& call);

/// GET common/discovery/instance: whether an authority exists, and under which names. The public cloud knows the hosts
/// of its sisters too; any other cloud knows itself only, by its host and, where it has one, its port.
[[nodiscard]] SimulatedAnswer instanceDiscovery(const SimulatedEntraCall& call);

} // namespace CommKeys
