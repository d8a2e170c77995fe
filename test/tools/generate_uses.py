#!/usr/bin/env python3
# ===- generate_uses.py - Sources that use modelled functions ------------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#   generate_uses.py --prototypes DIR --tables DIR --out DIR
#
# Writes OUT/calls/NAME.c and .cpp, where every recorded function is declared in a
# header with its real name and called once, and OUT/rows/NAME.c, where functions
# of the collected tables are used as the tables say, with EXPECT comments. What
# is written follows from prototypes and tables; the models are not looked at.
#
# ===---------------------------------------------------------------------===//
"""Generate sources that call modelled functions, from prototypes and tables."""

import argparse
import collections
import json
import pathlib
import re
import sys

import knowledge as check

# Scopes that are namespaces; the others are classes.
NAMESPACES = set(
    "Botan PKCS8 CryptoPP llvm boost json property_tree flyweights absl folly fmt "
    "spdlog google protobuf internal nlohmann rapidjson flatbuffers v8 KWallet "
    "QKeychain td mongo olm".split()
)
# Where models that ask for a header expect functions without a real one.
HEADERS = {
    "strbuf_free": "putty/misc.h",
    "pstrdup": "utils/palloc.h",
    "palloc": "utils/palloc.h",
    "pfree": "utils/palloc.h",
    "memzero": "trezor/memzero.h",
    "xfree": "gnupg/util.h",
}
BORING = re.compile(r"^(X25519|ED25519|HKDF|MDC2)")
# A function without a secret is not looked at.
PRELUDE = (
    "extern void *any_pointer;\n"
    "extern unsigned long any_number;\n"
    "#define SECRET __attribute__((annotate(\"secret\"))) unsigned key = any_number\n"
)


def header_of(prototype):
    name = prototype["name"]
    if BORING.match(name):
        return "openssl/curve25519.h"
    return HEADERS.get(name, prototype["header"])


# ------------------------------------------------------------------------ types


def plain(kind, cpp):
    """A type that a declaration can have without the library's own types."""
    kind = kind.replace("struct __va_list_tag *", "__builtin_va_list")
    kind = re.sub(r"\b(_Nonnull|_Nullable)\b", "", kind).strip()
    kind = re.sub(r"\b_Bool\b", "bool", kind) if cpp else kind
    if "(*" in kind or "(^" in kind or "<" in kind or "(" in kind:
        return "void *"
    base = re.sub(r"\b(const|volatile|restrict|__restrict)\b|[*&]", "", kind).strip()
    if check.INTEGER.match(base) and "enum" not in base:
        return kind
    if base in ("void", "float", "double", "long double", "_Bool", "bool", "__builtin_va_list"):
        return kind
    if cpp and re.match(r"^const (class |struct )?\w+ &$", kind):
        return kind  # a signature may ask for it
    if base.startswith("enum") or not re.search(r"[*&]", kind):
        return "int" if base.startswith("enum") else "void *"
    return "void *" if cpp else re.sub(r"\b(class|enum) ", "struct ", struct_type(kind))


def struct_type(kind):
    """`BIO *` of an anonymous struct as `struct BIO *`."""
    words = [
        w
        for w in re.findall(r"\w+", kind)
        if w not in ("const", "volatile", "restrict", "__restrict")
    ]
    if len(words) == 1 and words[0] not in ("void",):
        return re.sub(rf"\b{words[0]}\b", f"struct {words[0]}", kind)
    return kind


def value(kind):
    if kind == "__builtin_va_list":
        return "*(__builtin_va_list *)any_pointer"
    if "&" in kind:
        return f"*({kind.replace('&', '*')})any_pointer"
    if "*" in kind or "[" in kind:
        return f"({kind})any_pointer"
    return f"({kind})any_number"


# ------------------------------------------------------------------------- calls


def unique(prototypes, cpp):
    seen = set()
    for one in prototypes:
        params = tuple(plain(p["type"], cpp) for p in one["params"])
        if (one["name"], params) not in seen:
            seen.add((one["name"], params))
            yield one, params


def c_result(one):
    return plain(one["result"], False)


def write_c(folder, stem, prototypes):
    """One header for each real one, and a source that calls everything."""
    headers, calls = collections.defaultdict(list), []
    names = set()
    for one, params in unique(prototypes, False):
        name = one["name"]
        if name in names:
            continue
        names.add(name)
        rest = ", ..." if one.get("variadic") and params else ""
        listed = ", ".join(params) or "void"
        if not one.get("builtin"):
            declaration = f"{c_result(one)} {name}({listed}{rest});"
            headers[header_of(one)].append(declaration)
        more = ", any_pointer" if rest else ""
        arguments = ", ".join(map(value, params))
        calls.append(f"void use_{name}(void) {{ SECRET; {name}({arguments}{more}); }}")
    text = PRELUDE
    for header, lines in sorted(headers.items()):
        path = folder / stem / header
        path.parent.mkdir(parents=True, exist_ok=True)
        structs = sorted(set(re.findall(r"(?:struct|union) \w+", "\n".join(lines))))
        forward = "".join(f"{s};\n" for s in structs)
        path.write_text(forward + "\n".join(lines) + "\n")
        text += f'#include "{stem}/{header}"\n'
    (folder / f"{stem}.c").write_text(text + "\n".join(calls) + "\n")


class Scope:
    def __init__(self):
        self.members, self.scopes = [], {}

    def of(self, path):
        scope = self
        for part in path:
            scope = scope.scopes.setdefault(part, Scope())
        return scope

    def text(self, name="", depth=0):
        inner = "".join(f"{line}\n" for line in self.members)
        # Namespaces last: classes may be needed by their functions.
        for key, scope in self.scopes.items():
            kind = "namespace" if key in NAMESPACES else "struct"
            end = "" if kind == "namespace" else ";"
            inner += f"{kind} {key} {{\n{scope.text(key, depth + 1)}}}{end}\n"
        return inner


def split_name(name):
    """Scopes and the last name; operators may have colons of no scope."""
    parts = name.split("::")
    return parts[:-1], parts[-1]


def write_cpp(folder, stem, prototypes):
    root, calls, forward = Scope(), [], set()
    for number, (one, params) in enumerate(unique(prototypes, True)):
        path, own = split_name(one["name"])
        listed = ", ".join(params)
        forward |= set(re.findall(r"(?:class |struct )?(\w+) &", listed))
        for kind in params:
            forward -= {"char", "int"}
        arguments = ", ".join(map(value, params))
        scope = "::".join(path)
        in_class = path and path[-1] not in NAMESPACES
        if in_class and own == path[-1]:
            root.of(path).members.append(f"{own}({listed});")
            given = f"({arguments})" if params else ""
            calls.append(f"void use_{number}() {{ SECRET; ::{scope} object{given}; }}")
            continue
        rest = ", ..." if one.get("variadic") and params else ""
        # A signature names the result too.
        same = re.match(r"^(class |struct )?\w+ &$", one["result"])
        result = one["result"] if same else "void *"
        member = f"{result} {own}({listed}{rest});"
        if member in root.of(path).members:
            continue
        root.of(path).members.append(member)
        if in_class:
            call = f"((::{scope} *)any_pointer)->{own}({arguments})"
        else:
            call = f"::{one['name']}({arguments})"
        calls.append(f"void use_{number}() {{ SECRET; {call}; }}")
    text = PRELUDE + "".join(
        f"struct {name};\n" for name in sorted(forward - NAMESPACES)
        if name not in ("char", "int", "long", "void", "bool", "short")
    )
    (folder / f"{stem}.cpp").write_text(text + root.text() + "\n".join(calls) + "\n")


CHECKED = "memcpy memmove memset strcpy strncpy strcat strncat snprintf sprintf vsnprintf"


def builtin_forms(found):
    """The compiler's own forms, which nothing declares: only their calls."""
    for one in found:
        if one["name"] in CHECKED.split():
            form = check.checked_form(one)
            form["name"] = f"__builtin___{one['name']}_chk"
            form["builtin"] = True
            yield form


def write_calls(folder, prototypes_folder):
    folder.mkdir(parents=True, exist_ok=True)
    for file in sorted(prototypes_folder.glob("*.json")):
        found = [json.loads(line) for line in file.read_text().splitlines()]
        text = file.read_text()
        in_cpp = "::" in text
        if file.stem == "libc":
            found += builtin_forms(found)
        plain_c = [one for one in found if not in_cpp]
        methods = [one for one in found if in_cpp]
        if plain_c:
            write_c(folder, file.stem, plain_c)
        if methods:
            write_cpp(folder, file.stem, methods)


# -------------------------------------------------------------------------- rows


class Row:
    """A function of the tables with a prototype that fits what they say."""

    def __init__(self, prototype, at, extent, expects):
        self.prototype, self.at, self.extent = prototype, at, extent
        self.params = [plain(p["type"], False) for p in prototype["params"]]
        self.expects = expects

    def arguments(self, secret, length):
        values = []
        for i, kind in enumerate(self.params):
            if i == self.at:
                values.append(secret)
            elif i == self.extent:
                values.append(length)
            elif check.is_integer(kind):
                values.append("0")
            else:
                values.append(value(kind))
        if self.prototype.get("variadic") and self.at == len(self.params):
            values.append(secret)
        return ", ".join(values)

    def call(self, secret, length="sizeof key"):
        return f"{self.prototype['name']}({self.arguments(secret, length)})"

    def declaration(self):
        rest = ", ..." if self.prototype.get("variadic") else ""
        listed = ", ".join(self.params) or "void"
        result = plain(self.prototype["result"], False)
        return f"{result} {self.prototype['name']}({listed}{rest});"


def rows_of(witnesses, prototypes, table):
    """Rows of a table: name, prototype and positions, corrected."""
    for row, name, cell, extent in witnesses.table(table):
        for one in prototypes.by_name.get(name, []):
            if "::" in name:
                continue
            yield row, one, check.numbers(cell), extent


def whole_wipes(row, one, at, extent):
    kinds = [p["type"] for p in one["params"]]
    return (
        len(at) == 1
        and 0 <= at[0] < len(kinds)
        and str(extent).isdigit()
        and int(extent) < len(kinds)
        and check.is_integer(kinds[int(extent)])
        and re.search(r"\bvoid\b|char", kinds[at[0]])
        and not re.search(r"\*\s*\*", kinds[at[0]])
        and re.match(r"(wipe|ELIDABLE)", row["notes"])
        and not re.search(r"free|old block", row["notes"])
        and (len(kinds) == int(extent) + 1 or re.search(r"arg2", row["notes"]))
    )


def wiper_cases(witnesses, prototypes):
    for row, one, at, extent in rows_of(witnesses, prototypes, "wipers"):
        if not whole_wipes(row, one, at, extent):
            continue
        case = Row(one, at[0], int(extent), None)
        name = one["name"]
        elidable = row["notes"].startswith("ELIDABLE")
        mark = " // EXPECT: secret-elidable-zeroization" if elidable else ""
        size = "8" if "wchar" in row["notes"] else "sizeof key"
        half = "4" if "wchar" in row["notes"] else "sizeof key / 2"
        yield case, (
            f"int whole_{name}(void) {{\n  [[secret]] unsigned char key[32];\n"
            f"  int rc = fill_key(key, sizeof key);\n"
            f"  {case.call('(void *)key', size)};{mark}\n  return rc;\n}}\n"
            f"int half_{name}(void) {{\n  [[secret]] unsigned char key[32];\n"
            f"  int rc = fill_key(key, sizeof key);\n"
            f"  {case.call('(void *)key', half)};"
            f" // EXPECT: secret-partial-zeroization\n  return rc;\n}}\n"
        )


SINK_CHECKS = {
    "immutable": "secret-immutable-copy",
    "interned": "secret-immutable-copy",
    "cow": "secret-immutable-copy",
}
EXPOSED = {"env": "secret-exposure", "argv": "secret-exposure", "log": "secret-exposure"}


def sink_cases(witnesses, prototypes):
    for row, one, at, _ in rows_of(witnesses, prototypes, "immutable"):
        kind = witnesses.wrong.get(("immutable", one["name"], "kind"), row["kind"])
        mark = SINK_CHECKS.get(kind) or EXPOSED.get(kind)
        at = [p for p in at if p < len(one["params"])]
        if not mark or not at or at[0] < 0:
            continue
        kind = one["params"][at[0]]["type"]
        if not re.search(r"char|void|short", kind) or re.search(r"\*\s*(const)?\s*\*", kind):
            continue
        if re.search(r"lookup|pointer kept|stores the pointer|external|key serial", row["notes"]):
            continue
        case = Row(one, at[0], None, mark)
        name = one["name"]
        yield case, (
            f"void copies_{name}([[secret]] const char *key) {{\n"
            f"  {case.call('(void *)key')}; // EXPECT: {mark}\n}}\n"
            f"void public_{name}(const char *key) {{\n"
            f"  {case.call('(void *)key')};\n}}\n"
        )


def source_cases(witnesses, prototypes):
    for row, one, at, _ in rows_of(witnesses, prototypes, "sources"):
        if len(at) != 1 or not 0 <= at[0] < len(one["params"]):
            continue
        kind = one["params"][at[0]]["type"]
        if re.search(r" in\b|pass\w* in|exclude|const ", row["notes"] + kind) or re.search(
            r"\*\s*\*", kind
        ):
            continue
        if not re.search(r"char|void", kind):
            continue
        case = Row(one, at[0], None, None)
        name = one["name"]
        yield case, (
            f"void arrives_{name}(void) {{\n"
            f"  [[secret]] unsigned char key[64]; // EXPECT: secret-missing-zeroization\n"
            f"  {case.call('(void *)key')}; // ALLOW: secret-hidden-copy\n}}\n"
        )


def write_rows(folder, prototypes_folder, tables):
    """One source for each table and function, so that names never collide."""
    prototypes = check.Prototypes(prototypes_folder)
    witnesses = check.Witnesses(tables)
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for table, cases in (
        ("wipers", wiper_cases),
        ("immutable", sink_cases),
        ("sources", source_cases),
    ):
        # Functions of one name with other parameters go to another source.
        sources = collections.defaultdict(dict)
        for case, text in cases(witnesses, prototypes):
            name = case.prototype["name"]
            turn = 0
            while name in sources[turn] and sources[turn][name][0] != case.declaration():
                turn += 1
            sources[turn].setdefault(name, (case.declaration(), text))
        for turn, found in sources.items():
            text = PRELUDE + "int fill_key(void *p, unsigned long n);\n"
            declarations = "\n".join(d for d, _ in found.values())
            structs = sorted(set(re.findall(r"(?:struct|union) \w+", declarations)))
            text += "".join(f"{s};\n" for s in structs) + declarations + "\n"
            text += "".join(t for _, t in found.values())
            (folder / f"{table}{turn}.c").write_text(text)
            count += len(found)
    return count


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--prototypes", type=pathlib.Path, required=True)
    parser.add_argument("--tables", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    arguments = parser.parse_args()
    write_calls(arguments.out / "calls", arguments.prototypes)
    count = write_rows(arguments.out / "rows", arguments.prototypes, arguments.tables)
    print(f"{count} rows")
    return 0


if __name__ == "__main__":
    sys.exit(main())
