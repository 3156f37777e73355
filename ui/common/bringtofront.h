// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QString;
class QWidget;

namespace CommKeys {

/// Shows @p window before all others and gives it, or the dialog that is open over it, the keyboard. A desktop that
/// does not let a program do that by itself marks the window in its bar instead. @p activationToken: Wayland's leave to
/// do it, from StartMessage; empty elsewhere.
void bringToFront(QWidget& window, const QString& activationToken);

} // namespace CommKeys
