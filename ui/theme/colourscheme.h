// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPalette>

namespace CommKeys {

enum class ColourScheme { Light, Dark };

/// What @p palette is: dark, when its text is lighter than what it stands on.
[[nodiscard]] inline ColourScheme schemeOf(const QPalette& palette)
{
    const int text = palette.color(QPalette::Active, QPalette::WindowText).lightness();
    const int window = palette.color(QPalette::Active, QPalette::Window).lightness();
    return text > window ? ColourScheme::Dark : ColourScheme::Light;
}

} // namespace CommKeys
