#!/bin/sh
# ===- sarif_schema.sh - Get the OASIS schema of SARIF --------------------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#   sarif_schema.sh FOLDER
#
# Fetches, once, an npm package that carries the schema of SARIF 2.1.0 into
# FOLDER, and prints the schema's path. Fails where npm has nothing to offer.
#
# ===---------------------------------------------------------------------===//
set -eu
schema=$1/package/lib/schemas/sarif-2.1.0-rtm.5.json
if [ ! -f "$schema" ]; then
  mkdir -p "$1"
  cd "$1"
  timeout 60 npm pack --silent @microsoft/jest-sarif@1.0.0-beta.0 >/dev/null
  tar xzf microsoft-jest-sarif-*.tgz
fi
[ -f "$schema" ] && echo "$schema"
