// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/cloud.h"
#include "core/keytype.h"
#include "core/resourceid.h"

namespace CommKeys {

/// With what a key is asked for elsewhere.
enum class CallTool {
    AzureCli,   ///< `az communication …`, in the words of a POSIX shell
    PowerShell, ///< the module Az.Communication
    Rest,       ///< the HTTP request itself, as .http files have it; its token is the variable `{{accessToken}}`
};

enum class KeyOperation { List, Regenerate };

/// The call that lists the keys of a resource, or regenerates the one that @p type names, ready to be run in the cloud
/// and by the account that the tool is signed in to. It holds no secret. A name that begins with a hyphen is not taken
/// for an option. Source: az communication 1.x list-key and regenerate-key; Get- and New-AzCommunicationServiceKey;
/// Communication Services 2023-04-01.
[[nodiscard]] QString keyCall(CallTool tool, KeyOperation operation, const Cloud& cloud, const ResourceId& resource,
                              KeyType type);

} // namespace CommKeys
