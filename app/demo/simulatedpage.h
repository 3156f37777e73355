// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedanswer.h"
#include "demo/simulatedfaults.h"
#include "demo/simulatedrequest.h"

#include <QJsonArray>

namespace CommKeys {

/// `{"value":[…],"nextLink":…}`: the part of @p all that the page of @p request shows. @p faults says how long a page
/// is, whether the first is empty and where nextLink leads; without any, everything is on one page without nextLink.
/// @p besides: further members of the page.
[[nodiscard]] SimulatedAnswer pageOf(const SimulatedRequest& request, const SimulatedFaults& faults,
                                     const QJsonArray& all, const QJsonObject& besides = {});

} // namespace CommKeys
