// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/resourceidentity.h"
#include "core/result.h"

#include <QByteArray>

#include <optional>

namespace CommKeys {

/// Whether a resource takes its access keys at all. Where local authentication is disabled, only Microsoft Entra ID
/// opens it, and a new key opens nothing.
/// Source: CommunicationServiceProperties.disableLocalAuth, Microsoft.Communication 2025-05-01; older versions of the
/// API do not tell.
struct LocalAuthState
{
    std::optional<bool> disabled;   ///< nothing: the service did not tell
    ResourceIdentity identity = {}; ///< of the resource that was asked; unknown where it does not say

    bool operator==(const LocalAuthState&) const = default;
};

/// Fails with BadAnswer when it is no JSON object. A resource without the member, or with one that is no truth value,
/// does not tell.
[[nodiscard]] Result<LocalAuthState> parseLocalAuthState(const QByteArray& json);

/// True for the error of a cloud that does not know the api-version that was asked for.
[[nodiscard]] bool isUnknownApiVersion(const Error& error);

} // namespace CommKeys
