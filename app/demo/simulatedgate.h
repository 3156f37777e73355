// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedanswer.h"
#include "demo/simulatedcloud.h"
#include "demo/simulatedestate.h"
#include "demo/simulatedrequest.h"
#include "demo/simulatedroute.h"
#include "demo/simulatedtoken.h"

#include <QDateTime>

#include <variant>

namespace CommKeys {

/// The doorman of Resource Manager: who is there, and with what token. Answers either the token, or what is said to
/// somebody who has none that is good. @p subscription: the one that the request is about; null when none.
[[nodiscard]] std::variant<SimulatedToken, SimulatedAnswer> admit(const SimulatedRequest& request,
                                                                  const SimulatedCloud& cloud,
                                                                  const SimulatedEstate& estate,
                                                                  const SimulatedSubscription* subscription,
                                                                  const QDateTime& utcNow);

/// What is said to a token that is good but does not satisfy @p claims; nothing when it does, or none are wanted. In
/// the shape of the recorded challenges: the claims are base64 of their JSON.
[[nodiscard]] std::optional<SimulatedAnswer> challenge(const SimulatedToken& token, const SimulatedCloud& cloud,
                                                       const QJsonObject& claims);

} // namespace CommKeys
