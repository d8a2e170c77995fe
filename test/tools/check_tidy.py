#!/usr/bin/env python3
# ===- check_tidy.py - Check messages and fix-its of one file ------------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Works like clang-tidy's check_clang_tidy.py. CHECK-MESSAGES comments match
# warnings and errors and every one must be matched; CHECK-NOTES match notes too;
# CHECK-FIXES match the source after `--fix`. Unlike there, the fixed source must
# still compile, and with --clean the checks must be silent on it.
#
#   RUN: %check-tidy [--clean] %s CHECKS %t [-- TIDY OPTIONS [-- FLAGS]]
#
# ===---------------------------------------------------------------------===//
"""Run clang-tidy with --fix and FileCheck its messages and the fixed file."""

import argparse
import pathlib
import re
import subprocess
import sys

STANDARD = {".c": "-std=c2x", ".cpp": "-std=c++20"}
COMMENT = re.compile(r"//\s*CHECK-[A-Z-]+:[^\r\n]*")


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tidy", required=True)
    parser.add_argument("--plugin", required=True)
    parser.add_argument("--filecheck", required=True)
    parser.add_argument("--clean", action="store_true")
    parser.add_argument("file", type=pathlib.Path)
    parser.add_argument("checks")
    parser.add_argument("temp", type=pathlib.Path)
    own = sys.argv[1:]
    options, flags = [], []
    if "--" in own:
        at = own.index("--")
        own, options = own[:at], own[at + 1 :]
    if "--" in options:
        at = options.index("--")
        options, flags = options[:at], options[at + 1 :]
    arguments = parser.parse_args(own)
    arguments.options, arguments.flags = options, flags
    return arguments


def run_tidy(arguments, path, extra):
    if not any(o.startswith("--config") for o in arguments.options):
        extra = [*extra, "--config={}"]
    command = [
        arguments.tidy,
        f"--load={arguments.plugin}",
        f"--checks=-*,{arguments.checks}",
        "--quiet",
        *extra,
        *arguments.options,
        str(path),
        "--",
        STANDARD.get(path.suffix, "-std=c2x"),
        f"-I{arguments.file.parent}",
        *arguments.flags,
    ]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode < 0 or "Stack dump" in done.stderr:
        print(done.stderr[-4000:])
        sys.exit(f"clang-tidy crashed: {' '.join(command)}")
    return done.stdout


def file_check(arguments, subject, prefix, extra=()):
    command = [
        arguments.filecheck,
        f"--input-file={subject}",
        str(arguments.file),
        f"--check-prefix={prefix}",
        "--strict-whitespace",
        *extra,
    ]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        print(done.stdout, done.stderr, sep="")
        sys.exit(f"{prefix} comments do not match; {subject} holds:\n"
                 + pathlib.Path(subject).read_text())


def main():
    arguments = parse_arguments()
    source = arguments.file.read_text()
    # The comments must not be seen by clang-tidy, nor match themselves.
    work = arguments.temp.with_name(arguments.temp.name + arguments.file.suffix)
    work.write_text(COMMENT.sub("//", source))
    output = run_tidy(arguments, work, ["--fix"])
    messages = arguments.temp.with_name(arguments.temp.name + ".messages")
    messages.write_text(output)
    if "CHECK-MESSAGES:" in source:
        file_check(arguments, messages, "CHECK-MESSAGES",
                   ["--implicit-check-not={{warning|error}}:"])
    elif "CHECK-NOTES:" in source:
        file_check(arguments, messages, "CHECK-NOTES",
                   ["--implicit-check-not={{note|warning|error}}:"])
    elif re.search(r": (warning|error): ", output):
        print(output)
        sys.exit("no CHECK-MESSAGES, but clang-tidy reports")
    if "CHECK-FIXES:" in source:
        file_check(arguments, work, "CHECK-FIXES")
    again = run_tidy(arguments, work, [])
    if "[clang-diagnostic-error]" in again:
        print(again)
        sys.exit("the fixed source does not compile")
    if arguments.clean and re.search(r": warning: ", again):
        print(again)
        sys.exit("the fixed source is still reported")


if __name__ == "__main__":
    main()
