// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rotation/latearrival.h"

#include <algorithm>
#include <array>

using namespace std::chrono_literals;

namespace CommKeys::LateArrival {

namespace {

constexpr std::array<std::chrono::milliseconds, 6> looks{2s, 5s, 15s, 35s, 60s, longest};

} // namespace

std::optional<std::chrono::milliseconds> waitBeforeNextLook(std::chrono::milliseconds sinceSent)
{
    const auto* next = std::upper_bound(looks.begin(), looks.end(), sinceSent);
    return next == looks.end() ? std::nullopt : std::optional(*next - sinceSent);
}

} // namespace CommKeys::LateArrival
