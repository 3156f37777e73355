// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/windowstate.h"

#include "core/logging.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

constexpr QLatin1StringView geometryKey = "window/geometry"_L1;
constexpr QLatin1StringView splitterKey = "window/splitter"_L1;
constexpr QLatin1StringView columnsKey = "list/columns"_L1;
constexpr QLatin1StringView filterKey = "list/filter"_L1;
constexpr QLatin1StringView tenantKey = "list/tenant"_L1;
constexpr QLatin1StringView subscriptionKey = "list/subscription"_L1;
constexpr QLatin1StringView closedKey = "reminder/closed"_L1;
constexpr QLatin1StringView notifiedKey = "reminder/notified"_L1;
constexpr QLatin1StringView chosenKey = "list/chosen"_L1;

QLatin1StringView keyOf(WindowStateFile::Day which)
{
    return which == WindowStateFile::Day::ReminderClosed ? closedKey : notifiedKey;
}

} // namespace

WindowState WindowStateFile::read() const
{
    WindowState state;
    if (m_file.isEmpty()) {
        return state;
    }
    const QSettings file(m_file, QSettings::IniFormat);
    state.geometry = file.value(geometryKey).toByteArray();
    state.splitter = file.value(splitterKey).toByteArray();
    state.columns = file.value(columnsKey).toByteArray();
    state.filter = file.value(filterKey).toString();
    state.tenant = TenantId(file.value(tenantKey).toString());
    state.subscription = SubscriptionId(file.value(subscriptionKey).toString());
    if (const Result<ResourceId> chosen = ResourceId::parse(file.value(chosenKey).toString())) {
        state.chosen = *chosen;
    }
    return state;
}

void WindowStateFile::write(const WindowState& state) const
{
    if (m_file.isEmpty()) {
        return;
    }
    QSettings file(m_file, QSettings::IniFormat);
    file.setValue(geometryKey, state.geometry);
    file.setValue(splitterKey, state.splitter);
    file.setValue(columnsKey, state.columns);
    file.setValue(filterKey, state.filter);
    file.setValue(tenantKey, state.tenant.toString());
    file.setValue(subscriptionKey, state.subscription.toString());
    file.setValue(chosenKey, state.chosen.toString());
    file.sync();
    if (file.status() != QSettings::NoError) {
        qCWarning(logUi) << "the window's state could not be written to" << m_file;
    }
}

QDate WindowStateFile::day(Day which) const
{
    return m_file.isEmpty()
               ? QDate()
               : QDate::fromString(QSettings(m_file, QSettings::IniFormat).value(keyOf(which)).toString(), Qt::ISODate);
}

void WindowStateFile::setDay(Day which, const QDate& day) const
{
    if (!m_file.isEmpty()) {
        QSettings(m_file, QSettings::IniFormat).setValue(keyOf(which), day.toString(Qt::ISODate));
    }
}

} // namespace CommKeys
