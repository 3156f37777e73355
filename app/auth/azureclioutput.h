// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/accesstoken.h"
#include "core/result.h"
#include "http/tokenprovider.h"

#include <QByteArray>

namespace CommKeys {

/// What `az account get-access-token --output json` printed, read. Pure.

/// The token and its end: `expires_on` (seconds since 1970, from az 2.54 on), else `expiresOn`, which is local time
/// without a zone. Overwrites @p output. Fails with BadAnswer when it is something else; the message quotes none of it.
[[nodiscard]] Result<AccessToken> parseAzureCliToken(QByteArray& output);

/// Why az ended with an exit code other than 0, and what to do: nobody logged in, a tenant that wants more, a cloud
/// that az is not set to. @p errorOutput is az's own words; they go, redacted, into the details.
[[nodiscard]] Error azureCliError(int exitCode, const QByteArray& errorOutput, const TokenRequest& request);

} // namespace CommKeys
