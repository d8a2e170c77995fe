#!/bin/bash
#===- test.sh - Build and test for every supported LLVM --------------------===#
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# test.sh [--full] [--cases DIR]
#   --full       sanitizer builds too, the models against real headers, the
#                Debian packages in a new Debian, and two nodes of Slurm
#   --cases DIR  also scores the plugin on labelled cases: DIR/score.py is run
#                on DIR/c and DIR/cpp (default: $SECRET_TIDY_CASES)
#
# Ends with "N passed, N failed", summed over all builds.
#
#===------------------------------------------------------------------------===#

set -eu -o pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/tools/lib/common.sh"
. "$root/tools/lib/packages.sh"
. "$root/tools/lib/build.sh"
. "$root/tools/lib/headers.sh"
. "$root/tools/lib/sources.sh"
. "$root/tools/lib/try_packages.sh"

majors="22 19"
lit=/usr/lib/llvm-22/bin/lit
full=no
cases=${SECRET_TIDY_CASES-}
passed=0
failed=0

parse_arguments() {
  while [ $# -gt 0 ]; do
    case $1 in
      --full) full=yes ;;
      --cases)
        [ $# -ge 2 ] || die "--cases wants a folder"
        cases=$2
        shift
        ;;
      --cases=*) cases=${1#--cases=} ;;
      *) die "unknown argument $1; usage: tools/test.sh [--full] [--cases DIR]" ;;
    esac
    shift
  done
  [ -z "$cases" ] || [ -f "$cases/score.py" ] || die "no score.py in $cases"
}

# One thing that is no lit test went wrong.
count_failure() {
  warn "$@"
  failed=$((failed + 1))
}

# run_lit FOLDER NAME: runs the tests of a build and adds up the results.
run_lit() {
  local folder=$1 name=$2 counts
  rm -f "$folder/lit.json"
  "$lit" -sv -o "$folder/lit.json" "$folder/test" || true
  if ! counts=$(python3 "$root/tools/lib/count_results.py" "$folder/lit.json"); then
    count_failure "the tests of $name did not run"
    return
  fi
  # shellcheck disable=SC2086
  set -- $counts
  say "$name: $1 passed, $2 failed, $3 unsupported"
  passed=$((passed + $1))
  failed=$((failed + $2))
}

# test_build MAJOR FOLDER NAME [CMAKE OPTIONS]
test_build() {
  local major=$1 folder=$2 name=$3
  shift 3
  say "building for $name in $folder"
  if ! build_for "$major" "$folder" -- "$@"; then
    count_failure "the build for $name failed"
    return
  fi
  run_lit "$folder" "$name"
}

test_sanitizers() {
  local major
  for major in $majors; do
    if [ $full = no ]; then
      say "skipped: LLVM $major with ASan and UBSan (--full runs it)"
      continue
    fi
    test_build "$major" "$work/$major-asan" "LLVM $major, ASan and UBSan" \
      -DSECRET_TIDY_SANITIZE=address,undefined \
      -DCMAKE_BUILD_TYPE=Debug "-DCMAKE_CXX_FLAGS_DEBUG=-O1 -g1"
  done
}

check_headers() {
  if [ $full = no ]; then
    say "skipped: the models against real headers (--full runs it)"
    return
  fi
  say "models against real headers"
  install_packages_for_headers
  verify_headers "$work/22" || count_failure "the models differ from the headers"
}

check_packages() {
  local debs=$work/packages builds=() major
  if [ $full = no ]; then
    say "skipped: the Debian packages in a new Debian (--full runs it)"
    return
  fi
  say "the Debian packages in a new Debian"
  for major in $majors; do
    builds+=("$work/$major")
  done
  # shellcheck disable=SC2086
  if ! package_builds "$debs" "${builds[@]}" || ! try_packages "$debs" $majors; then
    count_failure "the Debian packages do not work"
  fi
}

check_slurm() {
  local line status=0
  if [ $full = no ]; then
    say "skipped: secret-audit on two nodes of Slurm (--full runs it)"
    return
  fi
  line=$("$root/tools/lib/try_slurm.sh" "$work/22/bin/secret-audit" "$work/slurm") ||
    status=$?
  case $status in
    0 | 77) say "$line" ;;
    *) count_failure "secret-audit does not work on two nodes of Slurm" ;;
  esac
}

score_cases() {
  if [ -z "$cases" ]; then
    say "no labelled cases given (--cases DIR or SECRET_TIDY_CASES)"
    return
  fi
  say "labelled cases in $cases"
  "$cases/score.py" --plugin "$work/22/lib/SecretTidy.so" \
    "$cases/c" "$cases/cpp" || count_failure "score.py failed"
}

main() {
  local major packages=""
  parse_arguments "$@"
  for major in $majors; do
    packages+=" $(packages_for_llvm "$major" | xargs)"
  done
  # The second compiler of test/truth, and what test/install runs.
  packages+=" g++-12 dpkg-dev file jq man-db pkg-config"
  [ $full = no ] || packages+=" libclang-rt-22-dev gdb
    libpython3-dev liblua5.4-dev libglib2.0-dev clang-tools-22 clang-tools-19
    libgrpc++-dev libprotobuf-dev neovim vim-nox vim-ale emacs-nox elpa-eglot
    elpa-flycheck autoconf automake make debootstrap git chromium fonts-dejavu-core
    python3-jsonschema python3-yaml bazel-bootstrap slurm-wlm munge iproute2"
  # shellcheck disable=SC2086
  ensure_packages $packages
  work=$(work_folder)
  for major in $majors; do
    test_build "$major" "$work/$major" "LLVM $major"
  done
  test_sanitizers
  check_headers
  check_packages
  check_slurm
  score_cases
  [ $passed != 0 ] || warn "no test ran"
  echo "$passed passed, $failed failed"
  [ $failed = 0 ] && [ $passed != 0 ]
}

main "$@"
