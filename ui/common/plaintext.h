// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QAction;
class QWidget;

namespace CommKeys {

/// @p text as a widget shows it that looks for markup in what it is given and cannot be told not to, as every tool tip
/// does. Qt takes text for HTML when it begins like a tag ("<b>", "<img src=…>") or has "&lt;" in it, and then loads
/// what the tag names. Such text gets a word joiner (U+2060, which nobody sees) behind each "<" and "&", so that it is
/// shown letter by letter; other text is unchanged. Source: Qt::mightBeRichText().
[[nodiscard]] QString plainText(const QString& text);

/// The only ways to set a tool tip; tests/structure refuses others. A model's Qt::ToolTipRole goes through plainText().
void setPlainToolTip(QWidget& widget, const QString& text);
void setPlainToolTip(QAction& action, const QString& text);

/// @p text on a button or in a menu, where a single "&" would mark a letter.
[[nodiscard]] QString withoutMnemonics(QString text);

} // namespace CommKeys
