// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/policysources.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace CommKeys {

// Source: XDG Base Directory Specification 0.8: an unset or empty XDG_CONFIG_DIRS is /etc/xdg, the first folder counts
// most, and a path that is not absolute is ignored.
QList<PolicySource> policySources()
{
    QList<PolicySource> sources{{u"/etc/commkeys/commkeys.ini"_s, QSettings::IniFormat}};
    QString folders = qEnvironmentVariable("XDG_CONFIG_DIRS");
    if (folders.isEmpty()) {
        folders = u"/etc/xdg"_s;
    }
    for (const QString& folder : folders.split(u':', Qt::SkipEmptyParts)) {
        if (QDir::isAbsolutePath(folder)) {
            sources.append({QDir(folder).filePath(u"commkeys/commkeys.ini"_s), QSettings::IniFormat});
        }
    }
    return sources;
}

} // namespace CommKeys
