// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>

namespace CommKeys {

/// What a token has to satisfy, as the `claims` parameter of OpenID Connect §5.5 and the challenges of Resource Manager
/// say it: `{"access_token":{"acrs":{"essential":true,"value":"c1"}}}`.
namespace SimulatedClaims {

/// Nothing when @p text is neither empty nor a JSON object.
[[nodiscard]] std::optional<QJsonObject> parse(const QString& text);
/// True when everything of @p wanted is in @p given, at the same place and with the same value.
[[nodiscard]] bool contains(const QJsonObject& given, const QJsonObject& wanted);
/// Both; where they differ, what @p b says.
[[nodiscard]] QJsonObject merged(const QJsonObject& a, const QJsonObject& b);
/// In one line, as it stands in a challenge and in a body.
[[nodiscard]] QByteArray written(const QJsonObject& claims);

} // namespace SimulatedClaims

} // namespace CommKeys
