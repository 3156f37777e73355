#!/bin/bash
# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

# What the other tests rely on when they run under with-display.
# shellcheck disable=SC2016,SC2317 # the inner shells expand; check() calls
set -uo pipefail

here=$(dirname "$(readlink -f "$0")")
failures=0

check() {
    local name=$1
    shift
    if "$@"; then
        echo "ok: $name"
    else
        echo "FAILED: $name"
        ((++failures))
    fi
}

with_display() {
    timeout 60 "$here/with-display" "$@"
}

has_a_screen() { [[ $(with_display xdotool getdisplaygeometry) == "1280 900" ]]; }

is_managed_at_once() { with_display xdotool set_desktop 0; }

passes_exit_code() {
    local status=0
    with_display bash -c 'exit 42' || status=$?
    ((status == 42))
}

keeps_a_clipboard() {
    [[ $(with_display bash -c 'printf copied | xclip -selection clipboard 2>/dev/null && xclip -selection clipboard -o') == copied ]]
}

# Two at once, neither seeing the other's number.
takes_a_free_number() {
    with_display bash -c '[[ $DISPLAY != $("$0" printenv DISPLAY) ]]' "$here/with-display"
}

combines_with_a_keyring() {
    [[ $(timeout 60 "$here/with-keyring" "$here/with-display" bash -c \
        'printf secret | secret-tool store --label=Test a b && xdotool getdisplaygeometry && secret-tool lookup a b') \
        == $'1280 900\nsecret' ]]
}

leaves_nothing_behind() {
    local display
    display=$(with_display bash -c 'xclip -selection clipboard </dev/null 2>/dev/null; printenv DISPLAY')
    [[ ! -e /tmp/.X11-unix/X${display#:} ]]
}

check "the screen has its size" has_a_screen
check "a window manager answers" is_managed_at_once
check "the exit code is the command's" passes_exit_code
check "the clipboard works" keeps_a_clipboard
check "each has a display number of its own" takes_a_free_number
check "works under with-keyring" combines_with_a_keyring
check "the server is gone afterwards" leaves_nothing_behind
exit $((failures > 0))
