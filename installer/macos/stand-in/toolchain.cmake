# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Lets a Linux machine read the macOS branch of our CMake files and compile our sources as for macOS, by clang, with the
# Qt and the C++ library of Linux and a few headers that stand in for Apple's. Nothing of it links; installer/macos/check
# uses it. COMMKEYS_STAND_IN_TRIPLET is what "gcc -dumpmachine" says.

set(CMAKE_SYSTEM_NAME Darwin)
set(CMAKE_SYSTEM_VERSION 23.0)
set(CMAKE_SYSTEM_PROCESSOR ${CMAKE_HOST_SYSTEM_PROCESSOR})
set(CMAKE_TRY_COMPILE_PLATFORM_VARIABLES COMMKEYS_STAND_IN_TRIPLET COMMKEYS_STAND_IN_SDK)

string(REPLACE aarch64 arm64 stand_in_processor ${CMAKE_HOST_SYSTEM_PROCESSOR})
set(CMAKE_CXX_COMPILER_TARGET ${stand_in_processor}-apple-macos12)
# CMake would link a program to see whether the compiler works.
set(CMAKE_CXX_COMPILER_WORKS ON)
set(CMAKE_INSTALL_NAME_TOOL true)
set(CMAKE_OSX_SYSROOT ${COMMKEYS_STAND_IN_SDK} CACHE PATH "An empty folder in the place of Apple's")

# What clang leaves out for this target: the C++ library of Linux, then our headers, then those of C. They belong to the
# compiler's name, since some package names /usr/include among its own folders and would come before them. glibc has a
# macro of the name that Apple's clang takes for itself.
file(GLOB cxx_headers /usr/include/c++/*)
list(SORT cxx_headers COMPARE NATURAL)
list(GET cxx_headers -1 cxx_headers)
get_filename_component(cxx_version ${cxx_headers} NAME)
set(CMAKE_CXX_COMPILER clang++
    -nostdinc++ -stdlib=libstdc++ -D_GNU_SOURCE -U__nonnull -Wno-unused-command-line-argument
    -isystem ${cxx_headers} -isystem /usr/include/${COMMKEYS_STAND_IN_TRIPLET}/c++/${cxx_version}
    -isystem ${CMAKE_CURRENT_LIST_DIR}/include
    -idirafter /usr/include/${COMMKEYS_STAND_IN_TRIPLET} -idirafter /usr/include)

# Linux's packages, which CMake looks for elsewhere on this system, and answers that it would get by linking.
set(CMAKE_LIBRARY_ARCHITECTURE ${COMMKEYS_STAND_IN_TRIPLET})
set(CMAKE_PREFIX_PATH /usr/lib/${COMMKEYS_STAND_IN_TRIPLET})
set(Qt6_DIR /usr/lib/${COMMKEYS_STAND_IN_TRIPLET}/cmake/Qt6)
set(CMAKE_HAVE_PTHREAD_H ON)
set(CMAKE_HAVE_LIBC_PTHREAD ON)
set(HAVE_STDATOMIC ON)
set(OPENGL_INCLUDE_DIR ${CMAKE_CURRENT_LIST_DIR}/include)
set(OPENGL_gl_LIBRARY /usr/lib/${COMMKEYS_STAND_IN_TRIPLET}/libOpenGL.so)
set(OPENGL_glu_LIBRARY ${OPENGL_gl_LIBRARY})
set(WrapOpenGL_AGL ${OPENGL_gl_LIBRARY})
