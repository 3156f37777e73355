// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace CommKeys {

class IconLabel;

/// What stands where there is nothing to list: why it is so, and the next step as a button.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget* parent);

    /// @p action empty: no button.
    void present(const QString& icon, const QString& title, const QString& text, const QString& action);

    [[nodiscard]] QString title() const;

signals:
    void actionRequested();

private:
    IconLabel* m_icon;
    QLabel* m_title;
    QLabel* m_text;
    QPushButton* m_action;
};

} // namespace CommKeys
