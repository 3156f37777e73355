// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>
#include <QString>
#include <QWidget>

namespace CommKeys {

/// An icon beside a text that says the same in words. Drawn anew whenever it is painted, so it is as light or dark
/// and as sharp as what is around it now, on whichever screen. A screen reader passes it by.
class IconLabel final : public QWidget
{
    Q_OBJECT

public:
    /// @p points: its width and height; 0: about the height of a line of text.
    explicit IconLabel(QWidget* parent, int points = 0);

    /// See Icons::line().
    void setIcon(const QString& name);
    /// One that has colours of its own.
    void setPicture(const QIcon& picture);

    [[nodiscard]] QSize sizeHint() const override;

    /// The size next to @p points in which icons are drawn, line on pixel, on screens of 1x, 1.5x and 2x.
    [[nodiscard]] static int sharpSize(int points);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int side() const;

    const int m_points;
    QString m_name;
    QIcon m_picture;
};

} // namespace CommKeys
