// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"

#include <QByteArray>
#include <QDateTime>

#include <optional>

namespace CommKeys {

/// An access token of the simulation: it looks like a JSON web token and is signed by nobody, so it opens nothing
/// outside of it. That is why it is plain bytes and no Secret.
struct SimulatedToken
{
    TenantId tenant;
    QString audience;
    QDateTime expiresUtc;
    QString upn;      ///< the name a person signs in with
    QString objectId; ///< the same for the same upn

    /// `header.payload.signature`, with the claims aud, tid, exp, iat, nbf, iss, upn, name and oid.
    [[nodiscard]] static QByteArray issue(const TenantId& tenant, const QString& audience, const QDateTime& expiresUtc,
                                          const QString& upn);
    /// Nothing when @p text is no token of this kind.
    [[nodiscard]] static std::optional<SimulatedToken> parse(const QByteArray& text);
};

} // namespace CommKeys
