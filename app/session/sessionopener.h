// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/account.h"
#include "auth/signinrequest.h"
#include "core/job.h"
#include "session/session.h"
#include "session/signinsessionjob.h"
#include "settings/settings.h"

#include <memory>

namespace CommKeys {

/// The ways to begin. The window knows this interface; main.cpp hands in the real one.
class SessionOpener
{
public:
    SessionOpener() = default;
    virtual ~SessionOpener() = default;
    Q_DISABLE_COPY_MOVE(SessionOpener)

    /// The demo cloud, in the process. Signs in there by itself.
    [[nodiscard]] virtual JobOf<std::shared_ptr<Session>>* openDemo(QObject* parent) = 0;

    /// The sign-in of the Azure CLI, in the cloud that @p settings names. Finds the cloud, asks az for a first token,
    /// and ends with a session or with an Error that says what to do (install az, `az login`, mend the address).
    [[nodiscard]] virtual JobOf<std::shared_ptr<Session>>* openAzureCli(const Settings& settings, QObject* parent) = 0;

    /// Somebody signs in with Microsoft Entra ID, in the cloud and with the application that @p settings name.
    [[nodiscard]] virtual SignInSessionJob* signIn(const Settings& settings, const SignInRequest& request,
                                                   QObject* parent) = 0;

    /// Goes on as @p account, one of Identity::accounts(). Asks nobody, so it works without a network, too.
    [[nodiscard]] virtual JobOf<std::shared_ptr<Session>>* openAccount(const Settings& settings, const Account& account,
                                                                       QObject* parent) = 0;

    /// Goes on as whoever was signed in last, by the keychain: for the program's start. Ends with a null session where
    /// nobody is signed in; fails where the keychain does not open (KeychainLocked, …).
    [[nodiscard]] virtual JobOf<std::shared_ptr<Session>>* resume(const Settings& settings, QObject* parent) = 0;
};

} // namespace CommKeys
