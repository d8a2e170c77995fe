#!/usr/bin/env python3
# ===- update_differences.py - Rewrite test/cases/differences.txt ---------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Comments of differences that stay are kept. Read the diff before it is
# committed: a new line is a regression until it is explained.
#
#   test/tools/update_differences.py [MAJOR=BUILD ...]
#   (default: 22=build/22 19=build/19)
#
# ===---------------------------------------------------------------------===//
"""Run the labelled C cases and write down where reports and marks differ."""

import collections
import concurrent.futures
import pathlib
import re
import sys

import expect

ROOT = pathlib.Path(__file__).resolve().parents[2]
CASES = ROOT / "test" / "cases"
LIST = CASES / "differences.txt"
HEADER = """\
# Where what is reported differs from the marks in the cases, as expect.py prints
# it. Written by test/tools/update_differences.py; what follows `#` is kept.
"""


def differences(case, major, build):
    arguments = expect.parse_arguments([
        "--tidy", f"/usr/lib/llvm-{major}/bin/clang-tidy",
        "--plugin", str(build / "lib" / "SecretTidy.so"),
        "--rules", str(ROOT / "lib" / "Rules" / "Rules.def"),
        "--differences", str(LIST), str(case),
        "--", "-Wno-ignored-attributes", "-Wno-unknown-attributes",
    ])  # fmt: skip
    return expect.differences_of(arguments)


def comments():
    """Maps a difference to its comment in the present list."""
    lines = LIST.read_text().splitlines() if LIST.exists() else []
    found = (re.match(r"([^#\[]+)[^#]*(#.*)", line) for line in lines)
    return {match[1].strip(): match[2] for match in found if match}


def sort_key(difference):
    name, line, rest = difference.split(":", 2)
    return name, int(line), rest


def main():
    builds = dict(a.split("=", 1) for a in sys.argv[1:]) or {
        "22": ROOT / "build" / "22",
        "19": ROOT / "build" / "19",
    }
    cases = sorted(CASES.glob("c*/*.c*"))
    majors = collections.defaultdict(list)
    with concurrent.futures.ThreadPoolExecutor() as pool:
        for major, build in builds.items():
            run = lambda case: differences(case, major, pathlib.Path(build))
            for found in pool.map(run, cases):
                for difference in found:
                    majors[difference].append(major)
    kept = comments()
    with LIST.open("w") as out:
        out.write(HEADER)
        for difference in sorted(majors, key=sort_key):
            line = difference
            if len(majors[difference]) < len(builds):
                line += f" [llvm-{majors[difference][0]}]"
            if difference in kept:
                line += f"  {kept[difference]}"
            out.write(line + "\n")
    print(f"{len(majors)} differences in {len(cases)} cases")


if __name__ == "__main__":
    main()
