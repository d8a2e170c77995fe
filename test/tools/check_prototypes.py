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
import copy
import csv
import fnmatch
import json
import pathlib
import random
import re
import sys

EFFECTS = (
    "zeroizes releases allocates reallocates copies appends aliases views secret "
    "fills public sinks unbuffers measures"
).split()
# Keys of an effect that hold a position.
POSITIONS = "pointer from to of fill stream string length elements".split()
INTEGER = re.compile(
    r"^(const )?(volatile )?(unsigned |signed )?"
    r"(char|short|int|long|long long|__int128|bool|_Bool|wchar_t|char16_t|char32_t)$"
    r"|^(const )?(enum|\(unnamed enum)"
)
PUBLIC_NAME = re.compile(r"^(pk|ct|c|sig\w*|pub\w*|public\w*|\w*_pub|salt|iv|nonce|npub|label|ad|info)$")
SECRET_NAME = re.compile(r"^(sk|ss|iv|ivec|\w*priv\w*|\w*secret\w*|seed|pass\w*|pwd?|passwd)$")
INPUT_NAME = re.compile(
    r"^(in|input|src|source|from|salt\w*|label|info|nonce|npub|nsec|ad"
    r"|adlen|inlen|input_len\w*|ilen|srclen)$"
)
BYTES = re.compile(
    r"^(const )?(volatile )?(void|(unsigned |signed )?char|unsigned short|short|wchar_t|char16_t)"
    r" ?(const|volatile)? ?(\*|\[\d*\])$"
)
WIDE = re.compile(r"^(const )?int \*$")  # what wchar_t is in C
WIDE_FUNCTION = re.compile(r"wc|wmem|ws|wprintf|wscanf")
# Parameters that are no text to keep, no length, and no storage that is looked at.
NOT_TEXT = re.compile(
    r"^_*(errors|encoding|chunkname|file\w*|format|fmt|key|group_name|p|path\w*|lpname"
    r"|varname|name|pat|errors|k|clazz|domain|option|lpoperation|isolate)$",
    re.I,
)
NOT_LENGTH = re.compile(
    r"^_*(line|\w*flags?|type|level|align\w*|prot|fd|offset|base|c|val|fill|byte)$", re.I
)
NOT_VIEWED = re.compile(r"(len|size|copy|needle|accept|delim|reject|find|save|^n$)", re.I)
SIZE_NAME = re.compile(r"(^cb|^cch|^sz$|len|size|_n|^n$|num|bytes|nb|cnt|count|max|^l$|siz)", re.I)


# ------------------------------------------------------------------ prototypes


def bare(kind):
    return re.sub(r"(\s*\b(const|volatile|restrict|__restrict)\b)+$", "", kind).strip()


def is_pointer(kind):
    kind = bare(kind)
    return kind.endswith(("*", "&", "]", ")")) or "(*)" in kind


def is_integer(kind):
    return bool(INTEGER.match(bare(kind)))


def is_writable(kind):
    pointee = re.sub(r"[*&]$|\[\d*\]$", "", bare(kind)).strip()
    if pointee.endswith(("*", "&")):
        return True
    return not re.search(r"\bconst\b", pointee)


def depends(kind):
    return "type-parameter" in kind or "decltype" in kind


def checked_form(prototype):
    """The compiler's form of a function that also gets the target's size."""
    one = copy.deepcopy(prototype)
    size = {"type": "unsigned long", "name": "destlen"}
    formats = [i for i, p in enumerate(one["params"]) if p["name"].endswith("format")]
    if formats:
        flag = {"type": "int", "name": "flag"}
        one["params"][formats[0] : formats[0]] = [flag, size]
    else:
        one["params"].append(size)
    return one


class Prototypes:
    def __init__(self, folder):
        self.by_name = collections.defaultdict(list)
        self.libraries = set()
        for file in sorted(folder.glob("*.json")):
            self.libraries.add(file.stem)
            for line in file.read_text().splitlines():
                found = {**json.loads(line), "library": file.stem}
                self.by_name[found["name"]].append(found)

    def named(self, name):
        builtin = re.match(r"^__builtin_(__(\w+)_chk|(\w+?)(_inline)?)$", name)
        if builtin:
            return [
                checked_form(one) if builtin.group(2) else one
                for one in self.named(builtin.group(2) or builtin.group(3))
            ]
        if not re.search(r"[*?\[{]", name):
            return self.by_name.get(name, [])
        return [
            one
            for known, all_of_it in self.by_name.items()
            if fnmatch.fnmatchcase(known, name)
            for one in all_of_it
        ]


def signature_of(prototype):
    params = ", ".join(p["type"] for p in prototype["params"]) or "void"
    return f"{prototype['result']} ({params})"


def squeezed(text):
    return re.sub(r"\b(struct|class|enum|union) |\s|_Bool", "", text)


def speaks_of(entry, prototype):
    if entry.get("params", len(prototype["params"])) != len(prototype["params"]):
        return False
    wanted = entry.get("signature")
    return not wanted or squeezed(wanted).split("(", 1)[1] == squeezed(
        signature_of(prototype)
    ).split("(", 1)[1].replace("(void)", "()")


# ------------------------------------------------------------------ the checks


def index(value):
    """A position as a number; None for `this`, the result and the like."""
    match = re.match(r"^(\d+)(\.\.)?$", str(value))
    return int(match.group(1)) if match else None


class EntryCheck:
    """One entry against one prototype."""

    def __init__(self, entry, prototype, told=False, known=False, overloaded=False):
        self.entry, self.params = entry, prototype["params"]
        self.prototype, self.faults = prototype, []
        # A manual says what belongs together.
        self.told = told
        # A table says the position, so that names need not.
        self.known = known or told
        self.overloaded = overloaded

    def fault(self, text):
        origin = self.entry["origin"]
        self.faults.append(
            f"{pathlib.Path(origin['file']).name}:{origin['line']}: "
            f"'{self.prototype['name']}': {text}"
        )

    def parameter(self, position, rest=False):
        at = index(position)
        if at is None:
            return None
        if at >= len(self.params):
            if not (rest and at == len(self.params)):
                self.fault(f"no parameter {at}")
            return None
        return self.params[at]

    def is_bytes(self, kind):
        if WIDE.match(bare(kind)):
            return bool(WIDE_FUNCTION.search(self.prototype["name"]))
        return bool(BYTES.match(bare(kind))) and is_pointer(kind)

    def takes_bytes_if_any(self, effect, at, verb, writable):
        """Bytes are moved, not handles and not lengths that are returned."""
        if effect.get("indirect"):
            self.holds_pointer(at, verb)
            return
        if self.overloaded:
            return
        able = [
            i
            for i, p in enumerate(self.params)
            if self.is_bytes(p["type"]) and (is_writable(p["type"]) or not writable)
        ]
        # A void pointer is a context where others are bytes.
        typed = [i for i in able if "void" not in self.params[i]["type"]]
        able = typed or able
        if any("va_list" in p["type"] for p in self.params) and not writable:
            able = [len(self.params) - 1]
        if self.told:
            return
        if able and at not in able:
            self.fault(f"{verb} parameter {at}, but the bytes are at {able}")

    def holds_pointer(self, at, verb):
        """What is behind a pointer that a number is behind is not followed."""
        if at < len(self.params) and not self.told:
            pointee = re.sub(r"\*$", "", bare(self.params[at]["type"])).strip()
            if is_integer(pointee) or self.is_bytes(self.params[at]["type"]):
                self.fault(f"{verb} what parameter {at} points to points to")

    def target(self, effect, key, verb):
        at = index(effect.get(key))
        if at is not None and verb in ("secret", "fills", "public", "to"):
            self.takes_bytes_if_any(effect, at, verb, writable=True)
        found = self.parameter(effect.get(key), str(effect.get(key)).endswith(".."))
        if not found or depends(found["type"]):
            return
        kind = found["type"]
        if not is_pointer(kind):
            self.fault(f"{verb} parameter {effect[key]}, which is '{kind}'")
        elif not is_writable(kind):
            self.fault(f"{verb} parameter {effect[key]}, which is '{kind}'")
        elif verb in ("fills", "secret", "public", "to") and INPUT_NAME.match(
            found["name"]
        ):
            self.fault(f"{verb} parameter {effect[key]}, called '{found['name']}'")

    def source(self, effect, key, verb):
        at, rest = index(effect.get(key)), str(effect.get(key)).endswith("..")
        if rest and self.prototype.get("variadic") and at != len(self.params):
            # Tcl and GLib take the first text as a parameter of its own.
            first = at == len(self.params) - 1
            if not (first and not NOT_TEXT.match(self.params[at]["name"])):
                self.fault(f"{verb} from {at}, but more arguments from {len(self.params)}")
        if at is not None and not rest and verb in ("sinks", "copies", "appends"):
            self.takes_bytes_if_any(effect, at, verb, writable=False)
        found = self.parameter(effect.get(key), str(effect.get(key)).endswith(".."))
        if not found or depends(found["type"]):
            return
        if effect.get("indirect") and not is_pointer(found["type"]):
            self.fault(f"{verb} what parameter {effect[key]} points to, an integer")
        if verb in ("copies", "appends", "sinks") and is_integer(found["type"]):
            # Handles of interpreters are integers; lengths are not copied.
            # Overloads of C++ may have a count where others have a text.
            overloads = "::" in self.prototype["name"] or len(self.params) == 1
            if not overloads and SIZE_NAME.search(found["name"]):
                self.fault(f"{verb} parameter {effect[key]}, called '{found['name']}'")
        if verb in ("reallocates", "aliases", "views"):
            wrong = is_integer(found["type"]) or is_integer(found["type"].rstrip("* "))
            text = self.is_bytes(found["type"])
            if self.told:
                return
            if (wrong and not text) or NOT_VIEWED.search(found["name"]):
                self.fault(f"{verb} parameter {effect[key]}, called '{found['name']}'")
        if verb in ("sinks", "copies", "appends") and not rest and not self.known:
            if NOT_TEXT.match(found["name"]) and len(self.params) > 1:
                self.fault(f"{verb} parameter {effect[key]}, called '{found['name']}'")

    def length(self, effect, key):
        text = str(effect.get(key, ""))
        for part in text.split("*"):
            if not part.isdigit():
                continue
            found = self.parameter(part)
            if found and not is_integer(found["type"]) and not depends(found["type"]):
                self.fault(f"length {part} is '{found['type']}'")
        if text.isdigit() and not self.told:
            self.belongs(effect, int(text))

    def beside(self, p):
        """The length right behind a pointer, if there is one."""
        if p + 1 >= len(self.params) or not is_integer(self.params[p + 1]["type"]):
            return None
        name = self.params[p + 1]["name"]
        if NOT_LENGTH.match(name) or not SIZE_NAME.search(name or "n"):
            return None
        return p + 1

    def belongs(self, effect, at):
        """A length is beside its pointer, or is called after it."""
        pointer = effect.get("pointer", effect.get("to"))
        whose = [index(effect.get("from")), index(pointer)]
        whose = [p for p in whose if p is not None and p < len(self.params)]
        if at >= len(self.params):
            return
        name = self.params[at]["name"].lower()
        if NOT_LENGTH.match(name):
            self.fault(f"length {at} is called '{name}'")
        if not whose:
            return
        near = [self.beside(p) for p in whose if self.beside(p) is not None]
        if near and not name and at == len(self.params) - 1:
            return  # the compiler's own declarations have no names
        if near and at != near[0]:
            self.fault(f"length {at}, but {near[0]} is beside the pointer")
            return
        others = [
            i
            for i, p in enumerate(self.params)
            if is_integer(p["type"]) and i not in whose
        ]
        if len(others) == 1:
            return
        for p in whose:
            owner = self.params[p]["name"].lower().rstrip("s")
            if abs(at - p) == 1 and SIZE_NAME.search(name or "n"):
                return
            if not name and at == len(self.params) - 1:
                return
            if owner and (name.startswith(owner) or owner[:3] in name):
                return
        if SIZE_NAME.search(name) and sum(
            bool(SIZE_NAME.search(self.params[i]["name"])) for i in others
        ) == 1:
            return
        self.fault(f"length {at} ('{name}') does not belong to {whose}")

    def roles(self, effect, verb):
        value = str(effect.get("pointer"))
        found = self.parameter(value, value.endswith(".."))
        if not found or self.told:
            return
        if verb == "secret" and PUBLIC_NAME.match(found["name"]):
            self.fault(f"secret parameter is called '{found['name']}'")
        if verb == "public" and SECRET_NAME.match(found["name"]):
            self.fault(f"public parameter is called '{found['name']}'")

    def run(self):
        for verb in EFFECTS:
            for effect in self.entry.get(verb, []):
                self.effect(verb, effect)
        return self.faults

    def effect(self, verb, effect):
        if verb in ("zeroizes", "secret", "fills", "public"):
            self.target(effect, "pointer", verb)
            self.roles(effect, verb)
        elif verb in ("copies", "appends"):
            self.target(effect, "to", "to")
            self.source(effect, "from", verb)
        elif verb in ("releases", "unbuffers", "measures"):
            key = {"unbuffers": "stream", "measures": "string"}.get(verb, "pointer")
            found = self.parameter(effect.get(key))
            if found and is_integer(found["type"]):
                self.fault(f"{verb} parameter {effect[key]}, which is an integer")
            if found and verb == "releases" and "file" in found["name"]:
                self.fault(f"{verb} parameter {effect[key]}, called '{found['name']}'")
        elif verb == "allocates":
            if index(effect.get("pointer")) is not None:
                self.target(effect, "pointer", verb)
        elif verb == "reallocates":
            self.source(effect, "pointer", verb)
        elif verb in ("aliases", "views"):
            self.source(effect, "of", verb)
            if index(effect.get("pointer")) is not None:
                self.target(effect, "pointer", verb)
                self.holds_pointer(effect["pointer"], verb)
        elif verb == "sinks":
            self.source(effect, "from", verb)
        self.stream(effect)
        for key in ("length", "elements", "fill"):
            self.length(effect, key) if key != "fill" else self.fill(effect)

    def stream(self, effect):
        at = index(effect.get("stream"))
        if at is None or at >= len(self.params):
            return
        kind = self.params[at]["type"]
        if self.params[at]["name"].endswith("fd") and is_integer(kind):
            return  # a descriptor
        if not is_pointer(kind) or self.is_bytes(kind):
            self.fault(f"stream {at} is '{kind}'")

    def fill(self, effect):
        if "fill" not in effect:
            return
        found = self.parameter(effect["fill"])
        if found and not is_integer(found["type"]):
            self.fault(f"fill byte {effect['fill']} is '{found['type']}'")


# ---------------------------------------------------- positions that others say


def numbers(cell):
    return [int(n) for n in re.findall(r"(?<![\w.])-?\d+", cell)]


class Witnesses:
    """Positions of the tables, corrected, and those of manuals."""

    def __init__(self, folder):
        self.folder = folder
        self.wrong = {
            (row["table"], row["name"], row["column"]): row["value"]
            for row in csv.DictReader((folder / "corrections.csv").open())
        }
        self.rows = collections.defaultdict(list)
        self.read(
            folder / "wipers.csv",
            "ptr_arg",
            ("zeroizes", "releases", "allocates", "reallocates", "public"),
            "len_arg",
        )
        self.read(
            folder / "immutable.csv",
            "secret_arg",
            ("sinks", "copies", "appends", "views", "aliases", "secret", "fills"),
        )
        self.read(
            folder / "sources.csv", "secret_position", ("secret", "fills", "allocates")
        )
        self.told = set()
        for row in csv.DictReader((folder / "positions.csv").open()):
            for name in row["names"].split():
                self.rows[name].append((row["effect"], row["positions"]))
                self.told.add(name)

    def read(self, table, column, verbs, length=None):
        for row in csv.DictReader(table.open()):
            name = re.sub(r"\(.*?\)", "", row["name"]).strip()
            parts = re.split(r"\s*/\s*", re.sub(r"A/W$", "", name))
            for part in parts:
                cell = self.wrong.get((table.stem, part, column), row[column])
                if not numbers(cell):
                    continue
                extent = self.wrong.get(
                    (table.stem, part, length), row.get(length or "", "")
                )
                for spelled in (part, part + "A", part + "W"):
                    self.rows[spelled].append((verbs, cell))
                    if extent.replace(" ", "").isdigit():
                        self.rows[spelled].append(("length", extent))

    def table(self, stem):
        """Rows of a table, a name and its corrected positions at a time."""
        column = {"wipers": "ptr_arg", "immutable": "secret_arg"}
        column = column.get(stem, "secret_position")
        for row in csv.DictReader((self.folder / f"{stem}.csv").open()):
            name = re.sub(r"\(.*?\)", "", row["name"]).strip()
            for part in re.split(r"\s*/\s*", re.sub(r"A/W$", "", name)):
                cell = self.wrong.get((stem, part, column), row[column])
                extent = self.wrong.get(
                    (stem, part, "len_arg"), row.get("len_arg", "")
                )
                for spelled in (part, part + "A", part + "W"):
                    yield row, spelled, cell, extent

    def of(self, name):
        """What is said of a name; of one thing several libraries may say it."""
        said = collections.defaultdict(list)
        for what, cell in self.rows.get(name, ()):
            said[what].append(cell)
        for what, cells in said.items():
            if isinstance(what, str) and what != "length":
                yield from ((what, cell) for cell in cells)
            else:
                yield what, " ".join(cells)


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


# -------------------------------------------------------------------- mutations


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
    pool = [e for e in models["functions"] if used(e) and e.get("params", 0) > 1]
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
