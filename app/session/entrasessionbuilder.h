// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/cloud.h"
#include "session/session.h"
#include "session/sessionsupplies.h"
#include "settings/settings.h"

#include <memory>
#include <optional>

namespace CommKeys {

/// Builds a session of somebody who signed in with Microsoft Entra ID, in steps: the network first, over which the
/// cloud is found and the person signs in; then the rest over the same network, whose connections are warm.
class EntraSessionBuilder
{
public:
    EntraSessionBuilder(const SessionSupplies& supplies, const Settings& settings);

    /// For requests before there is a session; it has no tokens.
    [[nodiscard]] HttpContext http() const;
    void setCloud(const Cloud& cloud) { m_parts.cloud = cloud; }
    /// After setCloud().
    [[nodiscard]] EntraClient client() const;
    [[nodiscard]] AccountStore& accounts() const { return *m_supplies.accounts; }

    /// Once, at the end. @p token: what came with the sign-in.
    [[nodiscard]] std::shared_ptr<Session> build(const Account& account, const std::optional<AccessToken>& token);

private:
    const SessionSupplies m_supplies;
    const Settings m_settings;
    Session::Parts m_parts;
};

} // namespace CommKeys
