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
# By extension; a flag after `--` wins, since it comes later.
STANDARD = {".c": "-std=c2x", ".cpp": "-std=c++20"}


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tidy", default="clang-tidy-22")
    parser.add_argument("--plugin", required=True)
    parser.add_argument("--checks", default="secret-*")
    parser.add_argument("--config", default="{}")
    parser.add_argument("file", type=pathlib.Path)
    own, flags = sys.argv[1:], []
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
    done = subprocess.run(command, capture_output=True, text=True)
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


def main():
    arguments = parse_arguments()
    expected, allowed = marks(arguments.file)
    done = run_tidy(arguments)
    found = reports(done.stdout, arguments.file)
    if done.returncode and not found:
        print(done.stdout, done.stderr, sep="")
        sys.exit(f"clang-tidy failed with exit code {done.returncode}")
    missing = sorted(expected - set(found))
    unexpected = sorted(set(found) - expected - allowed)
    for line, check in missing:
        print(f"{arguments.file}:{line}: missing: {check}")
    for line, check in unexpected:
        text = found[line, check]
        print(f"{arguments.file}:{line}: unexpected: {check}: {text}")
    return 1 if missing or unexpected else 0


if __name__ == "__main__":
    sys.exit(main())
