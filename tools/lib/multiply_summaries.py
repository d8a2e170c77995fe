#!/usr/bin/env python3
# ===- multiply_summaries.py - Summaries of a large project ---------------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===---------------------------------------------------------------------===//
"""multiply_summaries.py FROM TO N: makes the summaries of N units out of few.

FROM is a work folder of `secret-audit --link-rounds`. N files summaries/I.json
are written to the work folder TO: copies of those in FROM, in turn. The names of
functions are those of the copy, so that each copy is a project by itself; every
other copy calls the functions of the one before it, so that the whole is one.
"""

import json
import pathlib
import sys


class Renaming:
    """Names of functions that some unit defines, in a copy."""

    def __init__(self, defined, copy):
        self.defined, self.copy = defined, copy

    def own(self, usr):
        return f"{usr}#{self.copy}" if usr in self.defined else usr

    def called(self, usr):
        to = self.copy - 1 if self.copy % 2 else self.copy
        return f"{usr}#{to}" if usr in self.defined else usr


def copy_of(unit, renaming):
    functions = [
        {
            **f,
            "usr": renaming.own(f["usr"]),
            "calls": sorted(map(renaming.called, f["calls"])),
        }
        for f in unit["functions"]
    ]
    return {
        **unit,
        "wanted": sorted(map(renaming.called, unit["wanted"])),
        "calls": sorted(map(renaming.called, unit["calls"])),
        "functions": sorted(functions, key=lambda f: f["usr"]),
    }


def main():
    source, target = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    files = sorted((source / "summaries").glob("*.json"), key=lambda f: int(f.stem))
    units = [json.loads(file.read_text()) for file in files]
    if not units:
        sys.exit(f"multiply_summaries.py: no summaries in {source}")
    defined = {f["usr"] for unit in units for f in unit["functions"]}
    (target / "summaries").mkdir(parents=True, exist_ok=True)
    for index in range(int(sys.argv[3])):
        copy, which = divmod(index, len(units))
        made = copy_of(units[which], Renaming(defined, copy))
        with open(target / "summaries" / f"{index}.json", "w") as out:
            json.dump(made, out, separators=(",", ":"))


main()
