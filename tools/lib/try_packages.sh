#===- try_packages.sh - Install the Debian packages in a new Debian --------===#
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# shellcheck shell=bash disable=SC2154
# Sourced, after common.sh and sources.sh. Needs root and debootstrap.
#
#===------------------------------------------------------------------------===#

# Runs a command in the new system, which sees only processes of its own.
in_system() {
  local system=$1
  shift
  unshare --mount --pid --fork --mount-proc="$system/proc" \
    chroot "$system" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 \
    DEBIAN_FRONTEND=noninteractive "$@"
}

# new_system FOLDER: the smallest Debian, with the system's own package sources.
new_system() {
  local system=$1 mirror suite
  read -r _ _ mirror suite _ <<<"$(source_list)"
  rm -rf "$system"
  debootstrap --variant=minbase "$suite" "$system" "$mirror" &&
    rm -rf "$system/etc/apt" && cp -a /etc/apt "$system/etc/apt" &&
    cp -L /etc/resolv.conf "$system/etc/resolv.conf" &&
    in_system "$system" apt-get -qq update
}

# What holds in a system that has the packages of the given majors installed.
check_system() {
  local system=$1 major
  shift
  for major in "$@"; do
    in_system "$system" sh -c "cd /try &&
      secret-audit-$major --quiet login.c -- >audit 2>&1; [ \$? = 1 ] &&
      grep -q 'login.c:10:3: warning.*secret-elidable-zeroization' audit &&
      secret-clang-tidy-$major '--checks=-*,secret-*' login.c -- >tidy 2>&1 &&
      grep -q 'login.c:10:3: warning.*secret-elidable-zeroization' tidy &&
      secret-residue-$major --version >/dev/null" ||
      { warn "the packages for LLVM $major do not work in $system"; return 1; }
  done
  # The first one is the newest.
  [ $# = 0 ] || in_system "$system" secret-audit --version | grep -q "(LLVM $1[.]" ||
    { warn "secret-audit is not of LLVM $1 in $system"; return 1; }
}

# Whether a system has nothing of ours left, in dpkg's memory neither.
is_clean() {
  local left
  # shellcheck disable=SC2016
  left=$(in_system "$1" sh -c 'ls -d /usr/lib/secret-tidy /usr/bin/secret-* \
    /etc/alternatives/secret-* /usr/share/doc/secret-tidy* \
    /usr/share/man/man1/secret-* 2>/dev/null
    dpkg-query -W -f "\${Package} \${Status}\n" "secret-tidy*" 2>/dev/null |
      grep -v not-installed')
  [ -z "$left" ] || { warn "the packages leave behind in $1:" "$left"; return 1; }
}

# Installs the packages found in FOLDER for all majors, newest first, uses them,
# removes the newest, uses the others; then the other way round. At last removes
# all of them.
# try_packages FOLDER MAJOR...
try_packages() {
  local debs=$1 system=$1/system newest=$2 others=() major
  shift
  new_system "$system" >"$debs/system.log" 2>&1 ||
    { tail -n 3 "$debs/system.log" >&2; warn "no new Debian"; return 1; }
  mkdir -p "$system/try"
  cp "$root/test/install/Inputs/login.c" "$debs"/*.deb "$system/try"
  # shellcheck disable=SC2016
  in_system "$system" sh -c 'apt-get -qq install -y --no-install-recommends \
    libc6-dev /try/*.deb' >>"$debs/system.log" 2>&1 ||
    { tail -n 5 "$debs/system.log" >&2; return 1; }
  check_system "$system" "$@" || return 1
  shift
  for major in "$@"; do
    others+=("secret-tidy-$major")
  done
  in_system "$system" apt-get -qq purge -y "secret-tidy-$newest" \
    >>"$debs/system.log" 2>&1 && check_system "$system" "$@" || return 1
  # shellcheck disable=SC2016
  in_system "$system" sh -c 'apt-get -qq install -y --no-install-recommends \
    /try/*.deb && apt-get -qq purge -y "$@"' _ "${others[@]}" \
    >>"$debs/system.log" 2>&1 && check_system "$system" "$newest" || return 1
  in_system "$system" apt-get -qq purge -y secret-tidy-common \
    >>"$debs/system.log" 2>&1 && is_clean "$system" || return 1
  rm -rf "$system"
}

# package_builds FOLDER BUILD...: makes the packages of all builds in FOLDER;
# the common package must be the same from each.
package_builds() {
  local debs=$1 build
  shift
  rm -rf "$debs"
  mkdir -p "$debs"
  for build in "$@"; do
    cpack --config "$build/CPackConfig.cmake" -B "$debs/make" \
      >"$debs/cpack.log" 2>&1 || { tail -n 5 "$debs/cpack.log" >&2; return 1; }
    mv "$debs"/make/*.deb "$debs"
    rm -rf "$debs/make"
    dpkg-deb -x "$debs"/secret-tidy-common_*.deb "$debs/common"
    [ ! -d "$debs/common-before" ] || diff -r "$debs/common-before" "$debs/common" ||
      { warn "secret-tidy-common depends on the build"; return 1; }
    rm -rf "$debs/common-before"
    mv "$debs/common" "$debs/common-before"
  done
}
