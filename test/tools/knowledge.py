# ===- knowledge.py - Prototypes and tables ----------------------------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===---------------------------------------------------------------------===//
"""Recorded prototypes, and the positions that tables and manuals say."""

import collections
import copy
import csv
import fnmatch
import json
import re

INTEGER = re.compile(
    r"^(const )?(volatile )?(unsigned |signed )?"
    r"(char|short|int|long|long long|__int128|bool|_Bool|wchar_t|char16_t|char32_t)$"
    r"|^(const )?(enum|\(unnamed enum)"
)


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
