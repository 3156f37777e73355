// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedentrapolicy.h"
#include "demo/simulatedgrants.h"

namespace CommKeys {

/// What the endpoints of the simulated Entra ID have in common.
struct SimulatedEntraState
{
    SimulatedEntraPolicy policy;
    SimulatedGrants grants;
};

} // namespace CommKeys
