#!/usr/bin/env python3
# ===- account_rows.py - Is every collected fact in a model? -------------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#   account_rows.py --models DUMP.json --page docs/models.md TABLES.csv...
#
# A row is accounted for if the models name it, or if the page lists it: under
# "Rows under another name" with models that exist, or under "Rows without a
# model" with the reason. A listed row that no table has is an error too.
#
# ===---------------------------------------------------------------------===//
"""Fail on a row of the knowledge tables that no model and no page mentions."""

import argparse
import csv
import fnmatch
import json
import pathlib
import re
import sys

# The C++ standard library has models that are told apart by other names.
OTHER_NAME = "### Rows under another name"
WITHOUT = "### Rows without a model"


def modelled_names(dump):
    """Names and globs of functions, types and tagged declarations."""
    models = json.loads(dump.read_text())
    return {
        entry["name"]
        for table in ("functions", "types", "tags")
        for entry in models[table]
    }


def row_identity(name):
    """The name as the page spells it: without what stands in parentheses."""
    bare = re.sub(r"\([^()]*\)", "", name).strip()
    return re.sub(r"\s+", " ", bare) or name


def spelled_out(identity):
    """`LogonUserA/W` and `crypt / crypt_r` as the names they stand for."""
    names = []
    for part in re.split(r"\s*/\s*", identity):
        if part == "W" and names:
            part = names[-1][:-1] + "W"
        names.append(part)
    return names


class Models:
    def __init__(self, names):
        self.names = names
        self.globs = [name for name in names if re.search(r"[*?\[{]", name)]

    def has(self, name):
        # On Windows the plain name is a macro for the A or the W form.
        return (
            name in self.names
            or {name + "A", name + "W"} <= self.names
            or any(fnmatch.fnmatchcase(name, glob) for glob in self.globs)
            or "*" in name and any(fnmatch.filter(self.names, name))
        )


def section(page, title):
    """The rows of the table below a title: lists of cells."""
    if title not in page:
        sys.exit(f"no section '{title}'")
    text = page.split(title, 1)[1].split("\n#", 1)[0]
    for line in text.splitlines():
        if line.startswith("| ") and not re.match(r"\|[ |-]*\|$", line):
            yield [cell.strip() for cell in line.strip("| ").split(" | ")]


def quoted(cell):
    return re.findall(r"`([^`]+)`", cell)


def read_page(path, models):
    """Rows that the page lists, and what is wrong with the page."""
    page, listed, faults = path.read_text(), set(), []
    for cells in section(page, OTHER_NAME):
        listed |= set(quoted(cells[0]))
        for name in quoted(cells[1]):
            if not models.has(name):
                faults.append(f"{path.name}: no model is called '{name}'")
    for cells in section(page, WITHOUT):
        listed |= set(quoted(cells[1]))
    return listed, faults


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--models", type=pathlib.Path, required=True)
    parser.add_argument("--page", type=pathlib.Path, required=True)
    parser.add_argument("tables", type=pathlib.Path, nargs="+")
    arguments = parser.parse_args()
    models = Models(modelled_names(arguments.models))
    listed, faults = read_page(arguments.page, models)
    seen, total, modelled = set(), 0, 0
    for table in arguments.tables:
        with table.open(newline="") as rows:
            for number, row in enumerate(csv.DictReader(rows), 2):
                identity = row_identity(row["name"])
                seen.add(identity)
                total += 1
                if all(models.has(name) for name in spelled_out(identity)):
                    modelled += 1
                elif identity not in listed:
                    faults.append(
                        f"{table.name}:{number}: '{identity}' is in no model and "
                        f"not in {arguments.page.name}"
                    )
    for name in sorted(listed - seen):
        faults.append(f"{arguments.page.name}: no table has the row '{name}'")
    print(f"{total} rows, {modelled} by name in the models, {len(listed)} listed")
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
