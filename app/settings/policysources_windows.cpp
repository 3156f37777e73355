// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/policysources.h"

using namespace Qt::StringLiterals;

namespace CommKeys {

// QSettings takes the group of a name for a subkey: "privacy/locksWithScreen" is the value locksWithScreen in the
// subkey privacy. Group Policy writes there, and only administrators can.
QList<PolicySource> policySources()
{
    return {{u"HKEY_LOCAL_MACHINE\\Software\\Policies\\CommKeys"_s, QSettings::NativeFormat}};
}

} // namespace CommKeys
