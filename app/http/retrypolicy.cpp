// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/retrypolicy.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace CommKeys {

namespace {

constexpr int mostRetries = 4;
constexpr std::chrono::milliseconds longestWait = 2min;

bool mayGoAgain(RetryRule rule, const Error& error)
{
    switch (rule) {
    case RetryRule::Never:
        return false;
    case RetryRule::OnlyWhenNotDone:
        return error.kind == ErrorKind::Throttled;
    case RetryRule::WhenUnclear:
        return error.kind == ErrorKind::Throttled || error.kind == ErrorKind::Timeout ||
               error.kind == ErrorKind::Network || (error.kind == ErrorKind::Server && error.httpStatus >= 500);
    }
    return false;
}

std::chrono::milliseconds backOff(int retriesSoFar, double jitter)
{
    const std::chrono::milliseconds full = std::min<std::chrono::milliseconds>(1s * (1 << retriesSoFar), 30s);
    const double kept = 1.0 - std::clamp(jitter, 0.0, 1.0) / 2;
    return std::chrono::milliseconds(static_cast<qint64>(static_cast<double>(full.count()) * kept));
}

} // namespace

std::optional<std::chrono::milliseconds> retryDelay(RetryRule rule, const Error& error, int retriesSoFar, double jitter)
{
    if (retriesSoFar >= mostRetries || !mayGoAgain(rule, error)) {
        return std::nullopt;
    }
    const std::chrono::milliseconds wait = error.retryAfter.value_or(backOff(retriesSoFar, jitter));
    return wait <= longestWait ? std::optional(wait) : std::nullopt;
}

} // namespace CommKeys
