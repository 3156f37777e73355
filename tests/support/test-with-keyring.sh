#!/bin/bash
# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

# What the other tests rely on when they run under with-keyring.
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

with_keyring() {
    timeout 60 "$here/with-keyring" "$@"
}

store_and_look_up='printf secret | secret-tool store --label=Test attribute value && secret-tool lookup attribute value'

writes_and_reads() { [[ $(with_keyring bash -c "$store_and_look_up") == secret ]]; }

starts_empty() { ! with_keyring secret-tool lookup attribute value >/dev/null; }

passes_exit_code_and_input() {
    local status=0
    [[ $(echo from outside | with_keyring cat) == "from outside" ]] || return 1
    with_keyring bash -c 'exit 42' || status=$?
    ((status == 42))
}

keeps_arguments() { [[ $(with_keyring printf '[%s]' 'two words' '*' '') == '[two words][*][]' ]]; }

locked_refuses_to_write() { ! with_keyring --locked bash -c "$store_and_look_up" >/dev/null 2>&1; }

# The entry is there, is found, and is not given out.
locked_entry_is_found_but_not_read() {
    local found
    found=$(with_keyring --locked secret-tool search with-keyring locked 2>&1)
    [[ $found == *"Stored before the lock"* && $found != *"stored before the lock"* ]]
}

absent_answers_that_nobody_provides_it() {
    [[ $(with_keyring --absent bash -c "$store_and_look_up" 2>&1) == *"org.freedesktop.secrets was not provided"* ]]
}

broken_service_cannot_be_started() {
    [[ $(with_keyring --broken bash -c "$store_and_look_up" 2>&1) == *"exited with status 1"* ]]
}

no_bus_cannot_connect() { [[ $(with_keyring --no-bus bash -c "$store_and_look_up" 2>&1) == *"Could not connect"* ]]; }

# The command prints its world; a process that it left behind is to be gone with the folder.
leaves_nothing_behind() {
    local world
    world=$(with_keyring bash -c 'setsid sleep 300 >/dev/null 2>&1 & echo "$COMMKEYS_TEST_WORLD"')
    [[ -n $world && ! -e $world ]] || return 1
    ! grep -lzF "$world" /proc/[0-9]*/environ 2>/dev/null
}

home_is_private() { [[ $(with_keyring bash -c 'echo "$HOME"') == /tmp/commkeys-world.*/home ]]; }

runtime_folder_is_closed() { [[ $(with_keyring bash -c 'stat -c %a "$XDG_RUNTIME_DIR"') == 700 ]]; }

# Bus and keyring are the two processes of the world that do not carry it.
instrumentation_reaches_only_the_command() {
    [[ $(ASAN_OPTIONS=probe with_keyring bash -c '
        echo "$ASAN_OPTIONS"
        mapfile -t world < <(grep -lzxF "XDG_RUNTIME_DIR=$XDG_RUNTIME_DIR" /proc/[0-9]*/environ 2>/dev/null)
        grep -LzxF "ASAN_OPTIONS=probe" "${world[@]}" 2>/dev/null | wc -l') == $'probe\n2' ]]
}

check "an entry is written and read" writes_and_reads
check "every world starts empty" starts_empty
check "exit code and standard input are the command's" passes_exit_code_and_input
check "arguments arrive as they are" keeps_arguments
check "--locked refuses to write" locked_refuses_to_write
check "--locked shows its entry and keeps the secret" locked_entry_is_found_but_not_read
check "--absent has no secret service, not even an activated one" absent_answers_that_nobody_provides_it
check "--broken has a secret service that cannot be started" broken_service_cannot_be_started
check "--no-bus has no bus" no_bus_cannot_connect
check "folder and processes are gone afterwards" leaves_nothing_behind
check "HOME is private" home_is_private
check "XDG_RUNTIME_DIR is the owner's only" runtime_folder_is_closed
check "a sanitizer's variables reach the command and no daemon" instrumentation_reaches_only_the_command
exit $((failures > 0))
