// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/errordetail.h"
#include "core/ids.h"

#include <QString>

#include <chrono>
#include <optional>

namespace CommKeys {

/// What kind of thing went wrong: decides the icon, the next step and whether a retry makes sense.
enum class ErrorKind {
    Cancelled,       ///< the person, or the end of the owner, stopped it
    InvalidInput,    ///< refused before anything was sent
    NotSignedIn,     ///< no credential, or the one at hand is not accepted (401)
    Forbidden,       ///< signed in, but not allowed (403)
    NotFound,        ///< 404
    Conflict,        ///< 409, 412: locked, or something else is going on
    Throttled,       ///< 429, or 503 with Retry-After, after the retries were used up
    Server,          ///< 5xx and every other unhappy status
    Network,         ///< no connection, or it broke
    Timeout,         ///< no answer within the request's limit
    Tls,             ///< the server's certificate was not accepted
    BadAnswer,       ///< an answer came, and it was not what the API promises
    KeychainLocked,  ///< the keychain is there and does not open
    KeychainMissing, ///< there is no keychain to talk to
    KeychainFailed,  ///< the keychain answered with a failure of another kind
    ToolMissing,     ///< a program that is needed (az) is not installed
    Refused,         ///< CommKeys itself declined for the person's safety
};

/// Whether the request may have changed something on the server although it failed.
/// Decides whether "nothing has happened" may be told, and whether asking again is safe.
enum class Effect {
    None,    ///< it was certainly not carried out
    Unknown, ///< it may have been carried out; find out before doing it again
};

/// A sign-in, by the person, that would set a failure right.
struct SignInHint
{
    TenantId tenant; ///< empty: the account's own
    QString claims;  ///< what the tenant wants proved, as JSON, to be passed on as it came; may be empty

    bool operator==(const SignInHint&) const = default;
};

/// A failure, ready to be told to a person and to be put into a bug report.
///
/// `message` is one plain sentence without markup, `advice` says what to do next (may be empty). Neither ever holds
/// a secret: whatever comes from outside goes through redacted() (core/redaction.h) before it is stored here.
struct Error
{
    ErrorKind kind = ErrorKind::Server;
    QString message;
    QString advice;
    ErrorDetail detail;      ///< the service's own words, empty when it had none
    int httpStatus = 0;      ///< 0 when no HTTP answer was involved
    QString requestId;       ///< x-ms-request-id
    QString correlationId;   ///< x-ms-correlation-request-id
    QString clientRequestId; ///< x-ms-client-request-id, the GUID that CommKeys sent
    QString operation;       ///< verb and path, without query: "POST /subscriptions/…"
    Effect effect = Effect::None;
    std::optional<std::chrono::milliseconds> retryAfter; ///< what the server asked to wait, if it did
    std::optional<SignInHint> signIn;                    ///< set where signing in (again, to that tenant) is what helps

    [[nodiscard]] bool isCancelled() const { return kind == ErrorKind::Cancelled; }

    /// All there is to know, as text of several lines: for a details pane, the clipboard, a bug report.
    [[nodiscard]] QString toText() const;

    /// The short ways to make one.
    [[nodiscard]] static Error cancelled();
    [[nodiscard]] static Error invalidInput(const QString& message, const QString& advice = {});
    [[nodiscard]] static Error badAnswer(const QString& message);
    [[nodiscard]] static Error of(ErrorKind kind, const QString& message, const QString& advice = {});
};

/// The name of a kind as it stands in copied details and in tests ("Forbidden"); not translated.
[[nodiscard]] QString nameOf(ErrorKind kind);

} // namespace CommKeys
