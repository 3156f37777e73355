// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/signinrequest.h"

#include <QUrl>

#include <functional>

namespace CommKeys {

class Clock;
class SecretClipboard;

/// What the screens of a sign-in work with. What is referred to outlives them.
struct SignInTools
{
    SecretClipboard& clipboard; ///< for plain copies: addresses, codes, error details
    Clock& clock;
    std::function<bool(const QUrl&)> openBrowser; ///< the system's browser, at this address; false: there is none
    SignInWay firstWay = SignInWay::Browser;      ///< DeviceCode where this build has no other
};

} // namespace CommKeys
