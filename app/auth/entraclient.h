// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/loginservice.h"
#include "http/httpjob.h"

#include <QString>
#include <QUrl>

#include <functional>

namespace CommKeys {

/// Opens an address in a browser. False when none could be started.
using OpenBrowser = std::function<bool(const QUrl& address)>;

/// CommKeys as a client of Microsoft Entra ID: at which service, as which application, for whose tokens.
struct EntraClient
{
    LoginService login;
    QString clientId; ///< of the application registration
    QString tenant;   ///< where one signs in unless a request says otherwise; empty: anyOrganization
    QString audience; ///< the resource whose tokens a sign-in asks for: Resource Manager
    HttpContext http; ///< its tokens are not used: these are the requests that get them
    OpenBrowser openBrowser;
};

} // namespace CommKeys
