// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QString>

namespace CommKeys {

/// Which of the two access keys of a resource. Source: KeyType, Microsoft.Communication 2023-04-01.
enum class KeyType { Primary, Secondary };

/// The spelling of the API: exactly "Primary" or "Secondary". The real service refuses any other casing.
[[nodiscard]] QString apiName(KeyType type);

/// The name a person reads in the middle of a sentence: "primary" or "secondary", translated.
[[nodiscard]] QString displayName(KeyType type);

/// The other one of the two.
[[nodiscard]] constexpr KeyType other(KeyType type)
{
    return type == KeyType::Primary ? KeyType::Secondary : KeyType::Primary;
}

} // namespace CommKeys
