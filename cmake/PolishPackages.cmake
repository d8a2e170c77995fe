#===- PolishPackages.cmake - What Debian wants of a package --------------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Run by cpack on the files of each package, before it packs them: compressed
# man pages, and the license under the package's name.
#
#===----------------------------------------------------------------------===//

find_program(gzip gzip REQUIRED)
foreach(component IN LISTS CPACK_COMPONENTS_ALL)
  set(top "${CPACK_TEMPORARY_DIRECTORY}/${component}/usr")
  string(TOUPPER ${component} upper)
  # Not file(INSTALL), which heeds the DESTDIR that cpack sets.
  configure_file("${CPACK_SECRET_TIDY_LICENSE}"
    "${top}/share/doc/${CPACK_DEBIAN_${upper}_PACKAGE_NAME}/copyright" COPYONLY)
  file(GLOB pages "${top}/share/man/man1/*.1")
  foreach(page IN LISTS pages)
    if(IS_SYMLINK "${page}")
      file(READ_SYMLINK "${page}" target)
      file(REMOVE "${page}")
      file(CREATE_LINK "${target}.gz" "${page}.gz" SYMBOLIC)
    else()
      execute_process(COMMAND "${gzip}" -9nf "${page}" COMMAND_ERROR_IS_FATAL ANY)
    endif()
  endforeach()
endforeach()
