#===- CheckWrapped.cmake - Is there what secret-clangd replaces? ---------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# cmake -DNM=.. -DLIBRARY=.. -DSYMBOLS=a,b -P CheckWrapped.cmake
# Fails if LIBRARY does not define each of SYMBOLS.
#
#===----------------------------------------------------------------------===//

execute_process(COMMAND "${NM}" --defined-only "${LIBRARY}"
  OUTPUT_VARIABLE defined ERROR_QUIET RESULT_VARIABLE status)
if(NOT status EQUAL 0)
  message(FATAL_ERROR " cannot list the symbols of ${LIBRARY}")
endif()
string(REPLACE "," ";" SYMBOLS "${SYMBOLS}")
foreach(symbol IN LISTS SYMBOLS)
  if(NOT defined MATCHES " T ${symbol}\n")
    message(FATAL_ERROR " ${LIBRARY} has no ${symbol}, which secret-clangd replaces; this clangd is not supported: build with -DSECRET_TIDY_CLANGD=OFF")
  endif()
endforeach()
