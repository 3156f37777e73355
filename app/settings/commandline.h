// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "settings/settings.h"

#include <QString>
#include <QStringList>

namespace CommKeys {

/// What a person asks for when they start the program. Nothing secret is ever taken from there: every user of the
/// computer can read a command line.
struct CommandLine
{
    bool help = false;
    bool version = false;
    bool demo = false;
    bool selfCheck = false;
    QString cloud;       ///< a public cloud's name as the built-in table writes it; empty: as the settings say
    QString armEndpoint; ///< a checked address; empty: as the settings say
    QString clientId;    ///< an application registration, a GUID; empty: as the settings say
    QString tenant;      ///< a GUID or a domain; empty: as the settings say
    QString screenshot;  ///< a file to write; empty: none
    QString settingsDir; ///< a folder in place of the person's own; empty: theirs

    /// @p arguments with the program's name first; @p cloudNames are the public clouds. Fails with InvalidInput that
    /// says which option is wrong and why.
    [[nodiscard]] static Result<CommandLine> parse(const QStringList& arguments, const QStringList& cloudNames);

    /// What --help prints.
    [[nodiscard]] static QString helpText(const QStringList& cloudNames);

    /// @p settings with what the command line says over them.
    [[nodiscard]] Settings over(const Settings& settings) const;

    /// The options that over() heeds, as they are written: "--cloud AzureChinaCloud --tenant contoso.example".
    [[nodiscard]] QString overrides() const;
};

} // namespace CommKeys
