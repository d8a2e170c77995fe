#!/usr/bin/env python3
# ===- check_index.py - Is the index of the checks the table of rules? ----===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===---------------------------------------------------------------------===//
"""Compare the rows of ROOT/docs/checks/README.md with ROOT/lib/Rules/Rules.def."""

import pathlib
import re
import sys

RULE = re.compile(
    r'^SECRET_RULE\(\s*\w+,\s*"(secret-[a-z-]+)",[^)]*?(\d+),\s*"([^"]*)",',
    re.MULTILINE,
)


def row(name, cwe, summary):
    link = f"[{cwe}](https://cwe.mitre.org/data/definitions/{cwe}.html)"
    return f"| [{name}]({name}.md) | {summary} | {link} |"


def main():
    root = pathlib.Path(sys.argv[1])
    rules = RULE.findall((root / "lib/Rules/Rules.def").read_text())
    wanted = [row(*rule) for rule in rules]
    page = (root / "docs/checks/README.md").read_text().splitlines()
    found = [line for line in page if line.startswith("| [secret-")]
    for line in wanted:
        if line not in found:
            print(f"docs/checks/README.md lacks: {line}")
    for line in found:
        if line not in wanted:
            print(f"docs/checks/README.md has what Rules.def has not: {line}")
    return 0 if rules and found == wanted else 1


sys.exit(main())
