// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QTimeZone>

namespace CommKeys {

// Qt deprecates its calls that take Qt::UTC (6.5 and later), and what is to be used instead does not make Qt::UTC of it
// in 6.4.

[[nodiscard]] inline QDateTime utcTime(qint64 secondsSinceEpoch)
{
    return QDateTime::fromSecsSinceEpoch(secondsSinceEpoch, QTimeZone::utc()).toUTC();
}

[[nodiscard]] inline QDateTime utcTime(QDate date, QTime time)
{
    return QDateTime(date, time, QTimeZone::utc()).toUTC();
}

} // namespace CommKeys
