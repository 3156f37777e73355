// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/windowcapture.h"

#include <QWindow>

#include <objc/message.h>

namespace CommKeys {

namespace {

constexpr unsigned long sharingNone = 0;     // NSWindowSharingNone
constexpr unsigned long sharingReadOnly = 1; // NSWindowSharingReadOnly, which a window begins with

// Two messages are no reason for the build to need a second language, so they go out as the compiler would send them.
id windowOf(id view)
{
    return reinterpret_cast<id (*)(id, SEL)>(objc_msgSend)(view, sel_registerName("window"));
}

void setSharingType(id window, unsigned long type)
{
    reinterpret_cast<void (*)(id, SEL, unsigned long)>(objc_msgSend)(window, sel_registerName("setSharingType:"), type);
}

} // namespace

void setLeftOutOfCaptures(QWindow& window, bool leftOut)
{
    const id view = reinterpret_cast<id>(window.winId()); // an NSView, by QWindow's documentation
    setSharingType(windowOf(view), leftOut ? sharingNone : sharingReadOnly);
}

} // namespace CommKeys
