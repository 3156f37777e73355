// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/windowcapture.h"

#include <QWindow>

#include <windows.h>

namespace CommKeys {

namespace {

constexpr DWORD seenByAll = 0x00;         // WDA_NONE
constexpr DWORD seenAsBlack = 0x01;       // WDA_MONITOR
constexpr DWORD leftOutAltogether = 0x11; // WDA_EXCLUDEFROMCAPTURE, which older headers do not name

} // namespace

void setLeftOutOfCaptures(QWindow& window, bool leftOut)
{
    auto* handle = reinterpret_cast<HWND>(window.winId());
    if (!leftOut) {
        SetWindowDisplayAffinity(handle, seenByAll);
    } else if (!SetWindowDisplayAffinity(handle, leftOutAltogether)) {
        SetWindowDisplayAffinity(handle, seenAsBlack); // Windows before version 2004 knows this one only
    }
}

} // namespace CommKeys
