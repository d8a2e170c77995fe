#!/usr/bin/env python3
# ===- make_project.py - A project to measure with ------------------------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===---------------------------------------------------------------------===//
"""make_project.py FOLDER FILES: a C project with FILES sources, some of which
handle secrets, with headers of its own and a compile_commands.json. The same
arguments make the same project."""

import json
import pathlib
import sys

HEADERS = 60
SYSTEM = ["errno.h", "fcntl.h", "netdb.h", "pthread.h", "signal.h", "stdio.h",
          "stdlib.h", "string.h", "sys/socket.h", "sys/stat.h", "time.h", "unistd.h"]

HEADER = """#ifndef PART_{n}_H
#define PART_{n}_H
#include <stddef.h>
struct part_{n} {{ int kind; size_t length; unsigned char data[{size}]; struct part_{n} *next; }};
int part_{n}_open(struct part_{n} *part, const char *name);
int part_{n}_read(struct part_{n} *part, unsigned char *to, size_t length);
void part_{n}_close(struct part_{n} *part);
static inline size_t part_{n}_room(const struct part_{n} *part) {{
  return part->length < sizeof part->data ? sizeof part->data - part->length : 0;
}}
#endif
"""

PLAIN = """
static int parse_{n}(const char *text, struct part_{h} *to) {{
  size_t i = 0, length = strlen(text);
  to->kind = 0;
  for (i = 0; i < length && part_{h}_room(to); ++i) {{
    switch (text[i]) {{
    case ' ': case '\\t': continue;
    case '#': return to->kind;
    case '+': ++to->kind; break;
    case '-': if (to->kind) --to->kind; break;
    default: to->data[to->length++] = (unsigned char)text[i];
    }}
  }}
  return i < length ? -1 : to->kind;
}}
int load_{f}_{n}(const char *name) {{
  struct part_{h} part = {{0}};
  char line[256];
  int sum = 0;
  FILE *in = fopen(name, "r");
  if (!in)
    return -errno;
  while (fgets(line, sizeof line, in)) {{
    int kind = parse_{n}(line, &part);
    if (kind < 0) {{
      fprintf(stderr, "%s: bad line: %s", name, line);
      break;
    }}
    sum += kind;
  }}
  fclose(in);
  return part_{h}_open(&part, name) ? -1 : sum;
}}
"""

SECRET = """
int unlock_{f}_{n}(struct part_{h} *part, const char *name) {{
  __attribute__((annotate("secret"))) unsigned char key[{size}];
  int result = part_{h}_read(part, key, sizeof key);
  if (result < 0)
    {early}
  result = part_{h}_open(part, name) + key[0];
  {wipe}
  return result;
}}
"""

EARLY = ["return result;", "goto out;"]
WIPE = ["out: explicit_bzero(key, sizeof key);", "out: explicit_bzero(key, 8);",
        "out: memset(key, 0, sizeof key);"]


def source(number):
    used = sorted({(number * 7 + i * 11) % HEADERS for i in range(8)})
    text = "#define _GNU_SOURCE\n"
    text += "".join(f"#include <{name}>\n" for name in SYSTEM)
    text += "".join(f'#include "part_{h}.h"\n' for h in used)
    for n, h in enumerate(used):
        text += PLAIN.format(f=number, n=n, h=h)
        if (number + n) % 4 == 0:
            text += SECRET.format(f=number, n=n, h=h, size=16 + n, early=EARLY[number % 5 != 0],
                                  wipe=WIPE[2 if number % 10 == 0 else n % 2])
    return text


def main():
    folder, files = pathlib.Path(sys.argv[1]), int(sys.argv[2])
    (folder / "include").mkdir(parents=True)
    for n in range(HEADERS):
        text = HEADER.format(n=n, size=32 + n)
        (folder / "include" / f"part_{n}.h").write_text(text)
    entries = []
    for n in range(files):
        path = folder / f"unit_{n // 50}" / f"file_{n}.c"
        path.parent.mkdir(exist_ok=True)
        path.write_text(source(n))
        entries.append({"directory": str(folder), "file": str(path),
                        "command": f"clang -O2 -I{folder}/include -c {path}"})
    (folder / "compile_commands.json").write_text(json.dumps(entries, indent=1))


main()
