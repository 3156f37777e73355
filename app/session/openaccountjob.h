// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/entrasessionbuilder.h"

#include <optional>

namespace CommKeys {

/// Makes the session of somebody who is signed in already: of a certain account, or of whoever was used last by the
/// keychain. Asks nobody but the keychain, and the metadata of a cloud of one's own.
class OpenAccountJob final : public JobOf<std::shared_ptr<Session>>
{
    Q_OBJECT

public:
    /// @p account none: whoever was used last; ends with a null session where nobody is signed in.
    OpenAccountJob(const SessionSupplies& supplies, const Settings& settings, std::optional<Account> account,
                   QObject* parent);
    ~OpenAccountJob() override;

private:
    void run() override;
    void findCloud();
    void open(const Cloud& cloud);

    const Settings m_settings;
    const std::optional<Account> m_account;
    EntraSessionBuilder m_builder;
};

} // namespace CommKeys
