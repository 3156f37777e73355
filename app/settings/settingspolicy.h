// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "settings/settingentry.h"

#include <QSet>

namespace CommKeys {

/// A part of an administrator's settings that isn't in effect.
struct PolicyProblem
{
    enum class Kind {
        Unreadable,  ///< the file or its folder can't be read
        NotSettings, ///< there are lines in it that are no settings; the others count
        UnknownName, ///< there is no such setting
        BadValue,    ///< the value makes no sense for this setting, or not without another one
    };

    Kind kind = Kind::Unreadable;
    QString source; ///< the path of the file, or the key of the registry
    QString name;   ///< of the setting, with "recommended/" before it where it stands there; empty: of the whole source

    bool operator==(const PolicyProblem&) const = default;
};

/// What an administrator has set for everybody on this computer. Without one: the program's own defaults, none pinned.
struct SettingsPolicy
{
    Settings defaults;             ///< what holds where a person has chosen nothing
    QSet<SettingKey> pinned;       ///< what nobody can change: it is as in defaults
    QList<PolicyProblem> problems; ///< what was ignored, in the order of reading

    /// @p settings with what is pinned over them.
    [[nodiscard]] Settings over(const Settings& settings) const;
};

} // namespace CommKeys
