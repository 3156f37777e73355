// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace CommKeys {

/// How a person signs in.
enum class SignInWay {
    Browser,    ///< the system's browser, on this computer
    DeviceCode, ///< a code, typed into a browser on any computer
};

/// Who is to sign in, and where.
struct SignInRequest
{
    SignInWay way = SignInWay::Browser;
    QString tenant = {};    ///< a tenant's id or domain; empty: as the settings say
    QString loginHint = {}; ///< the account's user name; empty: the person chooses
    QString claims = {};    ///< of a SignInHint
};

} // namespace CommKeys
