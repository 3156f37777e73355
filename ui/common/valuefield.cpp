// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/valuefield.h"

#include <QFocusEvent>

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
    setToolTip(fontMetrics().horizontalAdvance(text()) > contentsRect().width() ? text() : QString());
}

} // namespace CommKeys
