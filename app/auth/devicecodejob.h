// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/authority.h"
#include "auth/devicecodeanswer.h"
#include "auth/entraclient.h"
#include "auth/tokenanswer.h"
#include "core/job.h"

namespace CommKeys {

/// One sign-in with a code that the person types in at another device: gets the code, tells it, and asks from time to
/// time whether they have done so. Ends with what the token endpoint gave; NotSignedIn when they declined; Timeout when
/// the code has run out. A line that breaks in between is no reason to end.
///
/// Over HttpJob, since Qt has a device flow from 6.9 on only.
/// Source: RFC 8628; "Microsoft identity platform and the OAuth 2.0 device authorization grant flow".
class DeviceCodeJob final : public JobOf<TokenAnswer>
{
    Q_OBJECT

public:
    DeviceCodeJob(EntraClient client, Authority authority, QString scope, SignInHint hint, QObject* parent);

signals:
    void codeReceived(const CommKeys::DeviceCode& code);

private:
    void run() override;

    void takeCode(const Result<HttpAnswer>& answer);
    void askLater();
    void ask();
    void takeTokens(const Result<HttpAnswer>& answer);
    void goOnAfter(const Error& error);

    const EntraClient m_client;
    const Authority m_authority;
    const QString m_scope;
    const SignInHint m_hint;
    DeviceCodeAnswer m_code;
};

} // namespace CommKeys
