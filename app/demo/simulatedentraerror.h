// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace CommKeys {

/// One refusal of Entra ID, before it becomes a body, a redirect or a page.
/// Source: "Microsoft Entra authentication and authorization error codes"; the wordings are those of answers that
/// people have published.
struct SimulatedEntraError
{
    int code = 0;       ///< the number behind "AADSTS"
    QString error;      ///< the word of OAuth: "invalid_grant"
    QString message;    ///< without the number
    QString suberror;   ///< empty: the member is missing
    QJsonObject claims; ///< empty: the member is missing
    int status = 400;

    /// The refusal of that number; of one that is not in the table an `invalid_grant` that says no more than the
    /// number.
    /// @p details: what its sentence quotes.
    [[nodiscard]] static SimulatedEntraError of(int code, const QStringList& details = {});
    /// A field that is missing (AADSTS900144).
    [[nodiscard]] static SimulatedEntraError missing(const QString& field);

    /// The same under another word: /authorize and /token do not always call a thing the same.
    [[nodiscard]] SimulatedEntraError as(const QString& otherError) const;
    [[nodiscard]] SimulatedEntraError with(const QJsonObject& wantedClaims) const;
};

} // namespace CommKeys
