#===- SecretTidyLLVM.cmake - Choose and check the LLVM -------------------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Finds Clang (Clang_DIR, else the newest usable one of Debian's folders) and
# refuses the majors that cannot work. Sets SECRET_TIDY_LLVM_MAJOR.
#
#===----------------------------------------------------------------------===//

set(SECRET_TIDY_SUPPORTED_MAJORS 19 22)
set(SECRET_TIDY_UNTESTED_MAJORS 20 21)

# The newest major in Debian's folders that can work, or nothing.
function(secret_tidy_newest_clang_dir result)
  set(usable ${SECRET_TIDY_SUPPORTED_MAJORS} ${SECRET_TIDY_UNTESTED_MAJORS})
  list(SORT usable COMPARE NATURAL ORDER DESCENDING)
  foreach(major IN LISTS usable)
    set(dir "/usr/lib/llvm-${major}/lib/cmake/clang")
    if(EXISTS "${dir}/ClangConfig.cmake")
      set(${result} "${dir}" PARENT_SCOPE)
      return()
    endif()
  endforeach()
  set(${result} "" PARENT_SCOPE)
endfunction()

if(NOT Clang_DIR)
  secret_tidy_newest_clang_dir(found)
  if(found)
    set(Clang_DIR "${found}" CACHE PATH "Folder of ClangConfig.cmake" FORCE)
  endif()
endif()

# Asked for before the package is loaded, so that a refused one gets one line.
if(Clang_DIR AND EXISTS "${Clang_DIR}/ClangConfig.cmake")
  file(STRINGS "${Clang_DIR}/ClangConfig.cmake" line
       REGEX "set\\(LLVM_VERSION [0-9]+")
  string(REGEX MATCH "[0-9]+" SECRET_TIDY_LLVM_MAJOR "${line}")
else()
  find_package(Clang CONFIG QUIET)
  set(SECRET_TIDY_LLVM_MAJOR "${LLVM_VERSION_MAJOR}")
endif()

list(JOIN SECRET_TIDY_SUPPORTED_MAJORS " and " supported)
if(NOT SECRET_TIDY_LLVM_MAJOR)
  message(FATAL_ERROR "No Clang found: secret-tidy supports LLVM ${supported}; install libclang-22-dev and llvm-22-dev, or give -DClang_DIR=.../lib/cmake/clang.")
elseif(SECRET_TIDY_LLVM_MAJOR IN_LIST SECRET_TIDY_UNTESTED_MAJORS)
  message(WARNING "LLVM ${SECRET_TIDY_LLVM_MAJOR} is untested; secret-tidy supports LLVM ${supported}.")
elseif(NOT SECRET_TIDY_LLVM_MAJOR IN_LIST SECRET_TIDY_SUPPORTED_MAJORS)
  message(FATAL_ERROR "Found LLVM ${SECRET_TIDY_LLVM_MAJOR} in ${Clang_DIR}, but secret-tidy supports LLVM ${supported}; give -DClang_DIR=.../lib/cmake/clang.")
endif()

find_package(Clang CONFIG REQUIRED)
message(STATUS "LLVM ${LLVM_VERSION} in ${LLVM_INSTALL_PREFIX}")
