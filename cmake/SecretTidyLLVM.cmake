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
# (A leading blank in a message keeps CMake from folding it.)
list(JOIN SECRET_TIDY_SUPPORTED_MAJORS " and " supported)
set(remedy "secret-tidy supports LLVM ${supported}; give -DClang_DIR=.../lib/cmake/clang")
if(NOT Clang_DIR)
  find_package(Clang CONFIG QUIET)
endif()
if(NOT Clang_DIR)
  message(FATAL_ERROR " No Clang found: ${remedy} or install libclang-22-dev and llvm-22-dev")
elseif(NOT EXISTS "${Clang_DIR}/ClangConfig.cmake")
  message(FATAL_ERROR " No ClangConfig.cmake in Clang_DIR=${Clang_DIR}: ${remedy}")
endif()
set(version_file "${Clang_DIR}/../llvm/LLVMConfig.cmake")
if(EXISTS "${version_file}")
  file(STRINGS "${version_file}" line REGEX "set\\(LLVM_VERSION_MAJOR [0-9]+")
else()
  file(STRINGS "${Clang_DIR}/ClangConfig.cmake" line REGEX "set\\(LLVM_VERSION [0-9]+")
endif()
string(REGEX MATCH "[0-9]+" SECRET_TIDY_LLVM_MAJOR "${line}")

if(SECRET_TIDY_LLVM_MAJOR IN_LIST SECRET_TIDY_UNTESTED_MAJORS)
  message(WARNING " LLVM ${SECRET_TIDY_LLVM_MAJOR} is untested; secret-tidy supports LLVM ${supported}")
elseif(NOT SECRET_TIDY_LLVM_MAJOR IN_LIST SECRET_TIDY_SUPPORTED_MAJORS)
  message(FATAL_ERROR " ${Clang_DIR} is of LLVM ${SECRET_TIDY_LLVM_MAJOR}: ${remedy}")
endif()

find_package(Clang CONFIG REQUIRED)
message(STATUS "LLVM ${LLVM_VERSION} in ${LLVM_INSTALL_PREFIX}")
