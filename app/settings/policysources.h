// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QSettings>
#include <QString>

namespace CommKeys {

/// Where an administrator's settings may stand: an ini file, or a key of the registry. It need not exist.
struct PolicySource
{
    QString path;
    QSettings::Format format;
};

/// The places of this system, the one that counts most first. None can be written by a person without an
/// administrator's rights, but for what XDG_CONFIG_DIRS names: it counts after /etc/commkeys.
///
/// Linux: /etc/commkeys/commkeys.ini, then commkeys/commkeys.ini in each folder of XDG_CONFIG_DIRS (/etc/xdg).
/// macOS: /Library/Application Support/CommKeys/commkeys.ini.
/// Windows: HKEY_LOCAL_MACHINE\Software\Policies\CommKeys.
[[nodiscard]] QList<PolicySource> policySources();

} // namespace CommKeys
