// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/signinrequest.h"
#include "session/entrasessionbuilder.h"
#include "session/signinsessionjob.h"

#include <optional>

namespace CommKeys {

/// Finds the cloud, has a person sign in there, keeps the sign-in, and makes the session.
class OpenSignInJob final : public SignInSessionJob
{
    Q_OBJECT

public:
    /// @p cloud: where it is known beforehand; else the one that @p settings name is looked for.
    OpenSignInJob(const SessionSupplies& supplies, const Settings& settings, SignInRequest request,
                  std::optional<Cloud> cloud, QObject* parent);
    ~OpenSignInJob() override;

private:
    void run() override;
    void signIn(const Cloud& cloud);
    void open(const TokenAnswer& answer);

    const Settings m_settings;
    const SignInRequest m_request;
    const std::optional<Cloud> m_cloud;
    EntraSessionBuilder m_builder;
};

} // namespace CommKeys
