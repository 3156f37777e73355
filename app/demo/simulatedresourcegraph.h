// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedanswer.h"
#include "demo/simulatedestate.h"
#include "demo/simulatedfaults.h"
#include "demo/simulatedrequest.h"
#include "demo/simulatedtoken.h"

namespace CommKeys {

/// POST /providers/Microsoft.ResourceGraph/resources, for the questions that list resources of Communication Services:
/// `resources`, then `where type =~ '…'`, `project …` and `order by id asc` in this order; any other is an
/// InvalidQuery. As recorded (azure-api §3): a hundred rows without `$top`, no `$skipToken` without `id` among the
/// columns, `resultTruncated` is a word. SimulatedFaults::pageSize makes pages shorter. A question about a subscription
/// that the faults forbid is refused as a whole; what the real service does then is not known. The
/// index shows the estate as it was SimulatedFaults::resourceGraphLag before @p utcNow.
[[nodiscard]] SimulatedAnswer answerResourceGraph(const SimulatedRequest& request, const SimulatedToken& token,
                                                  const SimulatedEstate& estate, const SimulatedFaults& faults,
                                                  const QDateTime& utcNow);

} // namespace CommKeys
