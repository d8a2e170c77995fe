#===- SecretTidyTargets.cmake - Functions that make the targets ----------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===----------------------------------------------------------------------===//

# What all object libraries share. Clang's AST headers dominate the build, so
# they are compiled once; -DSECRET_TIDY_PCH=OFF shows includes that are missing.
if(SECRET_TIDY_PCH)
  set(stub "${CMAKE_BINARY_DIR}/pch/Stub.cpp")
  if(NOT EXISTS "${stub}")
    file(WRITE "${stub}" "// Owner of the precompiled header.\n")
  endif()
  add_library(SecretPch OBJECT "${stub}")
  target_precompile_headers(SecretPch PRIVATE
    <map> <memory> <optional> <string> <vector>
    <llvm/ADT/DenseMap.h> <llvm/ADT/ImmutableMap.h> <llvm/ADT/SmallVector.h>
    <llvm/ADT/StringMap.h> <llvm/Support/raw_ostream.h>
    <clang/AST/ASTContext.h> <clang/AST/Attr.h> <clang/AST/DeclCXX.h>
    <clang/AST/ExprCXX.h> <clang/AST/RecursiveASTVisitor.h>
    <clang/AST/StmtCXX.h> <clang/ASTMatchers/ASTMatchFinder.h>
    <clang/Analysis/CFG.h> <clang/Lex/Lexer.h> <clang/Lex/Preprocessor.h>)
endif()

function(secret_tidy_use_pch target)
  if(SECRET_TIDY_PCH)
    target_precompile_headers(${target} REUSE_FROM SecretPch)
  endif()
endfunction()

# Sources of a folder, in `result`; later arguments are more globs.
function(secret_tidy_sources result)
  file(GLOB found CONFIGURE_DEPENDS ${ARGN})
  set(${result} "${found}" PARENT_SCOPE)
endfunction()

# An object library over what is given after PCH or NO_PCH; none if that is
# nothing. Its name is appended to the global list of objects `property`.
function(secret_tidy_objects target pch property)
  if(NOT ARGN)
    message(STATUS "${target}: no sources yet, left out")
    return()
  endif()
  add_library(${target} OBJECT ${ARGN})
  if(pch STREQUAL "PCH")
    secret_tidy_use_pch(${target})
  endif()
  set_property(GLOBAL APPEND PROPERTY ${property} ${target})
endfunction()

# $<TARGET_OBJECTS:...> of every library named in the given properties.
function(secret_tidy_collect result)
  set(objects "")
  foreach(property IN LISTS ARGN)
    get_property(names GLOBAL PROPERTY ${property})
    foreach(name IN LISTS names)
      list(APPEND objects "$<TARGET_OBJECTS:${name}>")
    endforeach()
  endforeach()
  set(${result} "${objects}" PARENT_SCOPE)
endfunction()

# A module that a host loads: it links no LLVM library, since a second copy of
# LLVM's globals in the host would make its registries look empty.
function(secret_tidy_module target)
  add_library(${target} MODULE ${ARGN})
  set_target_properties(${target} PROPERTIES
    PREFIX "" SUFFIX ".so" LINKER_LANGUAGE CXX DEFINE_SYMBOL "")
  # Functions are bound when called, so that the load guard can speak before
  # the dynamic linker complains of what another LLVM lacks.
  # Its own are bound at once: nobody is to replace them, and analysis is made of
  # small functions, whose calls would each go through the linker's table.
  target_link_options(${target} PRIVATE
    LINKER:-z,lazy LINKER:-Bsymbolic-functions)
  install(TARGETS ${target} LIBRARY DESTINATION "${SECRET_TIDY_MAJOR_DIR}"
          COMPONENT ${SECRET_TIDY_COMPONENT})
endfunction()

# Rows {"name", number} of the system calls that the compiler's headers know.
function(secret_tidy_syscall_table file)
  execute_process(
    COMMAND "${CMAKE_CXX_COMPILER}" -E -dM -x c++ -include sys/syscall.h
      /dev/null
    OUTPUT_VARIABLE macros)
  string(REGEX MATCHALL "#define SYS_[a-z0-9_]+ " names "${macros}")
  list(SORT names)
  set(rows "")
  foreach(name IN LISTS names)
    string(REGEX REPLACE "#define SYS_([a-z0-9_]+) " "\\1" name "${name}")
    string(APPEND rows "{\"${name}\", SYS_${name}},\n")
  endforeach()
  file(CONFIGURE OUTPUT "${file}" CONTENT "${rows}")
endfunction()
