# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# A Windows that is made for one check and thrown away: Wine's, with a screen in memory. What is asked of it is in functions
# whose names say so.

start_windows() {
    WINDOWS=$(mktemp --directory --tmpdir commkeys-windows.XXXXXX)
    export WINEPREFIX=$WINDOWS/prefix WINEARCH=win64 WINEDEBUG=${WINEDEBUG:--all} LC_ALL=C.UTF-8
    # Neither .NET nor a browser is asked for, and no menu of this computer's is written to.
    export WINEDLLOVERRIDES='mscoree,mshtml=;winemenubuilder.exe=d'
    trap stop_windows EXIT
    Xvfb -displayfd 3 -screen 0 1280x900x24 -nolisten tcp 3>"$WINDOWS/display" 2>/dev/null &
    SCREEN=$!
    until [[ -s $WINDOWS/display ]]; do sleep 0.1; done
    DISPLAY=:$(<"$WINDOWS/display")
    export DISPLAY
    wine wineboot --init >/dev/null 2>&1
    # Wine plays an older one unless told; Qt needs 10.
    wine winecfg /v win10 >/dev/null 2>&1
    wineserver --wait
    export DRIVE=$WINEPREFIX/drive_c
}

stop_windows() {
    wineserver --kill || true
    kill "$SCREEN" 2>/dev/null || true
    rm -rf "$WINDOWS"
}

# Prints what msiexec answers: 0 for "done".
msi() {
    local status=0
    wine msiexec "$@" /qn >/dev/null 2>&1 || status=$?
    wineserver --wait
    printf '%s\n' "$status"
}

in_windows() { winepath --windows "$1" 2>/dev/null; }

# Prints a key of the registry with all that is below it; nothing, where there is no such key.
registry_below() { wine reg query "$1" /s 2>/dev/null | tr -d '\r' || true; }

# Prints the keys of CommKeys in the list of installed programs. That of one person is in that person's part of the registry
# on Windows, and in the computer's under Wine.
installed_programs() {
    local root
    for root in HKEY_LOCAL_MACHINE HKEY_CURRENT_USER; do
        registry_below "$root\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall"
    done | awk '/^HKEY_/ { key = $0 } / DisplayName .* CommKeys$/ { print key }'
}

# Prints what Windows Installer itself keeps of what is installed.
installer_keys() {
    registry_below 'HKEY_LOCAL_MACHINE\Software\Microsoft\Windows\CurrentVersion\Installer'
    registry_below 'HKEY_LOCAL_MACHINE\Software\Classes\Installer'
    registry_below 'HKEY_CURRENT_USER\Software\Microsoft\Installer'
}

registry_value() { wine reg query "$1" /v "$2" 2>/dev/null | tr -d '\r' | sed -n "s/^ *$2 *REG_[A-Z]* *//p"; }

# What Credential Manager holds, one name a line.
credentials() {
    registry_below 'HKEY_CURRENT_USER\Software\Wine\Credential Manager' | sed -n 's/^HKEY_.*\\Generic: //p'
}

# Waits until the screen shows something that stays the same for a moment, and saves it.
photograph() {
    local before now=$WINDOWS/now.png
    before=
    for _ in {1..60}; do
        sleep 1
        import -window root "$now"
        if [[ $(identify -format %k "$now") -gt 50 && $(sha256sum <"$now") == "$before" ]]; then
            mv "$now" "$1"
            return
        fi
        before=$(sha256sum <"$now")
    done
    return 1
}
