#===- build.sh - Configure and build for one LLVM --------------------------===#
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# shellcheck shell=bash disable=SC2154
# Sourced, after common.sh.
#
#===------------------------------------------------------------------------===#

# build_for MAJOR FOLDER [TARGETS ... --] [CMAKE OPTIONS]
# Configures and builds; prints only what went wrong unless on a terminal.
build_for() {
  local major=$1 folder=$2 targets=() quiet=(--quiet) launcher=()
  shift 2
  while [ $# -gt 0 ] && [ "${1#-}" = "$1" ]; do
    targets+=("$1")
    shift
  done
  [ "${1-}" != -- ] || shift
  [ ! -t 1 ] || quiet=()
  ! command -v ccache >/dev/null ||
    launcher=(-DCMAKE_C_COMPILER_LAUNCHER=ccache -DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
  mkdir -p "$folder"
  if ! cmake -S "$root" -B "$folder" -G Ninja \
    -DClang_DIR="/usr/lib/llvm-$major/lib/cmake/clang" \
    -DCMAKE_C_COMPILER=clang-22 -DCMAKE_CXX_COMPILER=clang++-22 \
    -DSECRET_TIDY_WERROR="${SECRET_TIDY_WERROR:-OFF}" \
    "${launcher[@]}" "$@" >"$folder/configure.log" 2>&1; then
    cat "$folder/configure.log" >&2
    return 1
  fi
  ninja -C "$folder" "${quiet[@]}" "${targets[@]}"
}
