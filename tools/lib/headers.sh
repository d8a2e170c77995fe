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

# verify_headers BUILD: records the prototypes of all modelled functions from the
# installed headers and fails if the models, or the recorded ones, disagree.
verify_headers() {
  local build=$1 fresh=$1/prototypes dump=$1/models.json
  local tools=$root/test/tools knowledge=$root/test/knowledge
  "$build/bin/secret-model-compiler" --dump "$root"/checks/models/*.yaml >"$dump" &&
    python3 "$tools/record_prototypes.py" --audit "$build/bin/secret-audit" \
      --models "$root/checks/models" --out "$fresh" \
      "$knowledge"/Inputs/*.c* &&
    python3 "$tools/check_prototypes.py" --models "$dump" \
      --prototypes "$fresh" --tables "$knowledge" \
      --recorded "$knowledge/prototypes" &&
    python3 "$tools/check_prototypes.py" --models "$dump" \
      --prototypes "$fresh" --tables "$knowledge" --mutate 5000
}
