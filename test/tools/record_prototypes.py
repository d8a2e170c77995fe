#!/usr/bin/env python3
# ===- record_prototypes.py - Prototypes of modelled functions -----------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#   record_prototypes.py --audit secret-audit --models checks/models
#       --out test/knowledge/prototypes [--root DIR] test/knowledge/Inputs/*.c*
#
# Each source includes the headers of one library. What the models speak of there
# is written to OUT/NAME.json, one function a line. The comments at the top of a
# source say which packages it needs and with which flags it compiles.
#
# ===---------------------------------------------------------------------===//
"""Write the declarations of modelled functions, as real headers have them."""

import argparse
import pathlib
import re
import subprocess
import sys


def headed(source, key):
    found = re.search(rf"^// {key}: (.*)$", source.read_text(), re.MULTILINE)
    return found.group(1).split() if found else []


def flags_of(source, root):
    """The flags of a source. The compiler's own folders keep their place: C++'s
    headers ask for the next stdlib.h after theirs."""
    own = ("/usr/include", "/usr/include/x86_64-linux-gnu")
    flags = []
    for word in headed(source, "FLAGS"):
        word = word.replace("{root}", root)
        if word in own and flags and flags[-1] == "-isystem":
            flags.pop()
        else:
            flags.append(word)
    return flags


def declarations(arguments, source):
    command = [arguments.audit, "--list-declarations", "--quiet"]
    for model in headed(source, "MODELS"):
        command.append(f"--verify-models={arguments.models / model}")
    flags = flags_of(source, arguments.root)
    standard = "-std=gnu17" if source.suffix == ".c" else "-std=c++17"
    return subprocess.run(
        [*command, str(source), "--", standard, *flags],
        capture_output=True,
        text=True,
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--audit", required=True)
    parser.add_argument("--models", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--root", default="", help="where packages are unpacked")
    parser.add_argument("sources", type=pathlib.Path, nargs="+")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    failed = 0
    for source in arguments.sources:
        done = declarations(arguments, source)
        lines = sorted(set(done.stdout.splitlines()))
        print(f"{source.name}: {len(lines)} declarations")
        if done.returncode:
            failed += 1
            errors = [line for line in done.stderr.splitlines() if "error" in line]
            print("\n".join(errors[:3]) or done.stderr[-300:])
        (arguments.out / f"{source.stem}.json").write_text(
            "".join(line + "\n" for line in lines)
        )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
