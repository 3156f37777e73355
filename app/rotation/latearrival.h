// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <optional>

namespace CommKeys::LateArrival {

/// A request whose answer was lost may still be carried out after the key was found to be as before: it waits in a
/// gateway or a proxy. Azure Resource Manager gives a provider 60 s to answer (resource-provider contract, Addendum);
/// what has not happened half a minute later will not happen.
inline constexpr std::chrono::milliseconds longest = std::chrono::seconds(90);

/// How long to wait before asking once more what the key is; nothing when it is as it will stay. @p sinceSent: the time
/// since the request went out. Seldom, for each listing is written to the customer's Activity Log, and sooner at first.
[[nodiscard]] std::optional<std::chrono::milliseconds> waitBeforeNextLook(std::chrono::milliseconds sinceSent);

} // namespace CommKeys::LateArrival
