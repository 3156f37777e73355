// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/manualclock.h"

#include <algorithm>

namespace CommKeys {

ManualClock::ManualClock(const QDateTime& startUtc) : m_now(startUtc) {}

void ManualClock::callAfter(std::chrono::milliseconds delay, QObject* context, std::function<void()> call)
{
    const Call wanted{m_now.addMSecs(delay.count()), context, std::move(call)};
    if (delay.count() <= 0) {
        post(wanted);
        return;
    }
    const auto place = std::upper_bound(m_calls.begin(), m_calls.end(), wanted,
                                        [](const Call& a, const Call& b) { return a.due < b.due; });
    m_calls.insert(place, wanted);
}

void ManualClock::advance(std::chrono::milliseconds by)
{
    m_now = m_now.addMSecs(by.count());
    while (!m_calls.isEmpty() && m_calls.first().due <= m_now) {
        post(m_calls.takeFirst());
    }
}

int ManualClock::waiting() const
{
    return static_cast<int>(
        std::count_if(m_calls.begin(), m_calls.end(), [](const Call& call) { return !call.context.isNull(); }));
}

std::optional<std::chrono::milliseconds> ManualClock::untilNext() const
{
    const auto next =
        std::find_if(m_calls.begin(), m_calls.end(), [](const Call& call) { return !call.context.isNull(); });
    if (next == m_calls.end()) {
        return std::nullopt;
    }
    return std::chrono::milliseconds(m_now.msecsTo(next->due));
}

void ManualClock::post(const Call& call)
{
    if (call.context) {
        // A queued call dies with its context, so nobody has to look again when it runs.
        QMetaObject::invokeMethod(call.context, call.call, Qt::QueuedConnection);
    }
}

} // namespace CommKeys
