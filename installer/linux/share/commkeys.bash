# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Completes the options of commkeys. It needs nothing of the package bash-completion but to be found.
_commkeys() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    local options='--demo --cloud --arm-endpoint --client-id --tenant --self-check --screenshot --settings-dir --help
        --version'
    COMPREPLY=()
    case $before in
        --cloud) mapfile -t COMPREPLY < <(compgen -W 'AzureCloud AzureUSGovernment AzureChinaCloud' -- "$word") ;;
        --screenshot)
            compopt -o filenames
            mapfile -t COMPREPLY < <(compgen -f -- "$word")
            ;;
        --settings-dir)
            compopt -o filenames
            mapfile -t COMPREPLY < <(compgen -d -- "$word")
            ;;
        --arm-endpoint | --client-id | --tenant) ;;
        *) mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word") ;;
    esac
}
complete -F _commkeys commkeys
