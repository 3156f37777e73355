// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "http/httprequest.h"

#include <chrono>
#include <optional>

namespace CommKeys {

/// Whether, and after how long, a request that failed goes out again. Pure, so that a table can test it.
///
/// The server's own word comes first; without one, 1 s, 2 s, 4 s … up to 30 s, of which @p jitter (0 to 1) takes off
/// up to a half, so that a thousand clients do not come back at once. At most four retries, and none that would have
/// to wait for more than two minutes: a person is watching.
[[nodiscard]] std::optional<std::chrono::milliseconds> retryDelay(RetryRule rule, const Error& error, int retriesSoFar,
                                                                  double jitter);

} // namespace CommKeys
