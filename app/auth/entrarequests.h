// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/secret.h"
#include "http/httprequest.h"

#include <QString>
#include <QUrl>

/// The requests of a public client to Microsoft Entra ID, as values. None carries a client secret.
/// Source: "Microsoft identity platform and OAuth 2.0 authorization code flow", "…device authorization grant flow".
namespace CommKeys::EntraRequests {

/// What is asked for to get tokens for @p audience: its `.default`, and with it a refresh token and an id token.
/// The slash at the end of a bare host is dropped, as in the scopes that Azure's SDKs send.
[[nodiscard]] QString scopeFor(const QString& audience);

/// @p claims: a challenge's, as JSON; may be empty.
[[nodiscard]] HttpRequest refresh(const QUrl& token, const QString& clientId, const Secret& refreshToken,
                                  const QString& scope, const QString& claims);

[[nodiscard]] HttpRequest deviceCode(const QUrl& deviceCode, const QString& clientId, const QString& scope);

[[nodiscard]] HttpRequest redeemDeviceCode(const QUrl& token, const QString& clientId, const Secret& deviceCode,
                                           const QString& claims);

} // namespace CommKeys::EntraRequests
