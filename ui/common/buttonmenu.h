// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QPoint;
class QWidget;

namespace CommKeys {

/// Opens a menu at @p at, in global coordinates, with what the buttons to be seen in @p widget do, in their order: for
/// its context menu. Made from the buttons themselves, so that the two never differ.
void openButtonMenu(QWidget& widget, const QPoint& at);

} // namespace CommKeys
