#===- common.sh - Shared by the scripts in tools/ --------------------------===#
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# shellcheck shell=bash disable=SC2154
# Sourced. The caller sets `root`, the folder of the checkout.
#
#===------------------------------------------------------------------------===#

say() { printf '== %s\n' "$*"; }
warn() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }
die() {
  warn "$@"
  exit 2
}

# Where builds and fetched sources go: build/ of the checkout, or the user's
# cache if that cannot be written.
work_folder() {
  if mkdir -p "$root/build" 2>/dev/null && [ -w "$root/build" ]; then
    echo "$root/build"
    return
  fi
  local cache="${XDG_CACHE_HOME:-$HOME/.cache}/secret-tidy"
  mkdir -p "$cache" || die "cannot write $root/build or $cache"
  echo "$cache"
}
