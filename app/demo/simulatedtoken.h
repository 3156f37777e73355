// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>

#include <optional>

namespace CommKeys {

/// An access token of the simulation: it looks like a JSON web token and is signed by nobody, so it opens nothing
/// outside of it. That is why it is plain bytes and no Secret.
struct SimulatedToken
{
    TenantId tenant;
    QString audience;
    QDateTime issuedUtc;
    QDateTime expiresUtc;
    QString upn;        ///< the name a person signs in with
    QString objectId;   ///< the same for the same upn, and always made from it
    QJsonObject claims; ///< what was asked for when it was issued, and satisfied; real tokens say it in other ways

    /// `header.payload.signature`, with the claims aud, tid, exp, iat, nbf, iss, upn, name and oid.
    [[nodiscard]] QByteArray written() const;
    /// The same in one line, issued an hour before it expires.
    [[nodiscard]] static QByteArray issue(const TenantId& tenant, const QString& audience, const QDateTime& expiresUtc,
                                          const QString& upn);
    /// Nothing when @p text is no token of this kind.
    [[nodiscard]] static std::optional<SimulatedToken> parse(const QByteArray& text);

    /// Any claims as a JSON web token that nobody has signed.
    [[nodiscard]] static QByteArray unsignedJwt(const QJsonObject& claims);
    [[nodiscard]] static QString displayNameOf(const QString& upn);
    [[nodiscard]] static QString objectIdOf(const QString& upn);
};

} // namespace CommKeys
