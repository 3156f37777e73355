// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychain/keychainname.h"

using namespace Qt::StringLiterals;

namespace CommKeys {

QString keychainName()
{
    return u"Credential Manager"_s;
}

} // namespace CommKeys
