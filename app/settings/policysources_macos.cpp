// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/policysources.h"

using namespace Qt::StringLiterals;

namespace CommKeys {

QList<PolicySource> policySources()
{
    return {{u"/Library/Application Support/CommKeys/commkeys.ini"_s, QSettings::IniFormat}};
}

} // namespace CommKeys
