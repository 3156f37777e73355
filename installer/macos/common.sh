#!/bin/bash
# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

# For the scripts beside this one. macOS has bash 3.2: no mapfile, no ${name,,}, no empty "${list[@]}" under set -u.

# shellcheck disable=SC2034  # the scripts that read this use them
architectures='arm64;x86_64'
ad_hoc=-

project_root() { (cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P); }

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "$(basename "$0"): $*"
    exit 1
}

require_tools() {
    local tool
    for tool in "$@"; do
        command -v "$tool" >/dev/null ||
            fail "$tool is missing. What is needed: Xcode, and of Homebrew: brew install cmake ninja librsvg"
    done
}

# Prints what stands behind a name at the top of CMakeLists.txt, the one place for such things.
project_value() {
    "$(project_root)/installer/release/project-value" "$1"
}

is_developer_id() { [[ ${COMMKEYS_SIGNING_IDENTITY:-} == "Developer ID Application: "* ]]; }

# A signature that changes with every build makes macOS ask for the keychain's password again after each update, since the
# keychain knows a program by its signature.
require_developer_id() {
    is_developer_id ||
        fail "a release is signed with a certificate of its publisher: COMMKEYS_SIGNING_IDENTITY is to name a" \
            "'Developer ID Application: …', and not '${COMMKEYS_SIGNING_IDENTITY:-nothing}'"
}
