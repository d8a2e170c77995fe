#!/usr/bin/env python3
# ===- linear.py - Do dry runs grow with the number of files? --------------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===---------------------------------------------------------------------===//
"""linear.py FILE...: each file has the line of one dry run, sizes equally spaced."""

import pathlib
import re
import sys

LINE = re.compile(r"(\d+) files in (\d+) steps; plan: (\d+) files, (\d+) bytes")


def main():
    runs = [
        [int(n) for n in LINE.match(pathlib.Path(file).read_text()).groups()]
        for file in sys.argv[1:]
    ]
    for name, values in zip(("files", "steps", "plan"), zip(*runs)):
        growth = {b - a for a, b in zip(values, values[1:])}
        verdict = "linear" if len(growth) == 1 else f"growth {sorted(growth)}"
        print(f"{name}: {' '.join(map(str, values))}, {verdict}")
    shares = [size / files for files, _, _, size in runs]
    spread = (max(shares) - min(shares)) / min(shares)
    print("bytes a file:", "equal within 1 %" if spread < 0.01 else shares)


main()
