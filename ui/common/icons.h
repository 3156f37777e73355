// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>
#include <QPixmap>
#include <QString>

class QWidget;

/// The program's own icons, drawn at build time from resources/icons/*.svg.
namespace CommKeys::Icons {

/// The line icon @p name ("refresh", "key", …), filled with the palette's text colour at the moment it is painted: it
/// follows a change between light and dark by itself, and is greyed and highlighted as text is. A name that does not
/// exist is a programming error and gives an empty icon.
[[nodiscard]] QIcon line(const QString& name);

/// The same as a picture of @p points by @p points in @p widget's colours, for a label.
[[nodiscard]] QPixmap picture(const QString& name, int points, const QWidget& widget);

/// The program's icon, in colour.
[[nodiscard]] QIcon application();

} // namespace CommKeys::Icons
