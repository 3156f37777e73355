// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "signin/signinerror.h"

#include "auth/azureclilogin.h"
#include "common/messagebar.h"

#include <QCoreApplication>

namespace CommKeys {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommKeys::SignInError)
};

} // namespace

QString textOfAnotherTry(SignInWay way, const Error& error)
{
    const bool hasExpired = way == SignInWay::DeviceCode && error.kind == ErrorKind::Timeout;
    return hasExpired ? Text::tr("Get a new code") : Text::tr("Try again");
}

bool helpsToSignIn(const Error& error, const Identity* identity)
{
    return error.signIn.has_value() && identity != nullptr;
}

void offerCommand(MessageBar& bar, const Error& error)
{
    if (const QString command = loginCommandOf(error); !command.isEmpty()) {
        bar.addCopyAction(Text::tr("Copy command"), command);
    }
}

void offerSignIn(MessageBar& bar, const Error& error, const Identity* identity, QObject* context,
                 std::function<void(const SignInHint&)> signIn)
{
    if (helpsToSignIn(error, identity)) {
        bar.addAction(Text::tr("Sign in"), context,
                      [hint = *error.signIn, signIn = std::move(signIn)] { signIn(hint); });
    } else {
        offerCommand(bar, error);
    }
}

} // namespace CommKeys
