// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/sessionopener.h"

namespace CommKeys {

/// Opens the same thing, whatever it is asked for; nobody signs in.
class SameSessionOpener : public SessionOpener
{
public:
    using OpenJob = JobOf<std::shared_ptr<Session>>;

    [[nodiscard]] OpenJob* openDemo(QObject* parent) final { return open(parent); }
    [[nodiscard]] OpenJob* openAzureCli(const Settings&, QObject* parent) final { return open(parent); }
    [[nodiscard]] OpenJob* openAccount(const Settings&, const Account&, QObject* parent) final { return open(parent); }
    [[nodiscard]] OpenJob* resume(const Settings&, QObject* parent) final { return open(parent); }
    [[nodiscard]] SignInSessionJob* signIn(const Settings&, const SignInRequest&, QObject*) final { return nullptr; }

private:
    [[nodiscard]] virtual OpenJob* open(QObject* parent) = 0;
};

} // namespace CommKeys
