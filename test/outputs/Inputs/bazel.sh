#!/bin/sh
# ===- bazel.sh - Run Bazel without network -------------------------------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#   bazel.sh FOLDER BIN ARGUMENT...
#
# Runs Bazel in FOLDER/workspace, with BIN in the PATH of the actions. What Bazel
# would fetch from elsewhere are repositories of rules; stand-ins made of its own
# native rules are enough here.
#
# ===---------------------------------------------------------------------===//
set -eu
folder=$1 bin=$2
shift 2

stand_in() {
  mkdir -p "$folder/$1/$2"
  touch "$folder/$1/WORKSPACE" "$folder/$1/BUILD" "$folder/$1/$2/BUILD"
  cat >"$folder/$1/$2/defs.bzl"
}

stand_in rules_cc cc <<END
cc_binary = native.cc_binary
cc_import = native.cc_import
cc_library = native.cc_library
cc_test = native.cc_test
cc_toolchain = native.cc_toolchain
cc_toolchain_suite = native.cc_toolchain_suite
END
stand_in rules_java java <<END
java_binary = native.java_binary
java_import = native.java_import
java_library = native.java_library
java_runtime = native.java_runtime
java_toolchain = native.java_toolchain
END
stand_in coverage . </dev/null
cat >"$folder/coverage/BUILD" <<END
filegroup(name = "coverage_report_generator", visibility = ["//visibility:public"])
filegroup(name = "lcov_merger", visibility = ["//visibility:public"])
END

cd "$folder/workspace"
bazel() { HOME=$folder command bazel --batch --output_user_root="$folder/root" "$@"; }
status=0
bazel "$@" --color=no --curses=no --action_env=PATH="$bin:/usr/bin:/bin" \
  --override_repository=rules_cc="$folder/rules_cc" \
  --override_repository=rules_java="$folder/rules_java" \
  --override_repository=remote_coverage_tools="$folder/coverage" || status=$?
# Bazel writes its results without write bits.
chmod -R u+w "$folder/root"
exit $status
