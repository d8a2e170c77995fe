#===- SecretTidyClangd.cmake - Build a clangd of our own -----------------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Debian ships clangd's libraries, but not the programs' whole link line: the
# remote index wants gRPC, whose development packages are no part of LLVM's.
#
#===----------------------------------------------------------------------===//

set(SECRET_TIDY_CLANGD AUTO CACHE STRING
    "Build secret-clangd: ON, OFF, or AUTO if all that it needs is there")
set_property(CACHE SECRET_TIDY_CLANGD PROPERTY STRINGS AUTO ON OFF)

# What clangd's own functions are called that Defaults.cpp and DocLinks.cpp
# replace.
set(SECRET_TIDY_WRAPPED
  _ZN5clang6clangd20provideDefaultChecksEv
  _ZN5clang6clangd15isFastTidyCheckEN4llvm9StringRefE
  _ZN5clang6clangd16newJSONTransportEP8_IO_FILERN4llvm11raw_ostreamEPS4_bNS0_15JSONStreamStyleE)

# The packages that are missing, in `result`.
function(secret_tidy_clangd_lacks result)
  set(missing "")
  if(NOT EXISTS "${LLVM_LIBRARY_DIR}/libclangdMain.a")
    list(APPEND missing libclang-${SECRET_TIDY_LLVM_MAJOR}-dev)
  endif()
  find_package(PkgConfig QUIET)
  if(NOT PkgConfig_FOUND)
    list(APPEND missing pkg-config)
  else()
    pkg_check_modules(SECRET_TIDY_GRPC QUIET IMPORTED_TARGET grpc++)
    pkg_check_modules(SECRET_TIDY_PROTOBUF QUIET IMPORTED_TARGET protobuf)
    if(NOT SECRET_TIDY_GRPC_FOUND)
      list(APPEND missing libgrpc++-dev)
    endif()
    if(NOT SECRET_TIDY_PROTOBUF_FOUND)
      list(APPEND missing libprotobuf-dev)
    endif()
  endif()
  set(${result} "${missing}" PARENT_SCOPE)
endfunction()

# Fails the build if the library does not define what is wrapped: --wrap itself
# says nothing of a name that nobody uses.
function(secret_tidy_check_wrapped target)
  list(JOIN SECRET_TIDY_WRAPPED "," symbols)
  add_custom_command(TARGET ${target} PRE_LINK
    COMMAND "${CMAKE_COMMAND}"
      "-DNM=${CMAKE_NM}" "-DLIBRARY=${LLVM_LIBRARY_DIR}/libclangDaemon.a"
      "-DSYMBOLS=${symbols}"
      -P "${PROJECT_SOURCE_DIR}/cmake/CheckWrapped.cmake" VERBATIM)
endfunction()

function(secret_tidy_clangd_libraries target)
  file(GLOB modules "${LLVM_LIBRARY_DIR}/libclangTidy*Module.a")
  foreach(symbol IN LISTS SECRET_TIDY_WRAPPED)
    target_link_options(${target} PRIVATE "LINKER:--wrap=${symbol}")
  endforeach()
  set(libraries "")
  foreach(name IN ITEMS clangdMain clangDaemonTweaks clangDaemon
      clangdRemoteIndex clangdRemoteMarshalling clangdRemoteIndexServiceProto
      clangdMonitoringServiceProto clangdRemoteIndexProto clangdSupport
      clangTidy clangTidyUtils clangIncludeCleaner clangQuery clangPseudo)
    set(file "${LLVM_LIBRARY_DIR}/lib${name}.a")
    if(EXISTS "${file}")
      list(APPEND libraries "${file}")
    endif()
  endforeach()
  target_link_libraries(${target} PRIVATE
    -Wl,--start-group ${libraries} ${modules} -Wl,--end-group
    clang-cpp LLVM PkgConfig::SECRET_TIDY_GRPC PkgConfig::SECRET_TIDY_PROTOBUF)
endfunction()
