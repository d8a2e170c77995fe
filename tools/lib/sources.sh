#===- sources.sh - Fetch a Debian source package ---------------------------===#
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# shellcheck shell=bash disable=SC2154
# Sourced, after common.sh. Uses a source list, index and cache of its own, so
# that the system's apt configuration is neither needed nor changed.
#
#===------------------------------------------------------------------------===#

# Lines for a source list: the mirrors that the system uses for packages.
source_list() {
  local mirrors suite
  suite=$(. /etc/os-release && echo "${VERSION_CODENAME:-bookworm}")
  # shellcheck disable=SC2016
  mirrors=$(apt-get indextargets --format '$(REPO_URI) $(RELEASE)' \
    'Created-By: Packages' 2>/dev/null | sort -u | grep -E " $suite\$" | head -n 1)
  : "${mirrors:=http://deb.debian.org/debian $suite}"
  echo "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirrors main"
}

# apt-get with everything that it writes below $1.
isolated_apt() {
  local home=$1
  shift
  apt-get -qq -o Dir::Etc::sourcelist="$home/sources.list" \
    -o Dir::Etc::sourceparts=- -o Dir::State="$home/state" \
    -o Dir::State::status=/var/lib/dpkg/status \
    -o Dir::Cache="$home/cache" -o APT::Sandbox::User=root \
    -o Dpkg::Use-Pty=0 "$@"
}

# fetch_source PACKAGE FOLDER: unpacks the package's source into FOLDER/source.
# Does nothing if it is there already.
fetch_source() {
  local package=$1 folder=$2 home
  [ ! -d "$folder/source" ] || return 0
  home=$folder/apt
  rm -rf "$folder/unpack"
  mkdir -p "$home/state/lists/partial" "$home/cache/archives/partial" \
    "$folder/unpack"
  source_list >"$home/sources.list"
  if ! { isolated_apt "$home" update &&
         (cd "$folder/unpack" && isolated_apt "$home" source "$package")
       } >"$home/log" 2>&1; then
    tail -n 5 "$home/log" >&2
    warn "could not fetch the source of $package (no network?)"
    return 1
  fi
  mv "$folder/unpack/"*/ "$folder/source"
  rm -rf "$folder/unpack" "$home/cache"
}

# record_commands SOURCE OUTPUT COMMAND...: runs COMMAND (a make) and merges the
# fragments that Clang wrote into a compile_commands.json. COMMAND gets the flag
# that makes Clang write them through the variable RECORD.
record_commands() {
  local fragments=$1.commands output=$2
  shift 2
  rm -rf "$fragments"
  mkdir -p "$fragments"
  RECORD="-gen-cdb-fragment-path $fragments" "$@" || return 1
  # Each fragment is one object and a comma.
  { echo '['; cat "$fragments"/*.json | sed '$s/,$//'; echo ']'; } >"$output"
}
