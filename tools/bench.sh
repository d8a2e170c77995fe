#!/bin/bash
#===- bench.sh - What the checks cost --------------------------------------===#
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# bench.sh [--llvm MAJOR] [--runs N] [--max RATIO] [--files c|cxx]
# User CPU of clang-tidy with all secret-* checks against clang-tidy with one
# trivial check: the smallest of N (5) alternating runs of each. With --max, a
# larger ratio is a failure. The files are those of Debian's mbedtls library
# (c), or small ones that include much of the C++ standard library (cxx).
#
# bench.sh --optimizer [RUNS]
# User CPU of clang-tidy with secret.Optimizer auto against off, on a file that
# zeroizes a secret and instantiates <regex>: the median of RUNS (9) alternating
# runs of each.
#
# bench.sh --clangd [RUNS]
# secret-clangd against clangd with one trivial check: time until the diagnostics
# of files of mbedtls (the smallest of RUNS (3) alternating runs), and growth of
# the resident memory from the 50th to the 200th edit.
#
# bench.sh --audit [BUILD_DIR [ROOT]]
# User and system CPU of secret-audit against run-clang-tidy with the same plugin,
# and of secret-audit with its cache: on the project of the database in BUILD_DIR,
# all of whose files are in ROOT (the same folder), or on one of 500 files.
#
# bench.sh --plan [SIZE...]
# Dry runs of secret-audit over generated databases of SIZE files (1000 to 100000):
# steps, bytes and seconds, and the straight lines that fit the seconds best.
#
# bench.sh --link [UNITS]
# Seconds and peak memory of the link of UNITS (10000) generated files, which are
# analysed first.
#
# bench.sh --memory
# Peak memory of the steps of secret-audit over mbedtls, against clang
# -fsyntax-only of the same files.
#
# bench.sh --residue [GIB]
# Wall time of secret-residue on a core of GIB (4) GiB with eight secrets against
# grep with one.
#
#===------------------------------------------------------------------------===#

set -eu -o pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/tools/lib/common.sh"
. "$root/tools/lib/packages.sh"
. "$root/tools/lib/build.sh"
. "$root/tools/lib/sources.sh"

major=22
runs=5
max=""
kind=c

parse_arguments() {
  while [ $# -ge 2 ]; do
    case $1 in
      --llvm) major=$2 ;;
      --runs) runs=$2 ;;
      --max) max=$2 ;;
      --files) kind=$2 ;;
      *) break ;;
    esac
    shift 2
  done
  case $#$kind in
    0c | 0cxx) ;;
    *) die "usage: tools/bench.sh [--llvm MAJOR] [--runs N] [--max RATIO]" \
      "[--files c|cxx], --optimizer [RUNS], --clangd [RUNS]," \
      "--audit [BUILD_DIR [ROOT]], --plan [SIZE...], --link [UNITS], --memory," \
      "or --residue [GIB]" ;;
  esac
}

# Sets files and flags.
choose_c() {
  fetch_source mbedtls "$work/mbedtls" || exit 2
  local source=$work/mbedtls/source
  files=("$source"/library/*.c)
  flags=(-std=c99 "-I$source/include" "-I$source/library")
}

choose_cxx() {
  local header
  mkdir -p "$work/headers"
  for header in regex iostream map; do
    cat >"$work/headers/$header.cpp" <<EOF
#include <$header>
#include <string>
int fill(__attribute__((annotate("secret"))) unsigned char *key);
int use() {
  unsigned char key[32];
  return fill(key) + static_cast<int>(std::string("text").size());
}
EOF
  done
  files=("$work"/headers/*.cpp)
  flags=(-std=c++20)
}

# User CPU seconds of clang-tidy with the given options over all files.
user_seconds() {
  local TIMEFORMAT=%U status=0
  { time "/usr/lib/llvm-$major/bin/clang-tidy" --quiet "$@" \
      "${files[@]}" -- "${flags[@]}" \
      >"$work/bench.out" 2>"$work/bench.err"; } 2>&1 || status=$?
  [ $status = 0 ] || { cat "$work/bench.err" >&2; die "clang-tidy failed"; }
}

smaller() { awk -v a="$1" -v b="$2" 'BEGIN { print (a == "" || b < a) ? b : a }'; }

bench_residue() {
  # shellcheck disable=SC2046
  ensure_packages $(packages_for_llvm "$major")
  work=$(work_folder)
  build_for "$major" "$work/$major" secret-residue || die "the build failed"
  python3 "$root/tools/lib/bench_residue.py" "$work/$major/bin/secret-residue" \
    "$work" "${1:-4}"
}

bench_audit() {
  # shellcheck disable=SC2046
  ensure_packages $(packages_for_llvm "$major")
  work=$(work_folder)
  build_for "$major" "$work/$major" SecretTidy secret-audit ||
    die "the build failed"
  local database=${1-}
  mkdir -p "$work/audit"
  if [ -z "$database" ]; then
    database=$work/audit/project
    rm -rf "$database"
    python3 "$root/tools/lib/make_project.py" "$database" 500
  fi
  python3 "$root/tools/lib/bench_audit.py" --work "$work/audit" \
    --audit "$work/$major/bin/secret-audit" \
    --plugin "$work/$major/lib/SecretTidy.so" \
    --tidy "/usr/lib/llvm-$major/bin/clang-tidy" \
    --run-tidy "/usr/lib/llvm-$major/bin/run-clang-tidy" \
    --database "$database" --root "${2-}"
}

# Builds secret-audit.
build_audit() {
  # shellcheck disable=SC2046
  ensure_packages $(packages_for_llvm "$major") $(packages_for_sources)
  work=$(work_folder)
  build_for "$major" "$work/$major" secret-audit || die "the build failed"
  audit=$work/$major/bin/secret-audit
}

bench_plan() {
  build_audit
  [ $# != 0 ] || set -- 1000 3000 10000 30000 100000
  python3 "$root/tools/lib/bench_plan.py" "$audit" "$work/plan" "$@"
}

bench_link() {
  build_audit
  python3 "$root/tools/lib/bench_link.py" "$audit" "$work/link" "${1:-10000}"
}

bench_memory() {
  build_audit
  choose_c
  python3 "$root/tools/lib/bench_memory.py" "$audit" \
    "/usr/lib/llvm-$major/bin/clang" "$work/memory" "${files[@]}" -- "${flags[@]}"
}

bench_clangd() {
  # shellcheck disable=SC2046
  ensure_packages $(packages_for_llvm "$major") $(packages_for_sources) \
    "clangd-$major" libgrpc++-dev libprotobuf-dev pkg-config
  work=$(work_folder)
  build_for "$major" "$work/$major" secret-clangd -- -DSECRET_TIDY_CLANGD=ON ||
    die "the build failed"
  choose_c
  local name source=$work/mbedtls/source/library
  files=()
  for name in ssl_cli ssl_tls psa_crypto pk pkcs5 sha256; do
    files+=("$source/$name.c")
  done
  python3 "$root/tools/lib/bench_clangd.py" "/usr/lib/llvm-$major/bin/clangd" \
    "$work/$major/bin/secret-clangd" "$work/clangd" "${1:-3}" "${files[@]}" \
    -- "${flags[@]}"
}

median() { sort -n | awk '{ a[NR] = $1 } END { print a[int((NR + 1) / 2)] }'; }

bench_optimizer() {
  local runs=${1:-9} run use
  # shellcheck disable=SC2046
  ensure_packages $(packages_for_llvm "$major")
  work=$(work_folder)
  build_for "$major" "$work/$major" SecretTidy || die "the build failed"
  cat >"$work/optimizer.cpp" <<'EOF'
#include <cstring>
#include <regex>
void fill(unsigned char *key);
bool match(const std::string &text) {
  return std::regex_match(text, std::regex("a+b*"));
}
void zeroize() {
  __attribute__((annotate("secret"))) unsigned char key[32];
  fill(key);
  std::memset(key, 0, sizeof key);
}
EOF
  files=("$work/optimizer.cpp")
  flags=(-std=c++17 -O2)
  rm -f "$work/auto" "$work/off"
  for ((run = 1; run <= runs; run++)); do
    for use in auto off; do
      user_seconds --load="$work/$major/lib/SecretTidy.so" \
        --checks='-*,secret-*' \
        --config="{CheckOptions: {secret.Optimizer: $use}}" >>"$work/$use"
    done
  done
  awk -v a="$(median <"$work/auto")" -v b="$(median <"$work/off")" \
    'BEGIN { printf "auto: %s s, off: %s s, ratio %.3f\n", a, b, a / b }'
}

main() {
  if [ "${1-}" = --optimizer ]; then
    shift
    bench_optimizer "$@"
    return
  fi
  if [ "${1-}" = --audit ]; then
    shift
    bench_audit "$@"
    return
  fi
  case ${1-} in
    --plan | --link | --memory)
      "bench_${1#--}" "${@:2}"
      return
      ;;
  esac
  if [ "${1-}" = --clangd ]; then
    shift
    bench_clangd "$@"
    return
  fi
  if [ "${1-}" = --residue ]; then
    shift
    bench_residue "$@"
    return
  fi
  local run seconds plain="" ours="" ratio
  parse_arguments "$@"
  # shellcheck disable=SC2046
  ensure_packages $(packages_for_llvm "$major") $(packages_for_sources)
  work=$(work_folder)
  build_for "$major" "$work/$major" SecretTidy || die "the build failed"
  "choose_$kind"
  say "${#files[@]} $kind files, LLVM $major, $runs runs of each"
  for ((run = 1; run <= runs; run++)); do
    seconds=$(user_seconds --config='{}' '--checks=-*,llvm-twine-local')
    plain=$(smaller "$plain" "$seconds")
    seconds=$(user_seconds --load="$work/$major/lib/SecretTidy.so" \
      --config='{}' '--checks=-*,secret-*')
    ours=$(smaller "$ours" "$seconds")
  done
  ratio=$(awk -v a="$ours" -v b="$plain" 'BEGIN { printf "%.3f", a / b }')
  echo "secret-*: $ours s, llvm-twine-local: $plain s, ratio $ratio"
  [ -z "$max" ] || awk -v r="$ratio" -v m="$max" 'BEGIN { exit !(r <= m) }' ||
    { warn "the ratio is above $max"; exit 1; }
}

main "$@"
