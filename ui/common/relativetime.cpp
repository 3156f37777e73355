// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/relativetime.h"

#include <QCoreApplication>

namespace CommKeys {

namespace {

QString ago(const char* text, qint64 count)
{
    return QCoreApplication::translate("CommKeys::relativeTime", text, nullptr, static_cast<int>(count));
}

} // namespace

QString relativeTime(const QDateTime& then, const QDateTime& now)
{
    if (!then.isValid() || !now.isValid()) {
        return {};
    }
    const qint64 minutes = then.secsTo(now) / 60;
    const qint64 hours = minutes / 60;
    const qint64 days = hours / 24;
    if (minutes < 1) {
        return QCoreApplication::translate("CommKeys::relativeTime", "just now");
    }
    if (hours < 1) {
        return ago(QT_TRANSLATE_N_NOOP("CommKeys::relativeTime", "%n minute(s) ago"), minutes);
    }
    if (days < 1) {
        return ago(QT_TRANSLATE_N_NOOP("CommKeys::relativeTime", "%n hour(s) ago"), hours);
    }
    if (days < 60) {
        return ago(QT_TRANSLATE_N_NOOP("CommKeys::relativeTime", "%n day(s) ago"), days);
    }
    if (days < 730) {
        return ago(QT_TRANSLATE_N_NOOP("CommKeys::relativeTime", "%n month(s) ago"), days / 30);
    }
    return ago(QT_TRANSLATE_N_NOOP("CommKeys::relativeTime", "%n year(s) ago"), days / 365);
}

} // namespace CommKeys
