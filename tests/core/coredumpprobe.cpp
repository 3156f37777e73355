// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Crashes with a marker in its memory, for coredumpstest. It is built without sanitizers, which catch a crash and turn
// core dumps off by themselves.

#include "core/coredumps.h"

#include <csignal>
#include <string>
#include <string_view>
#include <sys/resource.h>

int main(int argc, char** argv)
{
    const std::string_view mode = argc > 1 ? argv[1] : "";
    // Made here: as a literal the marker would be in the file of the program, and from there in its memory.
    std::string marker;
    for (int i = 0; i < 64; ++i) {
        marker += static_cast<char>('a' + i * 7 % 26);
    }
    if (mode != "unprotected") {
        CommKeys::disableCoreDumps();
    }
    if (mode == "unlimited") {
        rlimit limit{};
        getrlimit(RLIMIT_CORE, &limit);
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_CORE, &limit);
    }
    std::raise(SIGSEGV);
    return marker.empty() ? 1 : 0;
}
