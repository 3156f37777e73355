# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

# What makes a bundle of the program: app/CMakeLists.txt reads this on macOS.
include(${CMAKE_CURRENT_LIST_DIR}/infoplist.cmake)

set(macos_dir ${CMAKE_CURRENT_LIST_DIR})
set(icon_svg ${PROJECT_SOURCE_DIR}/resources/icons/app.svg)
set(icon ${CMAKE_CURRENT_BINARY_DIR}/${PROJECT_NAME}.icns)

add_custom_command(
    OUTPUT ${icon}
    COMMAND ${CMAKE_COMMAND} -E env RSVG_CONVERT=${COMMKEYS_RSVG_CONVERT} ${macos_dir}/draw-icon ${icon_svg} ${icon}
    DEPENDS ${icon_svg} ${macos_dir}/draw-icon
    COMMENT "Drawing the application's icon"
    VERBATIM)
target_sources(commkeys PRIVATE ${icon})
set_source_files_properties(${icon} PROPERTIES MACOSX_PACKAGE_LOCATION Resources)

commkeys_write_info_plist(${CMAKE_CURRENT_BINARY_DIR}/Info.plist)
set_target_properties(commkeys PROPERTIES
    OUTPUT_NAME ${PROJECT_NAME}
    MACOSX_BUNDLE_INFO_PLIST ${CMAKE_CURRENT_BINARY_DIR}/Info.plist
    # macdeployqt looks there for the libraries, and takes it out of what it made whole.
    INSTALL_RPATH_USE_LINK_PATH ON)
