#===- SecretTidyFlags.cmake - Flags of every target ----------------------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# All targets have the same flags, so that they share one precompiled header.
#
#===----------------------------------------------------------------------===//

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Kind of build" FORCE)
endif()

set(CMAKE_CXX_STANDARD 17)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)

# -fPIC by hand: CMake would compile programs with -fPIE, and a precompiled
# header fits only one of the two.
add_compile_options(-fPIC)
# Clang's default; GCC would inline nothing that another library might replace.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  add_compile_options(-fno-semantic-interposition)
endif()
# A class without RTTI may derive from LLVM's with or without it.
add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fno-rtti>
                    $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions>)
add_compile_options(-Wall -Wextra -Wno-unused-parameter
                    $<$<COMPILE_LANGUAGE:CXX>:-Woverloaded-virtual>)
if(SECRET_TIDY_PCH)
  # A precompiled header forgets that libstdc++ switched this off for itself.
  add_compile_options(-Wno-deprecated-declarations)
endif()
if(SECRET_TIDY_WERROR)
  add_compile_options(-Werror)
endif()

add_compile_definitions(
  __STDC_CONSTANT_MACROS __STDC_FORMAT_MACROS __STDC_LIMIT_MACROS)
include_directories(lib include)
include_directories(SYSTEM ${CLANG_INCLUDE_DIRS} ${LLVM_INCLUDE_DIRS})

# The plugin finds its runtime in the host, which preloads the shared one.
if(SECRET_TIDY_SANITIZE)
  add_compile_options(-fsanitize=${SECRET_TIDY_SANITIZE}
                      -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${SECRET_TIDY_SANITIZE})
  set(SECRET_TIDY_ASAN_RUNTIME "")
  if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    execute_process(
      COMMAND "${CMAKE_CXX_COMPILER}"
        -print-file-name=libclang_rt.asan-${CMAKE_SYSTEM_PROCESSOR}.so
      OUTPUT_VARIABLE SECRET_TIDY_ASAN_RUNTIME OUTPUT_STRIP_TRAILING_WHITESPACE)
    get_filename_component(folder "${SECRET_TIDY_ASAN_RUNTIME}" DIRECTORY)
    add_link_options(-shared-libsan "-Wl,-rpath,${folder}")
  endif()
endif()

# ccache refuses precompiled headers unless told that this is fine.
if(CMAKE_CXX_COMPILER_LAUNCHER MATCHES "ccache$" AND SECRET_TIDY_PCH)
  set(CMAKE_CXX_COMPILER_LAUNCHER
      "${CMAKE_COMMAND}" -E env
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
      "${CMAKE_CXX_COMPILER_LAUNCHER}")
  if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    add_compile_options($<$<COMPILE_LANGUAGE:CXX>:SHELL:-Xclang\ -fno-pch-timestamp>)
  endif()
endif()
