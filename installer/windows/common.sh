# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# What the scripts of this folder share. They are called from the top of the repository.

# What is made today of a commit is what is made of it next year.
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH
export TZ=UTC

# Where what runs while the program is cross-built is found.
on_this_machine=(-DQT_HOST_PATH=/usr -DQT_HOST_PATH_CMAKE_DIR=/usr/lib/x86_64-linux-gnu/cmake)

# Sets on_qt to what CMake is told to build on the Qt in the folder given.
find_qt_in() {
    on_qt=(
        "${on_this_machine[@]}"
        -DCMAKE_TOOLCHAIN_FILE="$1/lib/cmake/Qt6/qt.toolchain.cmake"
        -DQT_CHAINLOAD_TOOLCHAIN_FILE="$PWD/installer/windows/toolchain.cmake"
        -DCMAKE_PREFIX_PATH="$1"
        -DCMAKE_BUILD_TYPE=Release
    )
}

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "${0##*/}: $*"
    exit 1
}

# Runs a command whose output matters only when it fails.
quietly() {
    local log=$1
    shift
    mkdir -p "${log%/*}"
    "$@" >"$log" 2>&1 || {
        tail -n 30 "$log" >&2
        fail "failed: $* (all of it is in $log)"
    }
}
