// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/caselessid.h"

namespace CommKeys {

/// True for 8-4-4-4-12 hexadecimal digits, without braces: what the ids below have to be before they go into a path.
[[nodiscard]] bool isUuid(QStringView text);

/// A directory of Microsoft Entra ID, by its GUID.
using TenantId = CaselessId<struct TenantTag>;

/// A subscription, by its GUID.
using SubscriptionId = CaselessId<struct SubscriptionTag>;

} // namespace CommKeys
