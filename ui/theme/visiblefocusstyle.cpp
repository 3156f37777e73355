// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "theme/visiblefocusstyle.h"

#include <QPainter>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace CommKeys {

VisibleFocusStyle::VisibleFocusStyle() : QProxyStyle(u"fusion"_s) {}

void VisibleFocusStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                      const QWidget* widget) const
{
    const auto* focus = qstyleoption_cast<const QStyleOptionFocusRect*>(option);
    if (element != PE_FrameFocusRect || focus == nullptr) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    }
    if (!focus->state.testFlag(State_KeyboardFocusChange)) {
        return;
    }
    const QColor highlight = focus->palette.color(QPalette::Highlight);
    const bool isSelected = focus->backgroundColor == highlight;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(isSelected ? focus->palette.color(QPalette::HighlightedText) : highlight);
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(focus->rect).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    painter->restore();
}

} // namespace CommKeys
