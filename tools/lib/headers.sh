#===- headers.sh - Hold the models against real headers ---------------------===#
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# shellcheck shell=bash disable=SC2154
# Sourced. Each file of test/knowledge/Inputs includes the headers of a library
# and names the Debian packages that have them.
#
#===------------------------------------------------------------------------===#

# The packages of all libraries that models are held against.
packages_for_headers() {
  sed -n 's#^// PACKAGES: ##p' "$root"/test/knowledge/Inputs/*.c* | xargs -n1 | sort -u
}

# Installs what apt can install beside what the machine has: libnode-dev, for
# one, goes only with Debian's own nodejs.
install_packages_for_headers() {
  local package missing wanted=()
  # shellcheck disable=SC2046
  missing=$(missing_packages $(packages_for_headers))
  [ -n "$missing" ] || return 0
  apt_as_root update >/dev/null 2>&1 || true
  for package in $missing; do
    if apt-get -s install --no-remove --no-install-recommends "$package" >/dev/null 2>&1; then
      wanted+=("$package")
    else
      warn "left out: $package, which apt cannot install beside what is here"
    fi
  done
  [ ${#wanted[@]} = 0 ] || (ensure_packages "${wanted[@]}") || true
}

# The sources whose packages are all installed.
usable_headers() {
  local source
  for source in "$root"/test/knowledge/Inputs/*.c*; do
    # shellcheck disable=SC2046
    if [ -z "$(missing_packages $(sed -n 's#^// PACKAGES: ##p' "$source"))" ]; then
      echo "$source"
    else
      warn "not held against headers: $(basename "$source")"
    fi
  done
}

# verify_headers BUILD: records the prototypes of all modelled functions from the
# installed headers and fails if the models, or the recorded ones, disagree.
verify_headers() {
  local build=$1 fresh=$1/prototypes dump=$1/models.json
  local tools=$root/test/tools knowledge=$root/test/knowledge
  "$build/bin/secret-model-compiler" --dump "$root"/checks/models/*.yaml >"$dump" &&
    python3 "$tools/record_prototypes.py" --audit "$build/bin/secret-audit" \
      --models "$root/checks/models" --out "$fresh" $(usable_headers) &&
    python3 "$tools/check_prototypes.py" --models "$dump" \
      --prototypes "$fresh" --tables "$knowledge" \
      --recorded "$knowledge/prototypes" &&
    python3 "$tools/check_prototypes.py" --models "$dump" \
      --prototypes "$knowledge/prototypes" --tables "$knowledge" --mutate 5000
}
