// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QObject>

#include <chrono>
#include <functional>

namespace CommKeys {

/// Time as a dependency: what time it is, and "call me later". Tests hand in a clock that they turn by hand.
class Clock
{
public:
    Clock() = default;
    virtual ~Clock() = default;
    Q_DISABLE_COPY_MOVE(Clock)

    /// Now, in UTC.
    [[nodiscard]] virtual QDateTime utcNow() const = 0;

    /// Calls @p call once, @p delay from now, from the event loop; not at all when @p context is gone by then.
    virtual void callAfter(std::chrono::milliseconds delay, QObject* context, std::function<void()> call) = 0;
};

/// The computer's own clock.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime utcNow() const override;
    void callAfter(std::chrono::milliseconds delay, QObject* context, std::function<void()> call) override;
};

} // namespace CommKeys
