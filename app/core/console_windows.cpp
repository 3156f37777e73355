// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/console.h"

#include <cstdio>
#include <windows.h>

namespace CommKeys {

namespace {

/// True where the output already goes to a file, a pipe or a terminal.
bool leadsSomewhere(DWORD which)
{
    const HANDLE handle = ::GetStdHandle(which);
    return handle != nullptr && handle != INVALID_HANDLE_VALUE && ::GetFileType(handle) != FILE_TYPE_UNKNOWN;
}

} // namespace

Console::Console()
{
    const bool hasOutput = leadsSomewhere(STD_OUTPUT_HANDLE);
    const bool hasErrors = leadsSomewhere(STD_ERROR_HANDLE);
    if ((hasOutput && hasErrors) || ::AttachConsole(ATTACH_PARENT_PROCESS) == 0) {
        return;
    }
    if (!hasOutput) {
        std::freopen("CONOUT$", "w", stdout);
    }
    if (!hasErrors) {
        std::freopen("CONOUT$", "w", stderr);
    }
    // The program's texts are UTF-8; the terminal belongs to others again afterwards.
    m_codePage = ::GetConsoleOutputCP();
    ::SetConsoleOutputCP(CP_UTF8);
}

Console::~Console()
{
    if (m_codePage != 0) {
        std::fflush(stdout);
        std::fflush(stderr);
        ::SetConsoleOutputCP(m_codePage);
    }
}

} // namespace CommKeys
