// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace CommKeys {

/// What a 401 says in `WWW-Authenticate: Bearer …` about the token it wants.
/// Source: RFC 6750 §3; "Claims challenges, claims requests and client capabilities" of Microsoft Entra.
struct BearerChallenge
{
    QString error; ///< "insufficient_claims", "invalid_token", …
    QString errorDescription;
    QString authorizationUri;
    QString claims; ///< decoded JSON; empty when there are none or they do not decode
};

/// None when the header holds no Bearer challenge. Parameters come in any order; `claims` is base64 in either
/// alphabet, with or without padding, and is left empty when it is not base64 of a JSON object.
[[nodiscard]] std::optional<BearerChallenge> parseBearerChallenge(const QByteArray& header);

} // namespace CommKeys
