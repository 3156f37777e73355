# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

# How qtbase is built for Windows: no more of it than CommKeys uses, with Windows' own TLS, fonts and window decorations,
# and with the copies of zlib and others that lie in Qt's sources.

set(CMAKE_BUILD_TYPE Release CACHE STRING "")
set(BUILD_SHARED_LIBS ON CACHE BOOL "")
set(QT_BUILD_EXAMPLES OFF CACHE BOOL "")
set(QT_BUILD_TESTS OFF CACHE BOOL "")

# The table of MIME types, packed by gzip: CMake's own packer writes the hour into it.
set(QT_AVOID_CMAKE_ARCHIVING_API ON CACHE BOOL "")

set(INPUT_opengl no CACHE STRING "")
set(INPUT_openssl no CACHE STRING "")

# direct2d goes together with directwrite3, the fonts: one without the other does not link. tabletevent needs a header that
# is not in Debian's tarball.
foreach(feature concurrent direct2d directwrite3 schannel)
    set(FEATURE_${feature} ON CACHE BOOL "")
endforeach()
foreach(feature dbus glib icu printsupport sql tabletevent testlib vulkan xml zstd)
    set(FEATURE_${feature} OFF CACHE BOOL "")
endforeach()
foreach(library doubleconversion freetype harfbuzz jpeg libb2 pcre2 png textmarkdownreader zlib)
    set(FEATURE_system_${library} OFF CACHE BOOL "")
endforeach()
