#!/usr/bin/env python3
# ===- placements.py - Plants copies of secrets and checks what is found ---===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===---------------------------------------------------------------------===//
"""placements.py TOOL FOLDER [NUMBER [SEED [xor]]]

Writes secrets, a core file with NUMBER planted copies (whole ones and parts, in
all encodings, at borders of regions, pages and chunks and anywhere else), runs
TOOL on it, and complains of every copy that is not found and of everything that
was not planted.
"""

import base64
import json
import pathlib
import random
import string
import struct
import subprocess
import sys
import urllib.parse

PAGE = 4096
CHUNK = 1 << 20
MIN_PART = 8


def is_text(secret):
    try:
        secret.decode()
        return True
    except UnicodeDecodeError:
        return False


def wide(codec):
    def encode(secret, rng):
        text = secret.decode() if is_text(secret) else secret.decode("latin-1")
        return text.encode(codec), 0

    return encode


def base64_at(table):
    def encode(secret, rng):
        """Between other bytes, as within a longer message. Only the characters
        that the secret alone determines can be found for sure."""
        before = rng.randrange(3)
        text = base64.b64encode(
            rng.randbytes(before) + secret + rng.randbytes(2), table
        ).rstrip(b"=")
        begin = before * 8 // 6
        end = -(-(before + len(secret)) * 8 // 6)
        return text[begin:end], before

    return encode


def percent(upper):
    def encode(secret, rng):
        text = urllib.parse.quote_from_bytes(secret, safe="")
        if not upper:
            parts = text.split("%")
            text = parts[0] + "".join("%" + p[:2].lower() + p[2:] for p in parts[1:])
        return text.encode(), 0

    return encode


ENCODINGS = {
    "raw": lambda s, rng: (s, 0),
    "utf-16le": wide("utf-16-le"),
    "utf-16be": wide("utf-16-be"),
    "utf-32le": wide("utf-32-le"),
    "utf-32be": wide("utf-32-be"),
    "hex": lambda s, rng: (s.hex().encode(), 0),
    "hex (upper case)": lambda s, rng: (s.hex().upper().encode(), 0),
    "base64": base64_at(b"+/"),
    "base64url": base64_at(b"-_"),
    "percent-encoded": percent(True),
    "percent-encoded (lower case)": percent(False),
    "reversed": lambda s, rng: (s[::-1], 0),
}


def make_secrets(rng):
    letters = (string.ascii_letters + string.digits).encode()
    return {
        "binary32": rng.randbytes(32),
        "binary16": rng.randbytes(16),
        "long": rng.randbytes(700),
        "alnum": bytes(rng.choice(letters) for _ in range(24)),
        "phrase": b"Gr\xc3\xbc\xc3\x9fe & correct/horse+battery \xf0\x9f\x94\x91",
        "eight": b"x7/Kq+9?",
        "seven": b"A-b_4%z",
        "four": b"\x9fQ!\xd3",
    }


def make_memory(rng):
    """Regions of different content; some touch, most do not."""
    text = b" ".join(rng.randbytes(6).hex().encode() for _ in range(40000))
    kinds = [
        lambda n: rng.randbytes(n),
        lambda n: bytes(n),
        lambda n: (text * (n // len(text) + 1))[:n],
        lambda n: struct.pack("<16I", *range(16)) * (n // 64),
    ]
    regions = []
    address = 0x10000000
    for number in range(40):
        size = rng.choice([1, 2, 5, 64, 256, 300, 700]) * PAGE
        regions.append((address, bytearray(kinds[number % 4](size))))
        address += size + rng.choice([0, 0, PAGE, 1 << 24])
    return regions


class Memory:
    def __init__(self, regions):
        self.regions = regions
        self.taken = []

    def free(self, begin, end):
        return all(end + 64 <= b or e + 64 <= begin for b, e in self.taken)

    def inside(self, begin, end):
        at = begin
        for address, content in self.regions:
            if address <= at < address + len(content):
                at = min(end, address + len(content))
        return at == end

    def write(self, begin, copy):
        for address, content in self.regions:
            for i, byte in enumerate(copy):
                if 0 <= begin + i - address < len(content):
                    content[begin + i - address] = byte
        self.taken.append((begin, begin + len(copy)))

    def around(self, begin, end):
        return self.inside(begin - 1, begin), self.inside(end, end + 1)


def candidate_address(rng, memory, size):
    address, content = rng.choice(memory.regions)
    end = address + len(content)
    where = rng.randrange(6)
    if where == 0:
        return address
    if where == 1:
        return end - size
    if where == 2:  # Into the next region, if it touches.
        return end - rng.randrange(1, size)
    if where == 3:
        return rng.randrange(address, end) // PAGE * PAGE - rng.randrange(size + 1)
    if where == 4:
        return rng.randrange(address, end) // CHUNK * CHUNK - rng.randrange(size + 1)
    return rng.randrange(address, end)


def choose_part(rng, secret, name):
    """A part to plant, or the whole; (from, to)."""
    if len(secret) < MIN_PART or rng.random() < 0.5:
        return 0, len(secret)
    size = rng.choice([MIN_PART, MIN_PART + 1, rng.randrange(MIN_PART, len(secret) + 1)])
    size = min(size, len(secret))
    begin = rng.randrange(len(secret) - size + 1)
    # Wide forms of text are cut between characters.
    text_form = name.startswith("utf")
    if text_form and is_text(secret):
        while begin and secret[begin] & 0xC0 == 0x80:
            begin -= 1
        end = min(begin + size, len(secret))
        while end < len(secret) and secret[end] & 0xC0 == 0x80:
            end += 1
        return begin, end
    return begin, begin + size


def encode_part(secret, begin, end, name, rng):
    part = secret[begin:end]
    if name.startswith("utf") and not is_text(secret):
        return part.decode("latin-1").encode(name[:6] + "-" + name[6:]), 0
    return ENCODINGS[name](part, rng)


def plant(rng, memory, secrets, number):
    planted = []
    while len(planted) < number:
        label = rng.choice(list(secrets))
        name = rng.choice(list(ENCODINGS))
        begin, end = choose_part(rng, secrets[label], name)
        copy, _ = encode_part(secrets[label], begin, end, name, rng)
        for _ in range(50):
            at = candidate_address(rng, memory, len(copy))
            if memory.inside(at, at + len(copy)) and memory.free(at, at + len(copy)):
                memory.write(at, copy)
                planted.append((at, copy, label, name, begin, end))
                break
    return planted


def write_core(path, regions):
    header = b"\x7fELF\x02\x01\x01" + bytes(9)
    header += struct.pack("<HHIQQQIHHHHHH", 4, 62, 1, 0, 64, 0, 0, 64, 56, len(regions), 0, 0, 0)
    offset = (64 + 56 * len(regions) + PAGE - 1) // PAGE * PAGE
    table = b""
    for address, content in regions:
        size = len(content)
        table += struct.pack("<IIQQQQQQ", 1, 6, offset, address, 0, size, size, PAGE)
        offset += size
    with open(path, "wb") as out:
        out.write((header + table).ljust((64 + len(table) + PAGE - 1) // PAGE * PAGE, b"\0"))
        for _, content in regions:
            out.write(content)


def same_bytes(secret, name, other, begin, end, rng):
    if name.split()[0] == other.split()[0] or {name, other} <= {"base64", "base64url"}:
        return True
    if name.startswith("utf") and other.startswith("utf"):
        return name[:5] == other[:5]  # One byte apart, between zeros.
    part = secret[begin:end]
    return ENCODINGS[name](part, rng)[0] == ENCODINGS[other](part, rng)[0]


def explains(copy, finding, secrets, rng):
    """Whether the finding is this copy, and enough of it."""
    at, content, label, name, begin, end = copy
    if finding["secret"] != label:
        return False
    slack = 4 if name.startswith(("utf", "base64")) else 1
    address = int(finding["address"], 16)
    if address + finding["size"] < at + len(content) - 2 * slack:
        return False
    if address > at + slack:
        return False
    if not same_bytes(secrets[label], name, finding["encoding"], begin, end, rng):
        return False
    if end - begin == len(secrets[label]):
        return finding["whole"]
    return finding["from"] <= begin + 1 and finding["to"] >= end - 1


def mask(secret, rng):
    key = rng.randrange(1, 256)
    return bytes(byte ^ key for byte in secret), 0


def main():
    tool, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    number = int(sys.argv[3]) if len(sys.argv) > 3 else 1000
    rng = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else 1)
    secrets = make_secrets(rng)
    options = sys.argv[5:]
    if options == ["xor"]:
        # Short ones are found by chance: only their differences are compared.
        del secrets["seven"], secrets["four"]
        ENCODINGS["xor"] = mask
    (folder / "secrets").mkdir(parents=True, exist_ok=True)
    for label, secret in secrets.items():
        (folder / "secrets" / label).write_bytes(secret)
    memory = Memory(make_memory(rng))
    planted = plant(rng, memory, secrets, number)
    write_core(folder / "core", memory.regions)
    run = subprocess.run(
        [tool, "scan", "--core", folder / "core", "--secret", folder / "secrets",
         "--raw", "--format", "json", *("--" + option for option in options)],
        stdout=subprocess.PIPE, check=False,
    )
    findings = json.loads(run.stdout)["scans"][0]["findings"]
    missed = [c for c in planted if not any(explains(c, f, secrets, rng) for f in findings)]
    extra = [
        f for f in findings
        if not any(
            f["secret"] == c[2] and int(f["address"], 16) < c[0] + len(c[1])
            and int(f["address"], 16) + f["size"] > c[0]
            for c in planted
        )
    ]
    for at, copy, label, name, begin, end in missed:
        print(f"missed: {label} [{begin}, {end}) as {name} at {at:#x}, {len(copy)} bytes")
    for finding in extra:
        print("not planted:", finding["secret"], finding["encoding"], finding["address"], finding["size"])
    (folder / "core").unlink()
    print(f"{len(planted)} planted, {len(missed)} missed, {len(extra)} not planted")
    return bool(missed or extra or run.returncode != 1)


sys.exit(main())
