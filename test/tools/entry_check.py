# ===- entry_check.py - One model against one prototype ----------------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===---------------------------------------------------------------------===//
"""What cannot be true of a model, by the types and names of parameters."""

import pathlib
import re

from knowledge import bare, depends, is_integer, is_pointer, is_writable

EFFECTS = (
    "zeroizes releases allocates reallocates copies appends aliases views secret "
    "fills public sinks unbuffers measures counts"
).split()
# Keys of an effect that hold a position.
POSITIONS = "pointer from to of fill stream string length elements skip".split()
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
        elif verb in ("releases", "unbuffers", "measures", "counts"):
            key = {"unbuffers": "stream", "measures": "string", "counts": "of"}.get(verb, "pointer")
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
