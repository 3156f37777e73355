// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/processend.h"

#include <cstdio>
#include <cstdlib>
#include <windows.h>

namespace CommKeys {

void endProcess(int exitCode)
{
    std::fflush(nullptr);
    ::TerminateProcess(::GetCurrentProcess(), static_cast<UINT>(exitCode));
    std::abort(); // TerminateProcess() of oneself does not come back
}

} // namespace CommKeys
