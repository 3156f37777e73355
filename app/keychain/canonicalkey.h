// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/secret.h"

namespace CommKeys {

/// The spelling of an access key that all spellings of the same bytes have in common: the standard alphabet of base64
/// (RFC 4648 §4), padded, with zero bits at the end. The input may be unpadded, padded too much or in the URL-safe
/// alphabet (§5). The service answers in this spelling, so its keys stay as they are. Returns @p key unchanged if it is
/// not base64.
[[nodiscard]] Secret canonicalKey(const Secret& key);

/// True if both keys stand for the same bytes. False if either is empty.
[[nodiscard]] bool isSameKey(const Secret& a, const Secret& b);

} // namespace CommKeys
