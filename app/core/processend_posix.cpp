// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/processend.h"

#include <cstdlib>

namespace CommKeys {

void endProcess(int exitCode)
{
    std::exit(exitCode);
}

} // namespace CommKeys
