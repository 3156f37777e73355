// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "theme/visiblefocusstyle.h"

#include <QPainter>
#include <QStyleOption>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

// Percent by which Fusion's outlines are darker than the window.
constexpr int darkening = 140;
constexpr int darkeningOfCircles = 150;
constexpr int buttonPadding = 8; ///< at each side of the text; Fusion leaves half of it to a long one

// Fusion has no colour for outlines of its own: it darkens the window's, which leaves next to nothing of them where the
// window is dark already. So it is given a window of which the outline comes out right.
QPalette withVisibleOutlines(QPalette palette, int darkenedBy = darkening)
{
    palette.setColor(QPalette::Window, palette.color(QPalette::Mid).lighter(darkenedBy));
    return palette;
}

} // namespace

VisibleFocusStyle::VisibleFocusStyle() : QProxyStyle(u"fusion"_s) {}

void VisibleFocusStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                      const QWidget* widget) const
{
    if (const auto* box = qstyleoption_cast<const QStyleOptionButton*>(option);
        box != nullptr && (element == PE_IndicatorCheckBox || element == PE_IndicatorRadioButton)) {
        QStyleOptionButton outlined(*box);
        outlined.palette =
            withVisibleOutlines(box->palette, element == PE_IndicatorRadioButton ? darkeningOfCircles : darkening);
        QProxyStyle::drawPrimitive(element, &outlined, painter, widget);
    } else if (const auto* field = qstyleoption_cast<const QStyleOptionFrame*>(option);
               field != nullptr && element == PE_FrameLineEdit) {
        QStyleOptionFrame outlined(*field);
        outlined.palette = withVisibleOutlines(field->palette);
        QProxyStyle::drawPrimitive(element, &outlined, painter, widget);
    } else if (const auto* focus = qstyleoption_cast<const QStyleOptionFocusRect*>(option);
               focus != nullptr && element == PE_FrameFocusRect) {
        drawFocus(*focus, *painter);
    } else {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void VisibleFocusStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                           const QWidget* widget) const
{
    if (const auto* box = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
        box != nullptr && control == CC_SpinBox) {
        QStyleOptionSpinBox outlined(*box);
        outlined.palette = withVisibleOutlines(box->palette);
        QProxyStyle::drawComplexControl(control, &outlined, painter, widget);
    } else {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

QSize VisibleFocusStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                                          const QWidget* widget) const
{
    const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    if (type != CT_PushButton || button == nullptr || button->text.isEmpty()) {
        return size;
    }
    return {std::max(size.width(), contents.width() + 2 * buttonPadding), size.height()};
}

void VisibleFocusStyle::drawFocus(const QStyleOptionFocusRect& focus, QPainter& painter)
{
    if (!focus.state.testFlag(State_KeyboardFocusChange)) {
        return;
    }
    const QColor highlight = focus.palette.color(QPalette::Highlight);
    const bool isSelected = focus.backgroundColor == highlight;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(isSelected ? focus.palette.color(QPalette::HighlightedText) : highlight);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(focus.rect).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    painter.restore();
}

} // namespace CommKeys
