// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/browsersigninjob.h"
#include "auth/signinrequest.h"

#include <functional>

namespace CommKeys {

/// The sign-in through the system's browser, as far as this build has it: it takes Qt NetworkAuth. Without that
/// browsersignin_none.cpp stands in the place of browsersignin.cpp and of what that works with.
[[nodiscard]] bool hasBrowserSignIn();

/// The one to offer first, and to take where nobody is asked.
[[nodiscard]] inline SignInWay firstSignInWay()
{
    return hasBrowserSignIn() ? SignInWay::Browser : SignInWay::DeviceCode;
}

/// A BrowserSignInJob; @p opened is called as its signal is emitted. Where there is none, a job that says so.
[[nodiscard]] JobOf<TokenAnswer>* browserSignIn(EntraClient client, Authority authority,
                                                BrowserSignInJob::Question question,
                                                std::function<void(const QUrl& address, bool hasStarted)> opened,
                                                QObject* parent);

} // namespace CommKeys
