// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "core/secret.h"

#include <QString>

namespace CommKeys {

/// What a person has of a key: a connection string, or the key alone.
struct ConnectionString
{
    QString host; ///< of the endpoint, in small letters; empty: the key alone
    Secret key;
};

/// Reads `endpoint=https://HOST/;accesskey=KEY` as people paste it: parts in any order and casing, with other parts
/// between them, in quotes, with blanks and line ends anywhere, the host without "https://"; or a key and nothing else.
/// InvalidInput, which quotes none of it, where there is no key, a part is there twice, the endpoint has no host, or it
/// is longer than any connection string.
[[nodiscard]] Result<ConnectionString> parseConnectionString(const Secret& pasted);

/// The key in a connection string; empty where parseConnectionString() finds none.
[[nodiscard]] Secret keyIn(const Secret& connectionString);

/// By what one key is told from another, whichever of the two a service has answered with: @p key, else the one in
/// @p connectionString, else that string as it is. Empty when both are.
[[nodiscard]] Secret keyOf(const Secret& key, const Secret& connectionString);

} // namespace CommKeys
