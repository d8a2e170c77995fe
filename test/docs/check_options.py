#!/usr/bin/env python3
# ===- check_options.py - Are all options documented? ---------------------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===---------------------------------------------------------------------===//
"""Compare the table of ROOT/docs/options.md with ROOT/lib/Analysis/Options.h."""

import pathlib
import re
import sys

FIELD = re.compile(r"^  (?:unsigned|bool|std::string|OptimizerUse) (\w+)(?: = ([^;]+))?;", re.MULTILINE)
ROW = re.compile(r"^\| `(\w+)` \| `?([^|`]*)`? \|", re.MULTILINE)


def spell(value):
    if "::" in value:
        return value.rsplit("::", 1)[1].lower()
    return value.strip('"') or "empty"


def main():
    root = pathlib.Path(sys.argv[1])
    fields = FIELD.findall((root / "lib/Analysis/Options.h").read_text())
    wanted = {name: spell(value) for name, value in fields}
    table = ROW.findall((root / "docs/options.md").read_text())
    found = {name: value.strip() for name, value in table}
    for name in sorted({*wanted, *found}):
        if wanted.get(name) != found.get(name):
            print(f"{name}: {wanted.get(name)} in Options.h, {found.get(name)} in options.md")
    return not wanted or wanted != found


sys.exit(main())
