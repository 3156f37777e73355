// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/account.h"
#include "auth/devicecode.h"
#include "core/job.h"

namespace CommKeys {

/// One sign-in, as it goes on before the eyes of a person. Ends with the account; NotSignedIn when they declined,
/// Timeout when nobody came back, or what else went wrong, ready to be shown.
class SignInJob : public JobOf<Account>
{
    Q_OBJECT

public:
    using JobOf<Account>::JobOf;

signals:
    /// The browser was sent to @p address. It may be opened there again. @p hasStarted false: there was none to be
    /// started, and the person has to take the address to one themselves.
    void browserOpened(const QUrl& address, bool hasStarted);
    /// The person has to type @p code in.
    void codeReceived(const CommKeys::DeviceCode& code);
};

} // namespace CommKeys
