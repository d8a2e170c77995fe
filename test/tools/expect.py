#!/usr/bin/env python3
# ===- expect.py - Compare reports with comments in the source -----------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# A line that must be reported ends in `// EXPECT: check[, check]`, one that may
# be in `// ALLOW: check`; no other line may be reported by a secret-* check.
#
#   RUN: %expect %s [--checks=GLOBS] [--config=YAML] [-- COMPILER FLAGS]
#
# --rules=Rules.def leaves out marks of checks that the table does not hold.
# --differences=FILE names differences that are known, one a line, as they are
# printed: `c/name.c:12: missing: check  # why`. One that is gone is an error too.
# `[llvm-19]` behind the check: with this major only.
#
# ===---------------------------------------------------------------------===//
"""Run clang-tidy on one file and compare its reports with the file's comments."""

import argparse
import pathlib
import re
import subprocess
import sys

MARK = re.compile(r"//\s*(EXPECT|ALLOW):\s*([a-z0-9-]+(?:\s*,\s*[a-z0-9-]+)*)")
REPORT = re.compile(
    r"^(?P<file>[^:\n]+):(?P<line>\d+):\d+: (?P<kind>warning|error): "
    r"(?P<text>.*?)(?: \[(?P<checks>[^\]]+)\])?$"
)
RULE = re.compile(r'^SECRET_RULE\(\s*\w+,\s*"([a-z-]+)"', re.MULTILINE)
# By extension; a flag after `--` wins, since it comes later.
STANDARD = {".c": "-std=c2x", ".cpp": "-std=c++20"}


def parse_arguments(own):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tidy", default="clang-tidy-22")
    parser.add_argument("--plugin", required=True)
    parser.add_argument("--checks", default="secret-*")
    parser.add_argument("--config", default="{}")
    parser.add_argument("--rules", type=pathlib.Path)
    parser.add_argument("--differences", type=pathlib.Path)
    parser.add_argument("--major", default="22", help="of LLVM")
    parser.add_argument("file", type=pathlib.Path)
    flags = []
    if "--" in own:
        at = own.index("--")
        own, flags = own[:at], own[at + 1 :]
    arguments = parser.parse_args(own)
    arguments.flags = flags
    return arguments


def marks(path):
    """The (line, check) pairs that must be, and that may be, reported."""
    wanted = {"EXPECT": set(), "ALLOW": set()}
    for number, text in enumerate(path.read_text().splitlines(), 1):
        for kind, names in MARK.findall(text):
            wanted[kind].update((number, n.strip()) for n in names.split(","))
    return wanted["EXPECT"], wanted["ALLOW"]


def run_tidy(arguments):
    """Runs clang-tidy; returns its output, or exits if it cannot be judged."""
    command = [
        arguments.tidy,
        f"--load={arguments.plugin}",
        f"--checks=-*,{arguments.checks}",
        "--quiet",
        f"--config={arguments.config}",
        str(arguments.file),
        "--",
        STANDARD.get(arguments.file.suffix, "-std=c2x"),
        *arguments.flags,
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    if done.returncode < 0 or "Stack dump" in done.stderr:
        print(done.stderr[-4000:])
        sys.exit(f"clang-tidy crashed: {' '.join(command)}")
    return done


def reports(output, path):
    """Maps (line, check) to the message; compile errors are check 'error'."""
    found = {}
    for line in output.splitlines():
        match = REPORT.match(line)
        if not match:
            continue
        number = int(match["line"])
        checks = (match["checks"] or "error").split(",")
        if match["kind"] == "error" and "clang-diagnostic-error" in checks:
            checks = ["error"]
        if pathlib.Path(match["file"]).resolve() != path.resolve():
            number = 0
        for check in checks:
            if check == "error" or check.startswith("secret-"):
                found[number, check] = match["text"]
    return found


def wanted_marks(arguments):
    expected, allowed = marks(arguments.file)
    if arguments.rules:
        rules = set(RULE.findall(arguments.rules.read_text()))
        expected = {mark for mark in expected if mark[1] in rules}
    return expected, allowed


def known_differences(arguments):
    """What the file of known differences says of this source file."""
    path = arguments.differences
    if not path or not path.exists():
        return set()
    prefix = f"{display_name(arguments)}:"
    known = set()
    for line in path.read_text().splitlines():
        match = re.match(r"([^#\[]*)(?:\[llvm-(\d+)\])?", line)
        if line.startswith(prefix) and match[2] in (None, arguments.major):
            known.add(match[1].strip())
    return known


def display_name(arguments):
    path = arguments.file
    if arguments.differences:
        path = path.resolve().relative_to(arguments.differences.resolve().parent)
    return path.as_posix()


def differences_of(arguments):
    """Maps each difference, as it is printed, to the message or ''."""
    expected, allowed = wanted_marks(arguments)
    done = run_tidy(arguments)
    found = reports(done.stdout, arguments.file)
    if done.returncode and not found:
        print(done.stdout, done.stderr, sep="")
        sys.exit(f"clang-tidy failed with exit code {done.returncode}")
    name = display_name(arguments)
    differences = {
        f"{name}:{line}: missing: {check}": "" for line, check in expected - set(found)
    }
    for line, check in set(found) - expected - allowed:
        differences[f"{name}:{line}: unexpected: {check}"] = found[line, check]
    return differences


def main():
    arguments = parse_arguments(sys.argv[1:])
    differences = differences_of(arguments)
    known = known_differences(arguments)
    new = sorted(set(differences) - known)
    gone = sorted(known - set(differences))
    for difference in new:
        text = differences[difference]
        print(f"{difference}  # {text}" if text else difference)
    for difference in gone:
        print(f"no longer differs, remove it from the list: {difference}")
    return 1 if new or gone else 0


if __name__ == "__main__":
    sys.exit(main())
