#!/usr/bin/env python3
# ===- make_database.py - A compilation database of any size --------------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===---------------------------------------------------------------------===//
"""make_database.py N FOLDER: writes N C files and their compile_commands.json.

In each group of ten files, each file has a function that uses a secret and
hands it to a function of the next one. All names and paths are equally long for
every N up to a million, so that what is made of them grows with N alone.
"""

import json
import os
import sys

SOURCE = """\
void fill(char *P, unsigned N);
void use(const char *P);
void pass{next}(const char *P);
void pass{this}(const char *P) {{ use(P); }}
void work{this}(void) {{
  __attribute__((annotate("secret"))) char key[32];
  fill(key, sizeof key);
  pass{next}(key);
}}
"""


def name(index):
    return f"src{index // 1000:03}/file{index:06}.c"


def main():
    count, folder = int(sys.argv[1]), os.path.abspath(sys.argv[2])
    entries = []
    for index in range(count):
        path = os.path.join(folder, name(index))
        if index % 1000 == 0:
            os.makedirs(os.path.dirname(path), exist_ok=True)
        following = index - index % 10 + (index + 1) % 10
        with open(path, "w") as out:
            out.write(SOURCE.format(this=f"{index:06}", next=f"{following:06}"))
        entries.append(
            {
                "directory": folder,
                "file": name(index),
                "command": f"cc -O2 -Wall -Iinclude -DNDEBUG -c {name(index)}"
                f" -o {name(index)}.o",
            }
        )
    with open(os.path.join(folder, "compile_commands.json"), "w") as out:
        json.dump(entries, out, indent=0)


if __name__ == "__main__":
    main()
