#===- SecretTidyInstall.cmake - Where everything is installed ------------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Plugins and programs are for one LLVM major, and go to a folder of their own,
# so that several majors share a prefix; bin has links to the programs. All that
# is found at run time is found relative to the programs. docs/install.md shows
# the layout.
#
#===----------------------------------------------------------------------===//

# One component for a major, one for what all majors share, and the links that
# packages leave to update-alternatives.
set(SECRET_TIDY_COMPONENT "llvm")
set(SECRET_TIDY_MAJOR_DIR "lib/secret-tidy/${SECRET_TIDY_LLVM_MAJOR}")
set(SECRET_TIDY_DATA_DIR "${CMAKE_INSTALL_DATAROOTDIR}/secret-tidy")
set(SECRET_TIDY_DOC_DIR "${CMAKE_INSTALL_DATAROOTDIR}/doc/secret-tidy")
set(SECRET_TIDY_CMAKE_DIR "${CMAKE_INSTALL_DATAROOTDIR}/cmake/secret-tidy")
set(SECRET_TIDY_PKGCONFIG_DIR "${CMAKE_INSTALL_DATAROOTDIR}/pkgconfig")

# An LLVM outside of the system's folders has to be found again.
if(NOT LLVM_LIBRARY_DIR MATCHES "^/usr/lib(64)?(/|$)")
  set(CMAKE_INSTALL_RPATH_USE_LINK_PATH ON)
endif()

# A relative link to `path` of the prefix, in the folder `folder` of the prefix.
function(secret_tidy_install_link folder name path component)
  file(RELATIVE_PATH target "/prefix/${folder}" "/prefix/${path}")
  set(link "${CMAKE_BINARY_DIR}/install/${folder}/${name}")
  get_filename_component(parent "${link}" DIRECTORY)
  file(MAKE_DIRECTORY "${parent}")
  file(CREATE_LINK "${target}" "${link}" SYMBOLIC)
  install(FILES "${link}" DESTINATION "${folder}" COMPONENT ${component})
endfunction()

# The program, NAME-MAJOR in bin, and NAME in bin for the newest major.
function(secret_tidy_install_program target)
  set_property(GLOBAL APPEND PROPERTY SECRET_TIDY_PROGRAMS ${target})
  install(TARGETS ${target} RUNTIME DESTINATION "${SECRET_TIDY_MAJOR_DIR}/bin"
          COMPONENT ${SECRET_TIDY_COMPONENT})
  secret_tidy_install_link("${CMAKE_INSTALL_BINDIR}"
    "${target}-${SECRET_TIDY_LLVM_MAJOR}" "${SECRET_TIDY_MAJOR_DIR}/bin/${target}"
    ${SECRET_TIDY_COMPONENT})
  file(RELATIVE_PATH up "/prefix/${CMAKE_INSTALL_BINDIR}" "/prefix")
  set(SECRET_TIDY_PROGRAM ${target})
  set(SECRET_TIDY_BIN_TO_PREFIX "${up}")
  configure_file("${PROJECT_SOURCE_DIR}/cmake/LinkNewest.cmake.in"
    "${CMAKE_BINARY_DIR}/install/${target}.cmake" @ONLY)
  install(SCRIPT "${CMAKE_BINARY_DIR}/install/${target}.cmake" COMPONENT links)
endfunction()

# Man pages are made of the pages in docs. Arguments as make_man.py has them.
function(secret_tidy_man target page)
  find_package(Python3 QUIET COMPONENTS Interpreter)
  if(NOT TARGET ${target})
    return()
  elseif(NOT Python3_Interpreter_FOUND)
    message(STATUS "${target}.1: left out; it needs python3")
    return()
  endif()
  set(man "${CMAKE_BINARY_DIR}/install/man/${target}.1")
  set(script "${PROJECT_SOURCE_DIR}/tools/lib/make_man.py")
  add_custom_command(OUTPUT "${man}"
    COMMAND "${Python3_EXECUTABLE}" "${script}" --name ${target}
      --version "${PROJECT_VERSION}" --output "${man}" ${ARGN}
      "${PROJECT_SOURCE_DIR}/docs/${page}"
    DEPENDS "${script}" "${PROJECT_SOURCE_DIR}/docs/${page}" VERBATIM)
  add_custom_target(${target}-man ALL DEPENDS "${man}")
  set(folder "${CMAKE_INSTALL_MANDIR}/man1")
  install(FILES "${man}" DESTINATION "${folder}" COMPONENT common)
  secret_tidy_install_link("${folder}" "${target}-${SECRET_TIDY_LLVM_MAJOR}.1"
    "${folder}/${target}.1" ${SECRET_TIDY_COMPONENT})
endfunction()

# find_package(secret-tidy) and pkg-config, for the headers.
function(secret_tidy_install_headers)
  include(CMakePackageConfigHelpers)
  install(DIRECTORY include/secret-tidy DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}"
          COMPONENT common)
  add_library(secret-tidy-headers INTERFACE)
  set_target_properties(secret-tidy-headers PROPERTIES EXPORT_NAME headers)
  target_include_directories(secret-tidy-headers INTERFACE
    "$<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>")
  install(TARGETS secret-tidy-headers EXPORT secret-tidy)
  install(EXPORT secret-tidy FILE secret-tidy-config.cmake
          NAMESPACE secret-tidy:: DESTINATION "${SECRET_TIDY_CMAKE_DIR}"
          COMPONENT common)
  set(version "${CMAKE_BINARY_DIR}/install/secret-tidy-config-version.cmake")
  write_basic_package_version_file("${version}" ARCH_INDEPENDENT
    COMPATIBILITY SameMajorVersion)
  install(FILES "${version}" DESTINATION "${SECRET_TIDY_CMAKE_DIR}"
          COMPONENT common)
  file(RELATIVE_PATH SECRET_TIDY_PC_TO_PREFIX
       "/prefix/${SECRET_TIDY_PKGCONFIG_DIR}" "/prefix")
  string(REGEX REPLACE "/$" "" SECRET_TIDY_PC_TO_PREFIX "${SECRET_TIDY_PC_TO_PREFIX}")
  configure_file(cmake/secret-tidy.pc.in
    "${CMAKE_BINARY_DIR}/install/secret-tidy.pc" @ONLY)
  install(FILES "${CMAKE_BINARY_DIR}/install/secret-tidy.pc"
          DESTINATION "${SECRET_TIDY_PKGCONFIG_DIR}" COMPONENT common)
endfunction()

# Pages, models, labels, and what editors load. Links in the pages that lead to
# files which are not installed become plain text.
function(secret_tidy_install_data)
  install(DIRECTORY docs/ DESTINATION "${SECRET_TIDY_DOC_DIR}" COMPONENT common
          FILES_MATCHING PATTERN "*.md" PATTERN "*.json")
  set(SECRET_TIDY_PAGES "${SECRET_TIDY_DOC_DIR}")
  configure_file(cmake/MendLinks.cmake.in
    "${CMAKE_BINARY_DIR}/install/MendLinks.cmake" @ONLY)
  install(SCRIPT "${CMAKE_BINARY_DIR}/install/MendLinks.cmake" COMPONENT common)
  install(FILES LICENSE DESTINATION "${SECRET_TIDY_DOC_DIR}" COMPONENT common)
  install(DIRECTORY checks/models DESTINATION "${SECRET_TIDY_DATA_DIR}"
          COMPONENT common)
  install(DIRECTORY ci DESTINATION "${SECRET_TIDY_DATA_DIR}" COMPONENT common
          USE_SOURCE_PERMISSIONS)
  install(FILES editors/emacs/flycheck-secret.el COMPONENT common
          DESTINATION "${CMAKE_INSTALL_DATAROOTDIR}/emacs/site-lisp")
  install(DIRECTORY checks/codechecker/ COMPONENT common
          DESTINATION "${SECRET_TIDY_DATA_DIR}/codechecker/config/labels/analyzers")
  if(TARGET SecretAnalyzer)
    secret_tidy_install_link("${SECRET_TIDY_MAJOR_DIR}/codechecker/plugin"
      SecretAnalyzer.so "${SECRET_TIDY_MAJOR_DIR}/SecretAnalyzer.so"
      ${SECRET_TIDY_COMPONENT})
  endif()
endfunction()
