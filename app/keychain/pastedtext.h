// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/secret.h"

#include <optional>

/// What copying does to the letters of a key, undone. Pure functions from Secret to Secret in linear time; a result is
/// never longer than the input, and every buffer in between is overwritten.
namespace CommKeys::PastedText {

/// Stands in place of a character that is neither in a key nor next to one.
inline constexpr char other = '\x01';

/// @p text in ASCII: every space and line end is a blank, every quotation mark is `"`, full-width forms (U+FF01 to
/// U+FF5E) are the usual ones, invisible characters (soft hyphen, zero-width space, byte order mark) are left out, and
/// everything else is `other`.
[[nodiscard]] Secret inAscii(const Secret& text);

/// @p text (ASCII) without the escapes of source code (`\u002B`, `\x2B`, `\/`, `\"`), addresses (`%2B`), and markup
/// (`&#43;`, `&#x2B;`, `&amp;`), also where one is inside another, up to four deep. None of them is in a key, so an
/// unescaped key stays as it is.
[[nodiscard]] Secret unescaped(const Secret& text);

/// @p text (ASCII) with string literals joined that source code joins: `"ab" + "cd"`, `"ab" "cd"`. Nothing if there are
/// none.
[[nodiscard]] std::optional<Secret> concatenated(const Secret& text);

/// @p text (ASCII) without the escapes of e-mail (quoted-printable, RFC 2045 §6.7): `=3D`, `= ` at a line end. Nothing
/// if there are none. `=3D` may also be the beginning of a key, so this is one reading of two.
[[nodiscard]] std::optional<Secret> withoutQuotedPrintable(const Secret& text);

/// The text that @p base64 (either alphabet, padded or not) stands for, of ASCII or UTF-16; nothing if it stands for
/// other bytes, as a key does.
[[nodiscard]] std::optional<Secret> textInBase64(const Secret& base64);

} // namespace CommKeys::PastedText
