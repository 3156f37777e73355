// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <QString>

#include <chrono>

namespace CommKeys {

/// Why a request is sent again, and when: "Azure is throttling requests. Retrying in 3 seconds." Only what the service
/// said to be throttling is called so; of anything else the message of @p reason is given.
[[nodiscard]] QString retryText(const Error& reason, std::chrono::milliseconds wait);

} // namespace CommKeys
