// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/detachedthread.h"

namespace CommKeys {

std::atomic<int>& detachedThreads()
{
    static std::atomic<int> count = 0;
    return count;
}

} // namespace CommKeys
