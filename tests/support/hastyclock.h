// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"

namespace CommKeys {

/// The computer's clock, on which waiting takes a thousandth of its time: nobody waits for retries in a test.
class HastyClock final : public Clock
{
public:
    [[nodiscard]] QDateTime utcNow() const override { return m_clock.utcNow(); }
    void callAfter(std::chrono::milliseconds delay, QObject* context, std::function<void()> call) override
    {
        m_clock.callAfter(delay / 1'000, context, std::move(call));
    }

private:
    SystemClock m_clock;
};

} // namespace CommKeys
