// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/settingspolicy.h"

namespace CommKeys {

Settings SettingsPolicy::over(const Settings& settings) const
{
    Settings result = settings;
    for (const SettingEntry& entry : settingEntries()) {
        if (pinned.contains(entry.key)) {
            entry.take(entry.give(defaults), result);
        }
    }
    return result;
}

} // namespace CommKeys
