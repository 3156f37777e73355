// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/azurecliprogram.h"

namespace CommKeys {

// Access control lists aren't read. What is left out on every system, relative entries of PATH, is what Windows
// programs are attacked with.
bool isSafeProgram(const QString&, bool)
{
    return true;
}

} // namespace CommKeys
