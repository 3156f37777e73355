// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/clock.h"

#include <QTimer>

namespace CommKeys {

QDateTime SystemClock::utcNow() const
{
    return QDateTime::currentDateTimeUtc();
}

void SystemClock::callAfter(std::chrono::milliseconds delay, QObject* context, std::function<void()> call)
{
    QTimer::singleShot(delay, context, std::move(call));
}

} // namespace CommKeys
