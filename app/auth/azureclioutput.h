// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/accesstoken.h"
#include "core/ids.h"
#include "core/result.h"

#include <QByteArray>

namespace CommKeys {

/// A token as the Azure CLI prints it.
struct AzureCliToken
{
    AccessToken access;
    TenantId tenant; ///< the token's claim `tid`, else the member `tenant`; empty where neither is there
};

/// Parses the output of `az account get-access-token --output json`. Pure; overwrites @p output.
///
/// The output is what start-up scripts, wrappers and az itself let through: lines before and after the JSON, a
/// byte-order mark, UTF-16, terminal colours. The only JSON object in it is taken. No object, two objects, a list, or
/// an object without a bearer token fail with BadAnswer; the message quotes nothing of the output.
///
/// The token's end is, in this order: `expires_on` (seconds since 1970 as a number or as text; az 2.54 and later), the
/// claim `exp`, `expiresOn` (local time without a zone, which is ambiguous when daylight saving time ends, or ISO 8601
/// with a zone).
[[nodiscard]] Result<AzureCliToken> parseAzureCliToken(QByteArray& output);

/// @p text without terminal colours and other escape sequences (ECMA-48).
[[nodiscard]] QByteArray withoutEscapeSequences(QByteArrayView text);

} // namespace CommKeys
