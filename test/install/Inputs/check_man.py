#!/usr/bin/env python3
# ===- check_man.py - Are the man pages right? ----------------------------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===---------------------------------------------------------------------===//
"""Hold the man pages of an installation against its programs.

check_man.py PREFIX MAJOR prints what is wrong: a program without a page, a warning
of man, a section that lacks, an option that --help has and the page has not.
"""

import pathlib
import re
import subprocess
import sys

OPTION = re.compile(r"^ +(--?[a-z][a-z-]*)", re.MULTILINE)
# LLVM's own, of every program.
GENERAL = {"--help", "--help-list", "--version", "-h"}


def options_of(program):
    """What --help of the program and of its sub-commands lists."""
    commands = [[], *([name] for name in ("explain", "run", "scan"))]
    found = set()
    for command in commands:
        done = subprocess.run(
            [program, *command, "--help"], capture_output=True, text=True
        )
        found.update(OPTION.findall(done.stdout))
    return found - GENERAL


def shown(page):
    done = subprocess.run(
        ["man", "--warnings", "-E", "UTF-8", "-l", page],
        capture_output=True,
        text=True,
        env={"MANWIDTH": "100", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"},
    )
    text = re.sub(r".\x08", "", done.stdout)
    problems = [f"man says: {line}" for line in done.stderr.splitlines()]
    return text, problems + ([] if text else ["nothing is shown"])


def check(program, page):
    if not page.exists():
        return ["no man page"]
    text, problems = shown(page)
    for section in ("NAME", "SYNOPSIS", "DESCRIPTION"):
        if not re.search(rf"^{section}$", text, re.MULTILINE):
            problems.append(f"no section {section}")
    # The launchers take those of the program that they start.
    if not re.search("clangd|clang-tidy", program.name):
        for option in sorted(options_of(program)):
            if not re.search(rf"(?<![\w-]){option}(?![\w-])", text):
                problems.append(f"{option} is not there")
    return problems


def main():
    prefix, major = pathlib.Path(sys.argv[1]), sys.argv[2]
    failed = False
    programs = sorted((prefix / "lib/secret-tidy" / major / "bin").iterdir())
    for program in programs:
        for name in (program.name, f"{program.name}-{major}"):
            for problem in check(program, prefix / f"share/man/man1/{name}.1"):
                print(f"{name}: {problem}")
                failed = True
    return failed or not programs


sys.exit(main())
