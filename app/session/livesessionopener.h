// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/sessionopener.h"
#include "session/sessionsupplies.h"

namespace CommKeys {

/// Sessions over real parts: the network, the Azure CLI, the keychain of the system; and the demo beside them.
class LiveSessionOpener final : public SessionOpener
{
public:
    /// @p folder: of the person's own, for the files that keep two processes apart and note what is still to be done;
    /// it holds no secret. Empty: there is none, and nothing is noted.
    LiveSessionOpener(std::shared_ptr<Clock> clock, const QString& folder, OpenBrowser openBrowser);

    /// Holds for every request that begins from now on, in the sessions that are open too.
    void setProxy(const Proxy& proxy);

    [[nodiscard]] JobOf<std::shared_ptr<Session>>* openDemo(QObject* parent) override;
    [[nodiscard]] JobOf<std::shared_ptr<Session>>* openAzureCli(const Settings& settings, QObject* parent) override;
    [[nodiscard]] SignInSessionJob* signIn(const Settings& settings, const SignInRequest& request,
                                           QObject* parent) override;
    [[nodiscard]] JobOf<std::shared_ptr<Session>>* openAccount(const Settings& settings, const Account& account,
                                                               QObject* parent) override;
    [[nodiscard]] JobOf<std::shared_ptr<Session>>* resume(const Settings& settings, QObject* parent) override;

private:
    const std::shared_ptr<Proxy> m_proxy = std::make_shared<Proxy>(); ///< what the networks look at
    SessionSupplies m_supplies;
    std::shared_ptr<SecretStore> m_demoKeychain;
};

} // namespace CommKeys
