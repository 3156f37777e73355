// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/accesstoken.h"
#include "auth/tokenclaims.h"
#include "core/result.h"

#include <QByteArray>
#include <QStringList>

namespace CommKeys {

/// What a token endpoint gave. Source: "Microsoft identity platform and OAuth 2.0 authorization code flow",
/// Successful response.
struct TokenAnswer
{
    AccessToken access;
    QStringList scopes;    ///< those that were granted
    Secret refreshToken;   ///< empty where there was none
    Secret idToken;        ///< the JSON web token as it came; empty where there was none
    TokenClaims identity;  ///< what the id token says; not verified by its signature: it came straight from the service
    QString clientInfo;    ///< as it came: base64url of {"uid","utid"}; may be empty
    QString homeAccountId; ///< "uid.utid" of client_info; of an answer without one (AD FS) what the id token names
    QString familyId;      ///< "1" for Microsoft's own applications, else empty
};

/// Overwrites @p json. @p nowUtc is when the answer came: the access token's end is counted from there, so that a wrong
/// clock does no harm. Fails with BadAnswer when there is no access token in it; the message quotes none of it.
[[nodiscard]] Result<TokenAnswer> parseTokenAnswer(QByteArray& json, const QDateTime& nowUtc);

} // namespace CommKeys
