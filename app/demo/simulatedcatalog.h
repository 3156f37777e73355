// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedestate.h"

namespace CommKeys {

/// What a person meets who tries the demo, and most tests: tenants Contoso and Fabrikam; subscriptions Production,
/// Staging, Development, Sandbox (empty) and Fabrikam Retail, Fabrikam Archive (may be read only); 33 resources such
/// as acs-prod-00000 in rg-comm-00, with every oddity of azure-api §0; acs-email-00006 is locked read-only.
/// Keys of five of them were regenerated 12, 45, 80 and 120 days ago.
[[nodiscard]] SimulatedEstate demoEstate();

/// The one resource of the published examples: MyCommunicationResource in MyResourceGroup of subscription
/// 11112222-3333-4444-5555-666677778888. Source: Communication Services - Regenerate Key, 2023-04-01.
[[nodiscard]] SimulatedEstate exampleEstate();

/// @p resources spread evenly over @p subscriptions, and those over @p tenants: for measuring.
[[nodiscard]] SimulatedEstate largeEstate(int tenants, int subscriptions, int resources);

} // namespace CommKeys
