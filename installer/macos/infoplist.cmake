# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Beside the bundle, tests/installer reads the result on every system.
function(commkeys_write_info_plist file)
    configure_file(${PROJECT_SOURCE_DIR}/installer/macos/Info.plist.in ${file} @ONLY)
endfunction()
