#===- SecretTidyPackages.cmake - Debian packages, made by cpack ----------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# secret-tidy-MAJOR has what is for one LLVM, secret-tidy-common what all majors
# share and is the same from every build. `cpack -G DEB` in the build folder.
#
#===----------------------------------------------------------------------===//

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME secret-tidy)
set(CPACK_PACKAGE_VERSION "${PROJECT_VERSION}")
set(CPACK_PACKAGE_CONTACT "secret-tidy <secret-tidy@localhost>" CACHE STRING
    "Maintainer of the packages")
set(CPACK_PACKAGING_INSTALL_PREFIX "/usr")
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_PRE_BUILD_SCRIPTS "${PROJECT_SOURCE_DIR}/cmake/PolishPackages.cmake")
set(CPACK_SECRET_TIDY_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_COMPONENTS_ALL common ${SECRET_TIDY_COMPONENT})

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

set(CPACK_DEBIAN_COMMON_PACKAGE_NAME secret-tidy-common)
set(CPACK_DEBIAN_COMMON_PACKAGE_ARCHITECTURE all)
set(CPACK_DEBIAN_COMMON_DESCRIPTION
"find where secrets outlive their use: headers and pages
The header with the tags, a C++ guard that zeroizes, the pages of the checks,
models of libraries, and man pages. The checks are in secret-tidy-MAJOR.")

# What the programs run, and the headers of the compiler, which they parse with.
# The libraries that they are linked with are found by dpkg-shlibdeps.
set(CPACK_DEBIAN_LLVM_PACKAGE_NAME secret-tidy-${SECRET_TIDY_LLVM_MAJOR})
set(CPACK_DEBIAN_LLVM_PACKAGE_DEPENDS
    "secret-tidy-common (= ${PROJECT_VERSION}), libclang-common-${SECRET_TIDY_LLVM_MAJOR}-dev, clang-tidy-${SECRET_TIDY_LLVM_MAJOR}, ninja-build")
set(CPACK_DEBIAN_LLVM_PACKAGE_SUGGESTS "clang-${SECRET_TIDY_LLVM_MAJOR}")
set(CPACK_DEBIAN_LLVM_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_LLVM_DESCRIPTION
"find where secrets outlive their use: checks for LLVM ${SECRET_TIDY_LLVM_MAJOR}
Checks for clang-tidy and clang that find keys, passwords and tokens in C and C++
which are never erased, erased in part, erased by code that the optimizer removes,
or copied to where nothing can erase them; programs that audit a whole project
and look into memory; and launchers for editors.")

# The plain names of the programs are alternatives: the newest major wins.
get_property(programs GLOBAL PROPERTY SECRET_TIDY_PROGRAMS)
list(JOIN programs " " SECRET_TIDY_PROGRAM_NAMES)
foreach(script IN ITEMS postinst prerm)
  configure_file(cmake/debian/${script}.in
    "${CMAKE_BINARY_DIR}/install/debian/${script}" @ONLY FILE_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ
    WORLD_EXECUTE)
endforeach()
set(CPACK_DEBIAN_LLVM_PACKAGE_CONTROL_EXTRA
    "${CMAKE_BINARY_DIR}/install/debian/postinst"
    "${CMAKE_BINARY_DIR}/install/debian/prerm")

include(CPack)
