// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedanswer.h"
#include "demo/simulatedcloud.h"
#include "demo/simulatedentracall.h"
#include "demo/simulatedentrastate.h"
#include "demo/simulatedestate.h"
#include "demo/simulatedrequest.h"

#include <QDateTime>

namespace CommKeys {

/// Microsoft Entra ID, as small as the sign-in of a desktop program needs it: discovery, the authorization code with
/// its challenge, refresh tokens, device codes; two people (simulatedpeople.h) and what their tenants may want of them.
/// As SimulatedAzure it is a request and a time in, an answer out, and the same requests in the same order get the same
/// answers, codes and tokens. It is strict where the real one is, and refuses in its words and numbers.
///
/// SimulatedAzure hands it every request for an address below SimulatedCloud::login.
class SimulatedEntra
{
public:
    /// Equal seeds give equal codes and refresh tokens.
    explicit SimulatedEntra(const QByteArray& seed) : m_state{{}, SimulatedGrants(seed)} {}

    [[nodiscard]] SimulatedAnswer answer(const SimulatedRequest& request, const SimulatedCloud& cloud,
                                         const SimulatedEstate& estate, const QDateTime& utcNow);

    /// How it behaves from now on. What is used up is off in it again.
    [[nodiscard]] SimulatedEntraPolicy& policy() { return m_state.policy; }
    [[nodiscard]] const SimulatedEntraPolicy& policy() const { return m_state.policy; }
    void setPolicy(const SimulatedEntraPolicy& policy) { m_state.policy = policy; }

private:
    [[nodiscard]] SimulatedAnswer act(const SimulatedEntraCall& call);
    void useUp(const QDateTime& utcNow);

    SimulatedEntraState m_state;
    int m_calls = 0;
};

} // namespace CommKeys
