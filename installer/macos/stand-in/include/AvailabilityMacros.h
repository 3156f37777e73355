// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Stands in for Apple's: what Qt's headers ask of it.
#pragma once

#define __MAC_OS_X_VERSION_MIN_REQUIRED 120000
#define __MAC_OS_X_VERSION_MAX_ALLOWED 140000
