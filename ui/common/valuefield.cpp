// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/valuefield.h"

#include "common/plaintext.h"

#include <QFocusEvent>
#include <QPainter>

namespace CommKeys {

namespace {

constexpr int lineEditMargin = 2; ///< what QLineEdit leaves at its sides by itself

} // namespace

ValueField::ValueField(const QString& name, QWidget* parent) : QLineEdit(parent)
{
    setAccessibleName(name);
    setReadOnly(true);
    setFrame(false);
    setTextMargins(-lineEditMargin, 0, -lineEditMargin, 0); // begins where the labels above and below begin
    QPalette see = palette();
    see.setColor(QPalette::Base, Qt::transparent);
    setPalette(see);
}

void ValueField::showValue(const QString& value)
{
    if (value != text()) {
        setText(value);
        setCursorPosition(0); // the beginning tells more than the end
        offerWholeValue();
    }
}

void ValueField::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    // Whoever goes through it with the keyboard sees the rest of it, and is not to have a part of it covered.
    if (!m_isCut || hasFocus() || layoutDirection() == Qt::RightToLeft) {
        return;
    }
    const QString ellipsis(QChar(0x2026));
    const QRect area = contentsRect();
    const QString begin = fontMetrics().elidedText(text(), Qt::ElideRight, area.width()).chopped(1);
    QPainter painter(this);
    QRect end = area;
    end.setLeft(area.left() + fontMetrics().horizontalAdvance(begin));
    painter.fillRect(end, palette().color(QPalette::Window));
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(end, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), ellipsis);
}

void ValueField::resizeEvent(QResizeEvent* event)
{
    QLineEdit::resizeEvent(event);
    offerWholeValue();
}

void ValueField::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    // Its own menu takes the focus, too, and copies what is selected.
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason) {
        setCursorPosition(0);
    }
}

void ValueField::offerWholeValue()
{
    m_isCut = fontMetrics().horizontalAdvance(text()) > contentsRect().width();
    setPlainToolTip(*this, m_isCut ? text() : QString());
}

} // namespace CommKeys
