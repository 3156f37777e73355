// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAccessible>
#include <QLabel>
#include <QWidget>

namespace CommKeys {

/// What a screen reader calls a widget.
[[nodiscard]] inline QString spokenName(QWidget* widget)
{
    QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(widget);
    return accessible ? accessible->text(QAccessible::Name) : QString();
}

/// The widget of this class that is to be seen in @p within and is called @p name; null when there is none.
template <typename W>
[[nodiscard]] W* byName(const QWidget& within, const QString& name)
{
    for (W* widget : within.findChildren<W*>()) {
        if (widget->isVisibleTo(&within) && spokenName(widget) == name) {
            return widget;
        }
    }
    return nullptr;
}

/// True when a label that is to be seen in @p within has @p text in it.
[[nodiscard]] inline bool says(const QWidget& within, const QString& text)
{
    for (const QLabel* label : within.findChildren<QLabel*>()) {
        if (label->isVisibleTo(&within) && label->text().contains(text)) {
            return true;
        }
    }
    return false;
}

} // namespace CommKeys
