// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/cloud.h"
#include "core/clock.h"
#include "demo/simulatedazure.h"
#include "demo/simulatedbrowser.h"
#include "demo/simulatednetworkaccessmanager.h"
#include "keychain/memorystore.h"
#include "session/sessionsupplies.h"

#include <memory>

namespace CommKeys {

/// The Azure of the demo, which lives in this process, with a sign-in service and a browser of its own: signing in goes
/// the whole way, by the browser or with a code, and asks nobody.
class DemoCloud
{
public:
    explicit DemoCloud(std::shared_ptr<Clock> clock);

    [[nodiscard]] SimulatedAzure& azure() { return m_azure; }
    [[nodiscard]] Cloud cloud() const;

    /// What a session of the demo is made of. @p self is this; @p keychain is where access keys are kept. Sign-ins are
    /// kept in memory: the next start has another demo.
    [[nodiscard]] SessionSupplies supplies(const std::shared_ptr<DemoCloud>& self,
                                           const std::shared_ptr<SecretStore>& keychain);

private:
    std::shared_ptr<Clock> m_clock;
    SimulatedAzure m_azure;
    SimulatedNetworkAccessManager m_browserNetwork;
    SimulatedBrowser m_browser;
    MemoryStore m_signIns;
};

} // namespace CommKeys
