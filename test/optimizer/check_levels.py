#!/usr/bin/env python3
# ===- check_levels.py - All levels at once, against each by itself ---------===#
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===------------------------------------------------------------------------===#
"""Hold what --optimizer=all says of a level against a build of that level.

    check_levels.py --audit=SECRET_AUDIT --minimum=N SOURCE

Prints each answer that differs, and how many were compared; fails if one
differs, or if there are fewer than N of them.
"""

import argparse
import pathlib
import re
import subprocess
import sys

INCLUDE = f"-I{pathlib.Path(__file__).resolve().parent / 'Inputs'}"
LEVELS = ("-O1", "-O2", "-O3", "-Os", "-Oz")


def answers(audit, source, level, *options):
    """The answers of each level, with the lines that belong to them."""
    printed = subprocess.run(
        [audit, "--quiet", "--no-cache", "--dump-evidence", *options, source,
         "--", level, "-DTAGGED", INCLUDE],
        check=True, text=True, stdout=subprocess.PIPE).stdout
    found = {}
    for answer in re.split(r"^(?=evidence )", printed, flags=re.M)[1:]:
        found.setdefault(re.search(r" at (-O\w+), ", answer)[1],
                         set()).add(answer)
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--audit", required=True)
    parser.add_argument("--minimum", type=int, required=True)
    parser.add_argument("source")
    options = parser.parse_args()
    at_once = answers(options.audit, options.source, "-O2", "--optimizer=all")
    compared = wrong = 0
    for level in LEVELS:
        alone = answers(options.audit, options.source, level)[level]
        compared += len(alone)
        for answer in sorted(alone ^ at_once.get(level, set())):
            wrong += 1
            print("alone:" if answer in alone else "all at once:", answer)
    print(f"{compared} answers, {wrong} differ")
    return 1 if wrong or compared < options.minimum else 0


if __name__ == "__main__":
    sys.exit(main())
