#!/usr/bin/env python3
# ===- check_uses.py - Is every entry found at a call? -------------------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#   check_uses.py --audit secret-audit --models DUMP.json FOLDER
#
# Dumps the facts of the sources that generate_uses.py has written: a call of a
# modelled function names its entry. Fails if a call has none, or if an entry is
# used by no call.
#
# ===---------------------------------------------------------------------===//
"""Fail on calls without their model, and on models without a call."""

import argparse
import json
import pathlib
import re
import subprocess
import sys

CALL = re.compile(r"call (\S+?)\(.*? model (\S+?):(\d+) ")


def facts_of(audit, source):
    standard = "-std=gnu17" if source.suffix == ".c" else "-std=c++20"
    command = [audit, "--quiet", "--dump-facts", str(source), "--", standard]
    done = subprocess.run(
        [*command, "-w", "-I.", f"-I{source.parent}"], capture_output=True, text=True
    )
    return done.stdout, done.stderr


def is_constructor(name):
    """Constructors are tested by the cases of secret-immutable-copy."""
    parts = name.split("::")
    return len(parts) > 1 and parts[-1] == parts[-2]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--audit", required=True)
    parser.add_argument("--models", type=pathlib.Path, required=True)
    parser.add_argument("--allow", type=int, default=0, help="entries without a call")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("folder", type=pathlib.Path)
    arguments = parser.parse_args()
    used, faults, calls = set(), [], 0
    models = json.loads(arguments.models.read_text())
    tagged = {tag["name"] for tag in models["tags"]}
    for source in sorted(arguments.folder.glob("*.c*")):
        facts, errors = facts_of(arguments.audit, source)
        if "error" in errors:
            faults.append(f"{source.name}: {errors.splitlines()[0]}")
        for body in re.split(r"^facts of ", facts, flags=re.MULTILINE)[1:]:
            found = CALL.findall(body)
            calls += 1
            used |= {(file.rsplit("/", 1)[-1], int(line)) for _, file, line in found}
            # Overloads of C++ may have no entry of their own, and of some
            # functions only a parameter is tagged.
            name = body.splitlines()[0].removeprefix("use_")
            if not found and source.suffix == ".c" and name not in tagged:
                faults.append(f"{source.name}: no model in {body.splitlines()[0]}")
    unused = [
        entry
        for entry in models["functions"]
        if (pathlib.Path(entry["origin"]["file"]).name, entry["origin"]["line"])
        not in used
        and not pathlib.Path(entry["origin"]["file"]).name.startswith("cxx")
        and not is_constructor(entry["name"])
        # Called through the fields of a table of functions: see the lit tests.
        and not entry["name"].startswith("JNINativeInterface")
    ]
    if arguments.list:
        for entry in unused:
            print(entry["origin"]["file"], entry["origin"]["line"], entry["name"])
        print("\n".join(faults))
    print(f"{calls} calls, {len(faults)} without a model, {len(unused)} entries unused")
    for fault in faults[:20]:
        print(fault)
    return 1 if faults or len(unused) > arguments.allow else 0


if __name__ == "__main__":
    sys.exit(main())
