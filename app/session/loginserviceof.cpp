// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/loginserviceof.h"

#include "core/serviceurl.h"

namespace CommKeys {

LoginService loginServiceOf(const Cloud& cloud)
{
    LoginService login;
    login.endpoint = cloud.loginEndpoint.adjusted(QUrl::StripTrailingSlash);
    login.environment = hostAndPort(cloud.loginEndpoint);
    login.aliases = cloud.loginAliases;
    login.isKnown = cloud.isPublic;
    return login;
}

} // namespace CommKeys
