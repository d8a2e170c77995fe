#!/usr/bin/env python3
# ===- check_copies.py - Copies in the stack against what is reported -----===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===---------------------------------------------------------------------===//
"""Hold what secret-audit reports against dead stack frames.

SOURCE is compiled at each level with COMPILER, and MAIN runs its functions without
parameters and looks for the secret in the stack below. A function that leaves bytes
must be reported by RULE, and no other may be. Prints a table.
"""

import argparse
import pathlib
import re
import subprocess
import sys

def run(*command, codes=(0,)):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in codes:
        sys.exit(f"{' '.join(command)}: status {done.returncode}: {done.stderr}")
    return done.stdout


def measure(options, level):
    """Function -> whether the secret is in its dead frame."""
    target = str(options.folder / "copies.o")
    program = str(options.folder / "copies")
    names = re.findall(r"^void (\w+)\(void\)", options.source.read_text(), re.M)
    all_of_them = "-DFUNCTIONS(X)=" + " ".join(f"X({name})" for name in names)
    run(options.compiler, level, "-w", "-c", str(options.source), "-o", target)
    # Functions that are bound when they are first called save vector registers.
    run(options.compiler, "-O2", "-Wl,-z,now", all_of_them, str(options.main), target,
        "-o", program)
    rows = (line.split() for line in run(program).splitlines())
    return {name: said == "left" for name, said in rows}


def functions(source):
    """The name of the function for each line."""
    names, name = {}, ""
    for number, line in enumerate(source.read_text().splitlines(), 1):
        found = re.match(r"void (\w+)\(", line)
        name = found[1] if found else name
        names[number] = name
    return names


def reported(options, level):
    printed = run(options.audit, "--quiet", *options.ask, str(options.source), "--",
                  level, "-w", "-DTAGGED", codes=(0, 1))
    names = functions(options.source)
    found = re.findall(rf":(\d+):\d+: warning: .*\[{options.rule}\]", printed)
    return {names[int(line)] for line in found}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--audit", required=True)
    parser.add_argument("--compiler", required=True)
    parser.add_argument("--folder", type=pathlib.Path, required=True)
    parser.add_argument("--rule", required=True)
    # An option of secret-audit.
    parser.add_argument("--ask", action="append", required=True)
    parser.add_argument("--level", action="append", required=True)
    # What runs another function, and is the one with the copy: RUNS=REPORTED.
    parser.add_argument("--alias", action="append", default=[])
    parser.add_argument("source", type=pathlib.Path)
    parser.add_argument("main", type=pathlib.Path)
    options = parser.parse_args()
    aliases = dict(alias.split("=") for alias in options.alias)
    wrong = 0
    for level in options.level:
        left, said = measure(options, level), reported(options, level)
        for name, is_left in left.items():
            is_said = aliases.get(name, name) in said
            print(f"{level:4} {name:22} {'left' if is_left else 'clean':6}"
                  f" {'reported' if is_said else 'silent'}")
            wrong += is_left != is_said
        if len(set(left.values())) != 2:
            sys.exit(f"{level}: the functions do not differ")
    print(f"{wrong} wrong")
    return 1 if wrong else 0


sys.exit(main())
