// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "session/session.h"
#include "session/sessionsupplies.h"
#include "settings/settings.h"

#include <memory>

namespace CommKeys {

/// Finds the cloud, gets a first token from the Azure CLI, and makes the session.
class OpenAzureCliJob final : public JobOf<std::shared_ptr<Session>>
{
    Q_OBJECT

public:
    OpenAzureCliJob(const Settings& settings, const SessionSupplies& supplies, QObject* parent);
    ~OpenAzureCliJob() override;

private:
    void run() override;
    void signIn(const Cloud& cloud);
    void open(const Secret& token);

    const Settings m_settings;
    Session::Parts m_parts;
};

} // namespace CommKeys
