// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace CommKeys {

/// The `claims` parameter of a request to Microsoft Entra ID: the capability "cp1" (CommKeys answers claims challenges)
/// joined with what a challenge asks for. @p challenge is JSON as it came; what is no JSON object is left out.
/// Source: "Claims challenges, claims requests and client capabilities" of Microsoft Entra.
[[nodiscard]] QString claimsParameter(const QString& challenge);

} // namespace CommKeys
