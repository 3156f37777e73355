// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "settings/settings.h"

#include <QList>
#include <QString>
#include <QVariant>

namespace CommKeys {

/// One for each value that is stored.
enum class SettingKey {
    Cloud,
    ArmEndpoint,
    ClientId,
    Tenant,
    ExcludedTenants,
    ClipboardClearsAfter,
    SecretHidesAfter,
    LocksAfterIdle,
    LocksWithScreen,
    ProxyKind,
    ProxyHost,
    ProxyPort,
    KeyAgeReminder,
    Language,
    Theme,
};

/// The numbers that make sense, both ends included.
struct SettingRange
{
    int least;
    int most;
};

// Longer than an hour is no protection, shorter than five seconds no help.
inline constexpr SettingRange secondsRange{5, 3600};
inline constexpr SettingRange idleMinutesRange{0, 24 * 60};
inline constexpr SettingRange keyAgeDaysRange{0, 3650};
inline constexpr SettingRange proxyPortRange{1, 65535};

/// How one value of Settings is written and read: the one place that knows its name and what makes sense for it.
struct SettingEntry
{
    SettingKey key;
    QString name; ///< "group/name", in every file and in the registry

    /// Puts what was read into @p settings. False, with @p settings as they were, where it makes no sense.
    bool (*take)(const QVariant& value, Settings& settings);
    /// What take() reads as the same value.
    QVariant (*give)(const Settings& settings);
};

/// All of them, each key once.
[[nodiscard]] const QList<SettingEntry>& settingEntries();

} // namespace CommKeys
