// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QWidget>

namespace CommKeys {

/// What a screen reader calls @p widget.
[[nodiscard]] QString accessibleNameOf(QWidget& widget);

/// The first widget of type T below @p root that can be seen and is called @p name; null when there is none.
template <typename T>
[[nodiscard]] T* findVisible(const QWidget& root, const QString& name)
{
    for (T* widget : root.findChildren<T*>()) {
        if (widget->isVisible() && accessibleNameOf(*widget) == name) {
            return widget;
        }
    }
    return nullptr;
}

/// Presses and releases the left mouse button over @p position of @p widget.
void clickAt(QWidget& widget, const QPoint& position);

} // namespace CommKeys
