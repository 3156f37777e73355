// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "http/tokenprovider.h"

#include <QByteArray>
#include <QString>

namespace CommKeys {

/// How one run of az without a token ended.
struct AzureCliRun
{
    int exitCode = 0;
    bool hasCrashed = false; ///< ended by a signal, on Windows by an exception; exitCode is its number
    QByteArray output;       ///< standard output
    QByteArray errorOutput;  ///< standard error
    QString program = {};    ///< the path of az
};

/// Why az ended without a token, and what to do about it. Pure.
///
/// "az login" is advised only where az, or the sign-in service through it, asks for a sign-in. Where az gives a reason,
/// its last line stands in the message; all of its words go, redacted, into the details. The kind is NotSignedIn,
/// Forbidden (a policy, another tenant), Network, Tls, or ToolMissing (az is broken, or is another program).
[[nodiscard]] Error azureCliError(const AzureCliRun& run, const TokenRequest& request);

/// True where az says that this account may not have `--tenant`: a managed identity and Cloud Shell, in releases before
/// mid-2025 (https://github.com/Azure/azure-cli/pull/31869), an az that doesn't have the option.
[[nodiscard]] bool refusesTenantOption(const AzureCliRun& run);

} // namespace CommKeys
