# ===- mutants.py - Models with swapped positions ----------------------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===---------------------------------------------------------------------===//
"""Models in which two positions are swapped."""

import copy
import json
import random
import re

from entry_check import EFFECTS, POSITIONS

def used(entry):
    found = set()
    for verb in EFFECTS:
        for effect in entry.get(verb, []):
            for key in POSITIONS:
                for part in re.findall(r"\d+", str(effect.get(key, ""))):
                    if "bytes" not in str(effect.get(key)):
                        found.add(int(part))
    return found


def swap(entry, a, b):
    mutant = copy.deepcopy(entry)
    other = {str(a): str(b), str(b): str(a)}

    def swapped(value):
        text = str(value)
        if "bytes" in text:
            return value
        text = re.sub(r"\d+", lambda m: other.get(m.group(), m.group()), text)
        return int(text) if isinstance(value, int) else text

    for verb in EFFECTS:
        for effect in mutant.get(verb, []):
            for key in POSITIONS:
                if key in effect and str(effect[key]) not in ("-1", "this"):
                    effect[key] = swapped(effect[key])
    return mutant


def canonical(entry):
    """What the entry says, whatever the order and the reasons."""

    def plain(effect):
        kept = {key: value for key, value in effect.items() if key != "reason"}
        if "*" in str(kept.get("length")):
            kept["length"] = "*".join(sorted(kept["length"].split("*")))
        return json.dumps(kept, sort_keys=True)

    return {verb: sorted(map(plain, entry.get(verb, []))) for verb in EFFECTS}


def mutants(models, count, seed):
    """Random entries with two positions swapped that mean something else then."""
    chance = random.Random(seed)
    # No prototypes are recorded of the C++ library and of function tables.
    pool = [
        e
        for e in models["functions"]
        if used(e)
        and e.get("params", 0) > 1
        and not e["origin"]["file"].rsplit("/", 1)[-1].startswith("cxx")
        and not e["name"].startswith("JNINativeInterface")
    ]
    chance.shuffle(pool)
    made = 0
    for entry in pool:
        a = chance.choice(sorted(used(entry)))
        rest = [p for p in range(entry["params"]) if p != a]
        b = chance.choice(rest)
        mutant = swap(entry, a, b)
        if canonical(mutant) == canonical(entry):
            continue
        yield entry, mutant, a, b
        made += 1
        if made == count:
            return
