// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/authority.h"
#include "http/httpjob.h"

namespace CommKeys {

/// Finds the endpoints of a tenant: of a public cloud's by their pattern, without a request; of any other by asking the
/// service for its OpenID configuration.
///
/// A service of one's own is its own authority: the cloud's metadata, which the person has named, names it, so it is
/// not looked up at Microsoft's (that would tell them of it, and a disconnected cloud could not).
class FindAuthorityJob final : public JobOf<Authority>
{
    Q_OBJECT

public:
    FindAuthorityJob(HttpContext http, LoginService login, QString tenant, QObject* parent);

private:
    void run() override;
    void take(const Result<HttpAnswer>& answer);

    HttpContext m_http;
    const LoginService m_login;
    const QString m_tenant;
};

} // namespace CommKeys
