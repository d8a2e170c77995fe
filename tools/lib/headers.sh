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

# Installs what it can: a machine may have another version of something.
install_packages_for_headers() {
  local package
  # shellcheck disable=SC2046
  (ensure_packages $(packages_for_headers)) && return
  warn "not all of them can be installed; trying one after another"
  for package in $(missing_packages $(packages_for_headers)); do
    (ensure_packages "$package") || warn "left out: $package"
  done
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
