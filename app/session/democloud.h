// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/cloud.h"
#include "core/clock.h"
#include "demo/simulatedazure.h"
#include "http/tokenprovider.h"

#include <memory>

namespace CommKeys {

/// The Azure of the demo, which lives in this process and signs everybody in.
class DemoCloud final : public TokenProvider
{
public:
    explicit DemoCloud(std::shared_ptr<Clock> clock);

    [[nodiscard]] SimulatedAzure& azure() { return m_azure; }
    [[nodiscard]] Cloud cloud() const;
    [[nodiscard]] QString account() const;

    [[nodiscard]] JobOf<Secret>* accessToken(const TokenRequest& request, QObject* parent) override;

private:
    std::shared_ptr<Clock> m_clock;
    SimulatedAzure m_azure;
};

} // namespace CommKeys
