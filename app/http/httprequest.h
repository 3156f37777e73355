// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/tokenprovider.h"

#include <QByteArray>
#include <QUrl>

#include <chrono>
#include <optional>

namespace CommKeys {

/// When a request that failed may go out again by itself.
enum class RetryRule {
    WhenUnclear,     ///< reading changes nothing: after a lost answer, a busy server, a throttle
    OnlyWhenNotDone, ///< only when the server says that it did not run it: 429, 503 with Retry-After
    Never,           ///< one request on the wire, whatever happens; not even Qt may send it again
};

/// One HTTP request, as a value.
struct HttpRequest
{
    QByteArray verb = "GET";
    QUrl url;
    QByteArray body;                   ///< sent as application/json when not empty
    Secret form;                       ///< sent in its place as application/x-www-form-urlencoded when not empty
    std::optional<TokenRequest> token; ///< none: no Authorization header
    RetryRule retry = RetryRule::WhenUnclear;
    std::chrono::milliseconds timeout{90'000}; ///< without a byte moving; ARM itself gives up after 60 s
    /// A refusal (400, 401, 403) comes back as an HttpAnswer: OAuth says there how to go on.
    bool takesRefusals = false;
};

} // namespace CommKeys
