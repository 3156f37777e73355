# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# What the scripts of this folder share. They are called from the top of the repository.

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
