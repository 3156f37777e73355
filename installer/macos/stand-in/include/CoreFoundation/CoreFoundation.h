// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What ui/lock/screenlockwatch_macos.cpp uses of Apple's header, as Apple's documentation declares it.

#pragma once

using CFNotificationCenterRef = struct __CFNotificationCenter*;
using CFStringRef = const struct __CFString*;
using CFDictionaryRef = const struct __CFDictionary*;
using CFNotificationName = CFStringRef;
using CFNotificationCallback = void (*)(CFNotificationCenterRef center, void* observer, CFNotificationName name,
                                        const void* object, CFDictionaryRef userInfo);
enum CFNotificationSuspensionBehavior : long { CFNotificationSuspensionBehaviorDeliverImmediately = 4 };

extern "C" {
CFNotificationCenterRef CFNotificationCenterGetDistributedCenter(void);
void CFNotificationCenterAddObserver(CFNotificationCenterRef center, const void* observer,
                                     CFNotificationCallback callBack, CFStringRef name, const void* object,
                                     CFNotificationSuspensionBehavior suspensionBehavior);
void CFNotificationCenterRemoveEveryObserver(CFNotificationCenterRef center, const void* observer);
CFStringRef __CFStringMakeConstantString(const char* text);
}

#define CFSTR(text) __CFStringMakeConstantString(text)
