// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLineEdit>

namespace CommKeys {

/// A value on one line, such as a host name, which looks like a label and can be selected by dragging and by keyboard.
/// Where there is no room for all of it, it ends in an ellipsis and can be scrolled, and the tool tip has it whole. A
/// line edit and no label: labels do not scroll, and long ids would stretch the window. Not for secrets.
class ValueField final : public QLineEdit
{
    Q_OBJECT

public:
    /// @p name: what it is, for screen readers.
    ValueField(const QString& name, QWidget* parent);

    void showValue(const QString& value);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void offerWholeValue();

    bool m_isCut = false;
};

} // namespace CommKeys
