// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "session/session.h"
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

    /// The demo cloud, in the process. Always succeeds.
    [[nodiscard]] virtual JobOf<std::shared_ptr<Session>>* openDemo(QObject* parent) = 0;

    /// The sign-in of the Azure CLI, in the cloud that @p settings names. Finds the cloud, asks az for a first token,
    /// and ends with a session or with an Error that says what to do (install az, `az login`, mend the address).
    [[nodiscard]] virtual JobOf<std::shared_ptr<Session>>* openAzureCli(const Settings& settings, QObject* parent) = 0;
};

} // namespace CommKeys
