// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/authority.h"
#include "auth/devicecode.h"
#include "auth/entraclient.h"
#include "auth/signinrequest.h"
#include "auth/tokenanswer.h"
#include "core/job.h"

namespace CommKeys {

/// One sign-in of a person, in the way that they chose: finds the tenant's endpoints, then BrowserSignInJob or
/// DeviceCodeJob. An answer that does not say who it was that signed in is refused: nobody could be signed out again.
class InteractiveTokenJob final : public JobOf<TokenAnswer>
{
    Q_OBJECT

public:
    InteractiveTokenJob(EntraClient client, SignInRequest request, QObject* parent);

signals:
    void browserOpened(const QUrl& address, bool hasStarted);
    void codeReceived(const CommKeys::DeviceCode& code);

private:
    void run() override;
    void ask(const Authority& authority);
    void take(const Result<TokenAnswer>& answer);

    const EntraClient m_client;
    const SignInRequest m_request;
};

} // namespace CommKeys
