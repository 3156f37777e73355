// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>

#include <algorithm>
#include <cmath>

namespace CommKeys {

/// How far two colours stand apart, from 1 to 21. Source: WCAG 2.2, "contrast ratio" and "relative luminance".
[[nodiscard]] inline double contrast(const QColor& one, const QColor& other)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    const auto luminance = [linear](const QColor& colour) {
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
    };
    const double lighter = std::max(luminance(one), luminance(other));
    const double darker = std::min(luminance(one), luminance(other));
    return (lighter + 0.05) / (darker + 0.05);
}

/// What is seen of @p colour on @p ground, when it lets through some of it.
[[nodiscard]] inline QColor blended(const QColor& colour, const QColor& ground)
{
    const float alpha = colour.alphaF();
    return QColor::fromRgbF(colour.redF() * alpha + ground.redF() * (1 - alpha),
                            colour.greenF() * alpha + ground.greenF() * (1 - alpha),
                            colour.blueF() * alpha + ground.blueF() * (1 - alpha));
}

} // namespace CommKeys
