#!/usr/bin/env python3
# ===- print_plist.py - Print the analyzer's reports ----------------------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===---------------------------------------------------------------------===//
"""Print checker, function and path of each report in a plist file."""

import plistlib
import sys


def show(report):
    print(f"{report['check_name']}: {report['type']}")
    print(f"in {report.get('issue_context', '?')}")
    for piece in report["path"]:
        if piece["kind"] == "event":
            at = piece["location"]
            print(f"{at['line']}:{at['col']} {piece['message']}")


def main():
    with open(sys.argv[1], "rb") as text:
        for report in plistlib.load(text)["diagnostics"]:
            show(report)


main()
