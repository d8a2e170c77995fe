#!/usr/bin/env python3
# ===- check_rules.py - Does every rule have all its files? ---------------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===---------------------------------------------------------------------===//
"""Print what the rules of ROOT/lib/Rules/Rules.def lack; exit 1 if anything."""

import pathlib
import re
import sys

ROW = re.compile(r'^SECRET_RULE\(\s*(\w+),\s*"(secret-[a-z-]+)"', re.MULTILINE)


def lacks(root, class_name, name):
    """The files that a rule should have but has not."""
    wanted = [
        f"lib/Rules/{class_name}.cpp",
        f"checks/tidy/{class_name}Check.h",
        f"checks/tidy/{class_name}Check.cpp",
        f"docs/checks/{name}.md",
    ]
    missing = [path for path in wanted if not (root / path).is_file()]
    tests = root / "test" / "checks" / name
    if not any(tests.glob("*.c*")):
        missing.append(f"test/checks/{name}/*.c")
    return missing


def orphans(root, names):
    """Pages and test folders of rules that are not in the table."""
    for folder in ("docs/checks", "test/checks"):
        for path in sorted((root / folder).glob("secret-*")):
            if path.stem not in names:
                yield f"{folder}/{path.name}"


def main():
    root = pathlib.Path(sys.argv[1])
    rows = ROW.findall((root / "lib/Rules/Rules.def").read_text())
    problems = [
        f"{name}: {path} is missing"
        for class_name, name in rows
        for path in lacks(root, class_name, name)
    ]
    names = {name for _, name in rows}
    problems += [f"{path} is of no rule in Rules.def" for path in orphans(root, names)]
    if not rows:
        problems.append("no rules found in lib/Rules/Rules.def")
    print("\n".join(problems) or f"{len(rows)} rules, nothing missing")
    return 1 if problems else 0


sys.exit(main())
