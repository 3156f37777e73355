// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/iconlabel.h"

#include "common/icons.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace CommKeys {

IconLabel::IconLabel(QWidget* parent, int points) : QWidget(parent), m_points(points)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconLabel::setIcon(const QString& name)
{
    m_name = name;
    update();
}

void IconLabel::setPicture(const QIcon& picture)
{
    m_picture = picture;
    update();
}

QSize IconLabel::sizeHint() const
{
    return {side(), side()};
}

void IconLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRect place((width() - side()) / 2, (height() - side()) / 2, side(), side());
    if (m_name.isEmpty()) {
        m_picture.paint(&painter, place);
    } else {
        painter.drawPixmap(place.topLeft(), Icons::picture(m_name, side(), *this));
    }
}

int IconLabel::sharpSize(int points)
{
    constexpr std::array sizes{16, 24, 32, 48};
    return *std::min_element(sizes.begin(), sizes.end(), [points](int one, int other) {
        return std::abs(one - points) < std::abs(other - points);
    });
}

int IconLabel::side() const
{
    return m_points > 0 ? m_points : sharpSize(fontMetrics().height());
}

} // namespace CommKeys
