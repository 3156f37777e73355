// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychain/keychainname.h"

#include <QtGlobal>

using namespace Qt::StringLiterals;

namespace CommKeys {

QString keychainName()
{
    // QtKeychain asks KWallet first in a Plasma 5 session and libsecret everywhere else.
    return qEnvironmentVariable("KDE_SESSION_VERSION") == "5"_L1 ? u"KWallet"_s : u"Secret Service"_s;
}

} // namespace CommKeys
