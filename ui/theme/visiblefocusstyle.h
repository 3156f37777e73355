// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProxyStyle>

namespace CommKeys {

/// Qt's Fusion, with a frame around what has the keyboard's focus that can be seen: Fusion's own is a third as strong
/// as its colour, around check boxes, flat buttons and cells.
class VisibleFocusStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    VisibleFocusStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
};

} // namespace CommKeys
