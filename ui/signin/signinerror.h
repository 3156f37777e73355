// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/signinrequest.h"
#include "core/error.h"

#include <QString>

#include <functional>

class QObject;

namespace CommKeys {

class Identity;
class MessageBar;

/// What the button is called that signs in once more after @p error: **Get a new code** where the code has expired,
/// else **Try again**.
[[nodiscard]] QString textOfAnotherTry(SignInWay way, const Error& error);

/// True where signing in sets @p error right, and @p identity, which may be null, is there to do it with.
[[nodiscard]] bool helpsToSignIn(const Error& error, const Identity* identity);

/// Adds **Copy command** to @p error, which @p bar shows, where it names a command that a person may run.
void offerCommand(MessageBar& bar, const Error& error);

/// Adds **Sign in** to @p error, which @p bar shows, where that helps; the button calls @p signIn while @p context
/// lives. Where there is no @p identity, as with the Azure CLI: what offerCommand() does.
void offerSignIn(MessageBar& bar, const Error& error, const Identity* identity, QObject* context,
                 std::function<void(const SignInHint&)> signIn);

} // namespace CommKeys
