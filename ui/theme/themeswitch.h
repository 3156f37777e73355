// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "settings/theme.h"
#include "theme/colourscheme.h"

#include <QObject>
#include <QString>

namespace CommKeys {

class SystemLook;

/// Makes the whole program light or dark, as the settings say or as the desktop is, and again whenever either changes.
///
/// The system's own style and palette stay wherever they are what is wanted. Where they cannot be (Windows' style is
/// never dark, and a bare X11 desktop has no palette), Qt's Fusion style stands in, with paletteFor().
class ThemeSwitch final : public QObject
{
    Q_OBJECT

public:
    /// Needs the QApplication. @p system outlives this.
    ThemeSwitch(SystemLook& system, QObject* parent);

    void setTheme(Theme theme);

    /// What is shown now.
    [[nodiscard]] ColourScheme shown() const;

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void apply();
    void useNative();
    void useOurs(ColourScheme scheme);

    SystemLook& m_system;
    const QString m_nativeStyle;
    const QPalette m_nativeToolTip;
    Theme m_theme = Theme::System;
};

} // namespace CommKeys
