// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/devicecode.h"
#include "core/job.h"
#include "session/session.h"

#include <memory>

namespace CommKeys {

/// A session that begins with a person signing in. The signals are SignInJob's.
class SignInSessionJob : public JobOf<std::shared_ptr<Session>>
{
    Q_OBJECT

public:
    using JobOf<std::shared_ptr<Session>>::JobOf;

signals:
    void browserOpened(const QUrl& address, bool hasStarted);
    void codeReceived(const CommKeys::DeviceCode& code);
};

} // namespace CommKeys
