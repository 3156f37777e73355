// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/secret.h"

#include <QList>
#include <QString>

#include <optional>

namespace CommKeys {

/// The most that one piece of a cache in the keychain may have, in bytes; a head has fewer.
inline constexpr qsizetype largestPiece = 2048;

/// The pieces of one writing of the cache. Every writing has a name that nobody had before, so that two of them never
/// mix.
struct MsalCacheGeneration
{
    QString name; ///< 16 hexadecimal digits
    int pieces = 0;

    bool operator==(const MsalCacheGeneration&) const = default;

    [[nodiscard]] bool isEmpty() const { return pieces == 0; }
    [[nodiscard]] static MsalCacheGeneration fresh(int pieces);
};

/// The entry that says which pieces count.
struct MsalCacheHead
{
    MsalCacheGeneration current;          ///< empty: nothing is kept
    QString sha256;                       ///< of the whole text, in hexadecimal digits
    QList<MsalCacheGeneration> leftovers; ///< whose pieces, or some of them, may still be there and count no more, or
                                          ///< do not count yet

    bool operator==(const MsalCacheHead&) const = default;

    /// One line of JSON: {"commkeys":1,"generation":"…","leftovers":[…],"pieces":2,"sha256":"…"}.
    [[nodiscard]] Secret encode() const;
    /// Nothing when it is not a head.
    [[nodiscard]] static std::optional<MsalCacheHead> decode(const Secret& entry);
};

/// @p text in pieces of at most largestPiece bytes, each of them UTF-8 on its own: a keychain may check.
[[nodiscard]] QList<Secret> cutIntoPieces(const Secret& text);
[[nodiscard]] Secret joinPieces(const QList<Secret>& pieces);

} // namespace CommKeys
