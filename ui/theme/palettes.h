// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "theme/colourscheme.h"

namespace CommKeys {

/// Our own colours for Qt's Fusion style, which takes what it is given. Text stands out from what it is on by 4.5:1 at
/// least, icons and the frame of the focus by 3:1; tests/ui/contrasttest.cpp measures it.
[[nodiscard]] QPalette paletteFor(ColourScheme scheme);

} // namespace CommKeys
