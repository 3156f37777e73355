// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"

#include <QList>
#include <QPointer>

#include <optional>

namespace CommKeys {

/// A clock that stands still until a test turns it.
///
/// A call becomes due when advance() passes its time; the due ones then run from the event loop, in the order of their
/// times, so process events after advance(). A call with no delay is due at once. What such a call asks for in turn
/// counts from the time to which the clock was turned.
class ManualClock final : public Clock
{
public:
    /// 2026-01-15 10:42 UTC unless told otherwise.
    explicit ManualClock(const QDateTime& startUtc = QDateTime(QDate(2026, 1, 15), QTime(10, 42), Qt::UTC));

    [[nodiscard]] QDateTime utcNow() const override { return m_now; }
    void callAfter(std::chrono::milliseconds delay, QObject* context, std::function<void()> call) override;

    void advance(std::chrono::milliseconds by);

    /// How many calls wait for their time and still have somebody to be made for.
    [[nodiscard]] int waiting() const;
    /// How long until the next of them; nothing when none waits.
    [[nodiscard]] std::optional<std::chrono::milliseconds> untilNext() const;

private:
    struct Call
    {
        QDateTime due;
        QPointer<QObject> context;
        std::function<void()> call;
    };
    static void post(const Call& call);

    QDateTime m_now;
    QList<Call> m_calls; ///< by time; of equal times the earlier asked for comes first
};

} // namespace CommKeys
