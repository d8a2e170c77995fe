#!/usr/bin/env python3
# ===- check_readme.py - Does the example of the README hold? -------------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===---------------------------------------------------------------------===//
"""Run AUDIT in FOLDER on the README's C block; compare with its text block."""

import difflib
import pathlib
import re
import subprocess
import sys


def block(text, language):
    found = re.search(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return found[1] if found else sys.exit(f"README.md has no {language} block")


def main():
    readme, audit, folder = sys.argv[1:]
    text = pathlib.Path(readme).read_text()
    source = pathlib.Path(folder, "login.c")
    source.write_text(block(text, "c"))
    done = subprocess.run(
        [audit, source.name, "--"], cwd=folder, capture_output=True, text=True
    )
    printed = done.stdout.replace(f"{source.parent.resolve()}/", "")
    printed = printed.replace("clang 19.1", "clang 22.1")
    wanted = block(text, "text")
    if printed == wanted:
        return 0
    sys.stdout.writelines(
        difflib.unified_diff(
            wanted.splitlines(True), printed.splitlines(True), "README.md", "printed"
        )
    )
    sys.stdout.write(done.stderr)
    return 1


sys.exit(main())
