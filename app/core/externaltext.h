// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace CommKeys {

enum class Lines {
    One,     ///< a name: a line end in it is made visible
    Several, ///< a message: its line ends stay
};

/// @p text, which somebody else chose (the name of a tenant, a subscription or a tag, a server's message), so that it
/// is data wherever it is shown: it does not break the line, hide a part of itself or reorder the words around it.
///
/// - A control character becomes its picture (U+2400 to U+2421). A format character (bidirectional controls, zero-width
///   spaces, soft hyphens) and an invisible letter (U+3164) become their code in brackets: "[U+202E]". The joiners
///   U+200C and U+200D stay inside words that are not ASCII, since scripts and emoji need them.
/// - Text with right-to-left letters is enclosed in U+2068 and U+2069, so that it has a direction of its own.
///
/// Text of visible ASCII comes back unchanged, and so does a result of this function. Whether text is taken for markup
/// is for the widget to say: see ui/common/plaintext.h. Source: UAX #9 §2.4, UTR #36 §2.5.
[[nodiscard]] QString externalText(const QString& text, Lines lines = Lines::One);

} // namespace CommKeys
