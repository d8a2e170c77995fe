#!/bin/bash
#===- quickstart.sh - From nothing to a first audit ------------------------===#
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# quickstart.sh         audits libsodium's source package; exits 0 if that ran
# quickstart.sh PATH [OPTIONS of secret-audit]
#                       audits the project at PATH; exits as the audit does
#
#===------------------------------------------------------------------------===#

set -eu -o pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/tools/lib/common.sh"
. "$root/tools/lib/packages.sh"
. "$root/tools/lib/build.sh"
. "$root/tools/lib/sources.sh"

usage="usage: tools/quickstart.sh [PATH of a project with a compile_commands.json [OPTIONS of secret-audit]]"

# The folder of the project's compile_commands.json.
find_database() {
  local project=$1 found
  for found in "$project" "$project"/{build,out,_build,builddir} "$project"/*/; do
    [ -f "$found/compile_commands.json" ] || continue
    echo "${found%/}"
    return 0
  done
  cat >&2 <<END
quickstart.sh: no compile_commands.json in $project or a folder below it. To get one:
  CMake:  cmake -S . -B build -DCMAKE_EXPORT_COMPILE_COMMANDS=ON
  Meson:  meson setup build
  make:   bear -- make        (package bear)
  Clang:  make CC='clang-22 -gen-cdb-fragment-path commands' &&
          { echo '['; cat commands/*.json | sed '\$s/,\$//'; echo ']'; } >compile_commands.json
END
  return 1
}

# Fetches and configures libsodium, and compiles it once to learn the commands.
prepare_libsodium() {
  local folder=$1
  [ ! -f "$folder/source/compile_commands.json" ] || return 0
  say "fetching the source of libsodium"
  fetch_source libsodium "$folder" || exit 2
  say "configuring and compiling libsodium for its compile_commands.json"
  cd "$folder/source"
  if ! { autoreconf -fi && ./configure CC=clang-22 --disable-shared --enable-static &&
         record_commands "$folder/libsodium" "$folder/commands.json" \
           sh -c "make -j$(nproc) CFLAGS=\"-O2 -w \$RECORD\""
       } >"$folder/log" 2>&1; then
    tail -n 5 "$folder/log" >&2
    die "could not build libsodium, see $folder/log"
  fi
  mv "$folder/commands.json" compile_commands.json
  cd "$root"
}

main() {
  case "${1-}" in -h | --help) echo "$usage" && exit 0 ;; -*) die "$usage" ;; esac
  case "${2-}" in '' | -*) ;; *) die "$usage" ;; esac
  local work database project=${1-} status=0
  if [ -n "$project" ]; then
    [ -d "$project" ] || die "no folder $project"
    database=$(find_database "$(cd "$project" && pwd)") || exit 2
    shift
  fi
  work=$(work_folder)
  # shellcheck disable=SC2046
  ensure_packages $(packages_for_llvm 22) \
    $([ -n "$project" ] || packages_for_sources)
  say "building for LLVM 22 in $work/22"
  build_for 22 "$work/22" || die "the build failed"
  if [ -z "$project" ]; then
    prepare_libsodium "$work/libsodium"
    database=$work/libsodium/source
  fi
  say "auditing $database"
  "$work/22/bin/secret-audit" -p "$database" "$@" || status=$?
  # Findings (1) and files that could not be analysed (3) are results too.
  if [ -z "$project" ] && { [ $status = 1 ] || [ $status = 3 ]; }; then
    status=0
  fi
  return $status
}

main "$@"
