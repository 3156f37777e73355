// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/secret.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace CommKeys {

/// What a JSON web token says of itself. Read without checking its signature: for display, and for refusing to pass it
/// on, never for believing anybody. Source: "Access token claims reference" of Microsoft Entra.
struct TokenClaims
{
    QString audience; ///< aud
    QString tenant;   ///< tid
    QString account;  ///< upn, preferred_username, unique_name or email, else the application's id; may be empty
    QString name;     ///< the person's display name; may be empty
    QString objectId; ///< oid: the person in that tenant; of AD FS, which has none, sub
    QString nonce;    ///< of an id token: what the request for it sent along
    QDateTime expiresUtc;
};

/// None when the token is not a JSON web token; tokens are opaque to clients, so that is no error.
[[nodiscard]] std::optional<TokenClaims> readTokenClaims(const Secret& token);

} // namespace CommKeys
