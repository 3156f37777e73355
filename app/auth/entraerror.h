// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "http/httpanswer.h"

#include <QList>
#include <QString>

namespace CommKeys {

/// What an endpoint of Microsoft Entra ID says about a refusal. Source: RFC 6749 §5.2; "Microsoft Entra authentication
/// and authorization error codes".
struct EntraRefusal
{
    QString error;       ///< "invalid_grant", "authorization_pending", …
    QString suberror;    ///< "basic_action", …; mostly empty
    QString description; ///< for people; redacted
    QList<int> codes;    ///< AADSTS numbers, each once, wherever the answer has them; see entraCodesIn()
    QString claims;      ///< what a sign-in has to prove, JSON; mostly empty
    QString traceId;
    QString correlationId;
};

/// The AADSTS numbers that an answer names besides `error_codes`, which may be missing: at the beginning of
/// `error_description`, and as the `code` of `error_uri`. Each once.
[[nodiscard]] QList<int> entraCodesIn(const QString& description, const QString& uri);

/// What the service says in its description, without number and ids; at most 300 characters. May be empty.
[[nodiscard]] QString entraWords(const EntraRefusal& refusal);

/// Empty in all members when @p answer is something else.
[[nodiscard]] EntraRefusal parseEntraRefusal(const HttpAnswer& answer);

/// The Error for a refusal: what happened in plain words, what to do next, the service's own words and ids in the
/// details. Error::signIn is set where a sign-in helps, from @p hint, with the refusal's claims where it has some; also
/// where the number is an unknown one and a sign-in cannot be ruled out: the message is then the service's own words.
[[nodiscard]] Error entraError(const EntraRefusal& refusal, const SignInHint& hint);
[[nodiscard]] Error entraError(const HttpAnswer& answer, const SignInHint& hint);

} // namespace CommKeys
