#===- packages.sh - Install what is missing --------------------------------===#
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# shellcheck shell=bash disable=SC2154
# Sourced. Installs Debian packages and changes nothing else of the system: no
# source list, no key, no setting. Does nothing when all packages are there.
#
#===------------------------------------------------------------------------===#

# Packages that a build for LLVM $1 needs. The compiler is Clang 22 for all.
packages_for_llvm() {
  echo clang-22 llvm-22-tools cmake ninja-build python3
  echo "llvm-$1-dev libclang-$1-dev clang-tidy-$1 clang-$1 llvm-$1-tools"
}

# Packages that fetching and configuring a library's source needs.
packages_for_sources() { echo dpkg-dev make autoconf automake libtool; }

# The packages among the arguments that are not installed. "a|b" is a, unless one
# of them is there.
missing_packages() {
  local package choice
  for package in "$@"; do
    for choice in ${package//|/ }; do
      dpkg-query -W -f '${db:Status-Status}\n' "$choice" 2>/dev/null |
        grep -qx installed && continue 2
    done
    echo "${package%%|*}"
  done | sort -u
}

# Runs apt-get as root, without questions.
apt_as_root() {
  local run=(env DEBIAN_FRONTEND=noninteractive apt-get -qq
             -o Dpkg::Use-Pty=0 "$@")
  if [ "$(id -u)" = 0 ]; then
    "${run[@]}"
  elif command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
    sudo "${run[@]}"
  else
    return 1
  fi
}

# Installs those of the named packages that are missing, or ends with one line
# that says which ones to install.
ensure_packages() {
  command -v dpkg-query >/dev/null ||
    { warn "no dpkg here: make sure that these are installed: $*"; return 0; }
  local missing log
  missing=$(missing_packages "$@" | xargs)
  [ -n "$missing" ] || return 0
  say "installing $missing"
  log=$(mktemp)
  # The index may be absent (a fresh machine) or too old: renew it on failure.
  # shellcheck disable=SC2086
  if ! apt_as_root install -y --no-install-recommends $missing >"$log" 2>&1; then
    { apt_as_root update && apt_as_root install -y --no-install-recommends $missing
    } >"$log" 2>&1
  fi
  # shellcheck disable=SC2086
  if [ -n "$(missing_packages $missing)" ]; then
    grep -E '^E: ' "$log" >&2 || tail -n 3 "$log" >&2
    rm -f "$log"
    die "could not install packages (no root or no network?); please run: apt-get install --no-install-recommends $missing"
  fi
  rm -f "$log"
}
