#===- SecretTidy.cmake - The checks in a CMake project -------------------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===----------------------------------------------------------------------===//
#
#   list(APPEND CMAKE_MODULE_PATH /path/to/secret-tidy/ci/cmake)
#   include(SecretTidy)
#   secret_tidy_check(my_library my_program)   # with every compile
#   secret_audit_target()                      # cmake --build . -t secret_audit
#
# SECRET_TIDY_BIN is the folder of secret-clang-tidy and secret-audit, if they are
# not in PATH.
#
#===----------------------------------------------------------------------===//

set(SECRET_TIDY_BIN "" CACHE PATH "Folder of secret-clang-tidy and secret-audit")

# The path of a program in `result`.
function(secret_tidy_find result name)
  string(MAKE_C_IDENTIFIER "${name}" id)
  find_program(SECRET_TIDY_PROGRAM_${id} ${name} HINTS "${SECRET_TIDY_BIN}")
  if(NOT SECRET_TIDY_PROGRAM_${id})
    message(FATAL_ERROR "${name} is not in PATH; set SECRET_TIDY_BIN to its folder")
  endif()
  set(${result} "${SECRET_TIDY_PROGRAM_${id}}" PARENT_SCOPE)
endfunction()

# secret_tidy_check(TARGETS... [ERRORS]): clang-tidy runs the checks whenever a
# source of the targets is compiled. With ERRORS a finding stops the build.
function(secret_tidy_check)
  cmake_parse_arguments(PARSE_ARGV 0 arg "ERRORS" "" "")
  secret_tidy_find(tidy secret-clang-tidy)
  set(command "${tidy}" "--checks=-*,secret-*" --quiet)
  if(arg_ERRORS)
    list(APPEND command "--warnings-as-errors=secret-*")
  endif()
  foreach(target IN LISTS arg_UNPARSED_ARGUMENTS)
    set_target_properties(${target} PROPERTIES
      C_CLANG_TIDY "${command}" CXX_CLANG_TIDY "${command}")
  endforeach()
endfunction()

# secret_audit_target([NAME name] [ARGUMENTS words...]): a target that audits the
# whole project. It fails where there are findings.
function(secret_audit_target)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "NAME" "ARGUMENTS")
  if(NOT arg_NAME)
    set(arg_NAME secret_audit)
  endif()
  if(NOT CMAKE_EXPORT_COMPILE_COMMANDS)
    message(FATAL_ERROR "secret_audit_target needs CMAKE_EXPORT_COMPILE_COMMANDS=ON")
  endif()
  secret_tidy_find(audit secret-audit)
  add_custom_target(${arg_NAME}
    COMMAND "${audit}" -p "${CMAKE_BINARY_DIR}" ${arg_ARGUMENTS}
    WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}"
    COMMENT "Auditing for secrets that outlive their use"
    USES_TERMINAL VERBATIM)
endfunction()
