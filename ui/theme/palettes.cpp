// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "theme/palettes.h"

namespace CommKeys {

namespace {

struct Colours
{
    QRgb window;
    QRgb base;
    QRgb alternateBase;
    QRgb button;
    QRgb text;
    QRgb quietText; ///< of what is not there yet: placeholders
    QRgb disabledText;
    QRgb outline; ///< of what can be ticked or filled in
    QRgb highlight;
    QRgb highlightedText;
    QRgb disabledHighlight;
    QRgb link;
    QRgb visitedLink;
    QRgb toolTip;
    QRgb toolTipText;
};

constexpr Colours light{
    .window = 0xfff3f4f5,
    .base = 0xffffffff,
    .alternateBase = 0xffeaf0f4,
    .button = 0xfffafafa,
    .text = 0xff1b1d1f,
    .quietText = 0xff5f666d,
    .disabledText = 0xff84898e,
    .outline = 0xff767c82,
    .highlight = 0xff1f6fb5,
    .highlightedText = 0xffffffff,
    .disabledHighlight = 0xffa5aab0,
    .link = 0xff0b5cad,
    .visitedLink = 0xff6b3fa0,
    .toolTip = 0xff2b2f33,
    .toolTipText = 0xfff4f5f6,
};

constexpr Colours dark{
    .window = 0xff26282b,
    .base = 0xff1c1e20,
    .alternateBase = 0xff30343a,
    .button = 0xff3a3e43,
    .text = 0xffeef0f2,
    .quietText = 0xffa3aab1,
    .disabledText = 0xff85898e,
    .outline = 0xffa3aab1,
    .highlight = 0xff6cb4f2,
    .highlightedText = 0xff101214,
    .disabledHighlight = 0xff5a5f65,
    .link = 0xff7cc0ff,
    .visitedLink = 0xffc9a6ff,
    .toolTip = 0xff43484e,
    .toolTipText = 0xfff4f5f6,
};

QPalette paletteOf(const Colours& colours)
{
    // Works out the shades of frames and grooves.
    QPalette palette(QColor(colours.button), QColor(colours.window));
    palette.setColor(QPalette::Window, QColor(colours.window));
    palette.setColor(QPalette::Base, QColor(colours.base));
    palette.setColor(QPalette::AlternateBase, QColor(colours.alternateBase));
    palette.setColor(QPalette::Button, QColor(colours.button));
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::BrightText}) {
        palette.setColor(role, QColor(colours.text));
        palette.setColor(QPalette::Disabled, role, QColor(colours.disabledText));
    }
    // Fusion asks for this role nowhere; VisibleFocusStyle takes its outlines from it.
    palette.setColor(QPalette::Mid, QColor(colours.outline));
    palette.setColor(QPalette::PlaceholderText, QColor(colours.quietText));
    palette.setColor(QPalette::Disabled, QPalette::PlaceholderText, QColor(colours.disabledText));
    palette.setColor(QPalette::Highlight, QColor(colours.highlight));
    palette.setColor(QPalette::HighlightedText, QColor(colours.highlightedText));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(colours.disabledHighlight));
    palette.setColor(QPalette::Link, QColor(colours.link));
    palette.setColor(QPalette::LinkVisited, QColor(colours.visitedLink));
    palette.setColor(QPalette::ToolTipBase, QColor(colours.toolTip));
    palette.setColor(QPalette::ToolTipText, QColor(colours.toolTipText));
    return palette;
}

} // namespace

QPalette paletteFor(ColourScheme scheme)
{
    return paletteOf(scheme == ColourScheme::Dark ? dark : light);
}

} // namespace CommKeys
