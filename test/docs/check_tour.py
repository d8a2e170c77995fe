#!/usr/bin/env python3
# ===- check_tour.py - Does the tour name every file? ----------------------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===---------------------------------------------------------------------===//
"""Compare ROOT/docs/tour.md with the files below lib, checks, tools and include.

A section's heading is a folder; the first cells of its table name its files.
"""

import pathlib
import re
import sys

FOLDERS = ("lib", "checks", "tools", "include")
LEFT_OUT = re.compile(r"^\.|~$|\.(orig|rej|pyc|new)$|^__pycache__$")


def named(tour):
    """The files that the tour names."""
    folder = None
    for line in tour.splitlines():
        if line.startswith("## "):
            folder = line[3:].strip()
        elif folder and line.startswith("| `"):
            for name in re.findall(r"`([^`]+)`", line.split("|")[1]):
                yield f"{folder}/{name}"


def present(root):
    for top in FOLDERS:
        for path in (root / top).rglob("*"):
            parts = path.relative_to(root).parts
            if path.is_file() and not any(LEFT_OUT.search(p) for p in parts):
                yield "/".join(parts)


def main():
    root = pathlib.Path(sys.argv[1])
    files = set(present(root))
    tour = {
        name
        for name in named((root / "docs/tour.md").read_text())
        if name.split("/")[0] in FOLDERS
    }
    for name in sorted(files - tour):
        print(f"docs/tour.md does not name {name}")
    for name in sorted(tour - files):
        print(f"docs/tour.md names {name}, which is not there")
    return not files or files != tour


sys.exit(main())
