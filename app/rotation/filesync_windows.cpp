// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rotation/filesync.h"

#include <io.h>
#include <windows.h>

namespace CommKeys {

bool syncFile(const QFile& file)
{
    // An integer in the C runtime, a pointer in Windows.
    return ::FlushFileBuffers(reinterpret_cast<HANDLE>(::_get_osfhandle(file.handle()))) != 0;
}

bool syncFolder(const QString&)
{
    // NTFS keeps a journal of names by itself, and hands out no folder to flush.
    return true;
}

} // namespace CommKeys
