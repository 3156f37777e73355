// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/signinjob.h"
#include "auth/signinrequest.h"

#include <QList>

namespace CommKeys {

/// Whose session it is at the login service, and the ways to prove more, to become another one and to leave.
/// A session over the Azure CLI has no Identity: az keeps it.
class Identity : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual Account account() const = 0;
    /// Everybody who is signed in at this login service, account() among them, whoever was used last first.
    [[nodiscard]] virtual QList<Account> accounts() const = 0;

    /// Asks the person: for a tenant that wants more, or for a sign-in that has ended. When it succeeds as account(),
    /// the tokens at hand are dropped and requests go on with new ones; as somebody else, that one joins accounts().
    [[nodiscard]] virtual SignInJob* signIn(const SignInRequest& request, QObject* parent) = 0;

    /// Forgets the account, here and in the keychain. The job does not need this object any more. Fails when the
    /// keychain does not let go of it (KeychainLocked, …); the account is signed out all the same and is removed when
    /// it opens.
    [[nodiscard]] virtual JobOf<Done>* signOut(QObject* parent) = 0;

    /// Once more, after notKept().
    virtual void keepAgain() = 0;

signals:
    void accountsChanged();
    /// The sign-in holds, but ends with the program: the keychain did not take it.
    void notKept(const CommKeys::Error& error);
    void kept();
};

} // namespace CommKeys
