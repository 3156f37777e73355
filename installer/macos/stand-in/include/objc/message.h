// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Stands in for Apple's: what is asked of the Objective-C runtime.

#pragma once

typedef struct objc_object* id;
typedef struct objc_selector* SEL;

extern "C" void objc_msgSend(void);
extern "C" SEL sel_registerName(const char* name);
