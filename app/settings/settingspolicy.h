// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "settings/settingentry.h"

#include <QSet>

namespace CommKeys {

/// What an administrator has set for everybody on this computer. Without one: the program's own defaults, none pinned.
struct SettingsPolicy
{
    Settings defaults;       ///< what holds where a person has chosen nothing
    QSet<SettingKey> pinned; ///< what nobody can change: it is as in defaults

    /// @p settings with what is pinned over them.
    [[nodiscard]] Settings over(const Settings& settings) const;
};

} // namespace CommKeys
