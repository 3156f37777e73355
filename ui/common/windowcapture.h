// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QWindow;

namespace CommKeys {

/// Asks the system to leave @p window, a top-level one that has been shown, out of all pictures of the screen, or to
/// let it be seen in them again. Where the system knows no such thing, and where it refuses: nothing.
/// Source: SetWindowDisplayAffinity in the Win32 documentation; NSWindow.sharingType in AppKit's. X11 and Wayland have
/// no such request.
void setLeftOutOfCaptures(QWindow& window, bool leftOut);

} // namespace CommKeys
