// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/processend.h"

#include "core/detachedthread.h"

#include <cstdio>
#include <cstdlib>

namespace CommKeys {

void endProcess(int exitCode)
{
    if (detachedThreads() > 0) {
        std::fflush(nullptr);
        std::_Exit(exitCode);
    }
    std::exit(exitCode);
}

} // namespace CommKeys
