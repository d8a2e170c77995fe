#!/usr/bin/env python3
# ===- count_results.py - Add up lit's results ----------------------------===#
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===---------------------------------------------------------------------===//
"""Print `PASSED FAILED UNSUPPORTED` of a result file that lit's -o wrote."""

import json
import sys

GOOD = {"PASS", "XFAIL", "FLAKYPASS"}
LEFT_OUT = {"UNSUPPORTED", "SKIPPED", "EXCLUDED"}


def main():
    try:
        with open(sys.argv[1]) as file:
            codes = [test["code"] for test in json.load(file)["tests"]]
    except (OSError, ValueError, KeyError) as error:
        sys.exit(f"count_results.py: {error}")
    good = sum(code in GOOD for code in codes)
    left_out = sum(code in LEFT_OUT for code in codes)
    print(good, len(codes) - good - left_out, left_out)


main()
