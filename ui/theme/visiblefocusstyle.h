// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProxyStyle>

class QStyleOptionFocusRect;

namespace CommKeys {

/// Qt's Fusion, with what can be seen of it seen: a frame around what has the keyboard's focus, where Fusion's own is a
/// third as strong as its colour (check boxes, flat buttons, cells); outlines of boxes to tick and of fields that stand
/// out in dark, too; and air beside the text of a long button.
class VisibleFocusStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    VisibleFocusStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                                         const QWidget* widget) const override;

private:
    static void drawFocus(const QStyleOptionFocusRect& focus, QPainter& painter);
};

} // namespace CommKeys
