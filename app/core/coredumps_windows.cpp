// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/coredumps.h"

#include <windows.h>

namespace CommKeys {

namespace {

// WER_FAULT_REPORTING_FLAG_NOHEAP and WerSetFlags() of werapi.h, which MinGW's header of that name does not have.
constexpr DWORD noHeap = 1;
using SetFlags = HRESULT(WINAPI*)(DWORD);

} // namespace

void disableCoreDumps()
{
    ::SetErrorMode(::GetErrorMode() | SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
    const FARPROC found = ::GetProcAddress(::GetModuleHandleW(L"kernel32.dll"), "WerSetFlags");
    // By way of a pointer to nothing in particular: the compiler warns of a cast between types of functions.
    if (auto* setFlags = reinterpret_cast<SetFlags>(reinterpret_cast<void*>(found))) {
        setFlags(noHeap);
    }
}

} // namespace CommKeys
