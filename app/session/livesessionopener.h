// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/sessionopener.h"

namespace CommKeys {

/// Sessions over real parts: the network, the Azure CLI, the keychain of the system; and the demo beside them.
class LiveSessionOpener final : public SessionOpener
{
public:
    explicit LiveSessionOpener(std::shared_ptr<Clock> clock);

    [[nodiscard]] JobOf<std::shared_ptr<Session>>* openDemo(QObject* parent) override;
    [[nodiscard]] JobOf<std::shared_ptr<Session>>* openAzureCli(const Settings& settings, QObject* parent) override;

private:
    std::shared_ptr<Clock> m_clock;
    std::shared_ptr<SecretStore> m_keychain;
    std::shared_ptr<SecretStore> m_demoKeychain;
};

} // namespace CommKeys
