#!/usr/bin/env python3
# ===- check_prototypes.py - Do models fit prototypes and tables? --------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#   check_prototypes.py --models DUMP.json --prototypes DIR --tables DIR
#       [--mutate N --seed S]
#
# Three witnesses that know nothing of the models: recorded prototypes say which
# parameters are pointers to what may be written and which are lengths, and often
# what they are by their names; the collected tables say positions; positions.csv
# has what manuals say where neither is enough. --mutate swaps two positions in N
# random entries and fails unless each of them is noticed.
#
# ===---------------------------------------------------------------------===//
"""Hold the positions of all models against what others say of them."""

import argparse
import collections
import json
import pathlib
import sys

from entry_check import EntryCheck, index
from knowledge import Prototypes, Witnesses, numbers, signature_of, speaks_of
from mutants import mutants


def claimed(entry, verbs, tags):
    """Positions that the entry gives to effects of these kinds."""
    found = set()
    for verb in verbs:
        for effect in entry.get(verb, []):
            key = "from" if verb in ("sinks", "copies", "appends") else "pointer"
            if verb in ("aliases", "views"):
                key = "of"
            value = str(effect.get(key))
            found.add(int(value[:-2]) if value.endswith("..") else index(value))
            if value in ("-1", "this") or verb == "views":
                found.add(-1)
            if verb in ("copies", "appends"):
                found.add(-1 if str(effect.get("to")) == "-1" else None)
    found |= tags
    return found


def check_witnesses(entry, witnesses, tags):
    faults = []
    for verbs, cell in witnesses.of(entry["name"]):
        wanted = numbers(cell)
        if verbs == "length":
            said = {
                str(effect.get(key))
                for verb in ("zeroizes", "releases", "allocates", "public", "secret")
                for effect in entry.get(verb, [])
                for key in ("length", "elements")
                if key in effect
            }
            told = entry["name"] in witnesses.told
            if said and not told and not said & {str(n) for n in wanted}:
                faults.append(f"a table says length {cell}")
            continue
        if isinstance(verbs, str):
            faults += check_manual(entry, verbs, cell)
            continue
        if not any(verb in entry for verb in verbs):
            continue
        if not claimed(entry, verbs, tags) & set(wanted):
            faults.append(f"a table says position {cell}")
    origin = entry["origin"]
    place = f"{pathlib.Path(origin['file']).name}:{origin['line']}: '{entry['name']}': "
    return [place + fault for fault in faults]


def check_manual(entry, verb, cell):
    """`from=1 to=0`: an effect of this kind with these positions must be there."""
    wanted = dict(part.split("=", 1) for part in cell.split())
    if wanted.pop("params", str(entry.get("params"))) != str(entry.get("params")):
        return []
    for effect in entry.get(verb, []):
        if all(str(effect.get(key)) == value for key, value in wanted.items()):
            return []
    return [f"a manual says {verb} {cell}"]


def check_all(models, prototypes, witnesses):
    faults, verified = [], 0
    tags = collections.defaultdict(set)
    for tag in models["tags"]:
        if tag["thing"] == "parameter":
            tags[tag["name"]].add(tag["parameter"])
    for entry in models["functions"]:
        found = check_entry(entry, prototypes, witnesses, tags)
        verified += found[1]
        faults += found[0]
    return faults, verified


def check_entry(entry, prototypes, witnesses, tags):
    faults = []
    named = prototypes.named(entry["name"])
    fitting = [one for one in named if speaks_of(entry, one)]
    told = entry["name"] in witnesses.told
    overloaded = len(named) > 1 and "::" in entry["name"]
    known = entry["name"] in witnesses.rows
    found = [EntryCheck(entry, one, told, known, overloaded).run() for one in fitting]
    # An entry for all overloads has positions that some of them lack.
    if "params" in entry or "signature" in entry or all(found):
        faults += [fault for some in found for fault in some]
    faults += check_witnesses(entry, witnesses, tags.get(entry["name"], set()))
    return faults, bool(fitting)


def differences(real, recorded):
    """Names whose parameters are other ones, or that are gone."""
    for name, known in sorted(recorded.by_name.items()):
        if not {one["library"] for one in known} & real.libraries:
            continue  # its packages cannot be installed here
        found = {signature_of(one) for one in real.by_name.get(name, [])}
        if not found & {signature_of(one) for one in known}:
            yield f"'{name}' is recorded otherwise, or is not declared any more"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--models", type=pathlib.Path, required=True)
    parser.add_argument("--prototypes", type=pathlib.Path, required=True)
    parser.add_argument("--tables", type=pathlib.Path, required=True)
    parser.add_argument("--recorded", type=pathlib.Path, help="must be the same")
    parser.add_argument("--mutate", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--absent", action="store_true", help="name the unverified")
    arguments = parser.parse_args()
    models = json.loads(arguments.models.read_text())
    prototypes = Prototypes(arguments.prototypes)
    witnesses = Witnesses(arguments.tables)
    if arguments.mutate:
        missed = total = 0
        for entry, mutant, a, b in mutants(models, arguments.mutate, arguments.seed):
            total += 1
            if not check_entry(mutant, prototypes, witnesses, {})[0]:
                missed += 1
                print(f"not noticed: '{entry['name']}', {a} and {b} swapped")
        print(f"{total} entries mutated, {total - missed} noticed")
        return 1 if missed else 0
    faults, verified = check_all(models, prototypes, witnesses)
    if arguments.recorded:
        faults += differences(prototypes, Prototypes(arguments.recorded))
    for fault in faults:
        print(fault)
    if arguments.absent:
        for entry in models["functions"]:
            if not any(speaks_of(entry, p) for p in prototypes.named(entry["name"])):
                print("unverified:", entry["name"], entry["origin"]["file"])
    print(f"{len(models['functions'])} entries, {verified} held against prototypes")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
