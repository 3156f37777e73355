// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/loginserviceof.h"

using namespace Qt::StringLiterals;

namespace CommKeys {

LoginService loginServiceOf(const Cloud& cloud)
{
    LoginService login;
    login.endpoint = cloud.loginEndpoint.adjusted(QUrl::StripTrailingSlash);
    login.environment = cloud.loginEndpoint.host();
    if (cloud.loginEndpoint.port() != -1) {
        login.environment += u':' + QString::number(cloud.loginEndpoint.port());
    }
    login.aliases = cloud.loginAliases;
    login.isKnown = cloud.isPublic;
    return login;
}

} // namespace CommKeys
