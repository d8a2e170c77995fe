# ===- bench_residue.py - How fast secret-residue reads a large core -------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===---------------------------------------------------------------------===//
"""bench_residue.py TOOL FOLDER [GIB [RUNS]]

Makes a core of GIB (4) GiB in FOLDER, of the machine's own libraries, zeros and
noise, and eight secrets of which one is planted at its end. Prints the smallest
wall time of RUNS (3) alternating runs of TOOL for all secrets, and of grep for
one. Both find the planted one, or it is an error. Removes the core again.
"""

import glob
import os
import pathlib
import random
import struct
import subprocess
import sys
import time

MIB = 1 << 20
LENGTHS = (8, 12, 16, 24, 32, 48, 64, 200)


def content(rng):
    """Endless pieces of 1 MiB: of eight, five of libraries, two of zeros, one
    of noise."""
    files = sorted(glob.glob("/usr/lib/*/*.so*"))
    files = [f for f in files if os.path.isfile(f) and os.path.getsize(f) > MIB]
    if not files:
        sys.exit("bench_residue.py: no large libraries under /usr/lib")
    while True:
        for name in files:
            with open(name, "rb") as library:
                while len(piece := library.read(MIB)) == MIB:
                    kind = rng.randrange(8)
                    yield (
                        piece
                        if kind < 5
                        else rng.randbytes(MIB) if kind == 5 else bytes(MIB)
                    )


def write_core(path, gib, planted):
    size = gib << 30
    head = b"\x7fELF\x02\x01\x01" + bytes(9)
    head += struct.pack("<HHIQQQIHHHHHH", 4, 62, 1, 0, 64, 0, 0, 64, 56, 1, 0, 0, 0)
    head += struct.pack("<IIQQQQQQ", 1, 6, 4096, 0x7F0000000000, 0, size, size, 4096)
    pieces = content(random.Random(1))
    with open(path, "wb") as core:
        core.write(head.ljust(4096, b"\0"))
        for _ in range(size // MIB - 1):
            core.write(next(pieces))
        core.write(b"\n" + planted + b"\n" + bytes(MIB - len(planted) - 2))


def write_secrets(folder):
    rng = random.Random(2)
    folder.mkdir(exist_ok=True)
    for length in LENGTHS:
        text = "".join(chr(rng.randrange(33, 127)) for _ in range(length))
        (folder / f"s{length:03}").write_text(text)
    return folder / "s024"


def seconds(command, expected):
    start = time.monotonic()
    run = subprocess.run(command, capture_output=True, env={"LC_ALL": "C"})
    taken = time.monotonic() - start
    if run.returncode != expected:
        text = (run.stdout + run.stderr).decode(errors="replace")
        sys.exit(f"{command[0]} ended with {run.returncode}: {text}")
    return taken


def main():
    tool, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    gib, runs = (int(a) for a in (sys.argv[3:] + ["4", "3"][len(sys.argv) - 3 :]))
    core, secrets = folder / "bench.core", folder / "secrets"
    one = write_secrets(secrets)
    try:
        write_core(core, gib, one.read_bytes())
        scan = [tool, "scan", "--core", core, "--secret", secrets]
        grep = ["/usr/bin/grep", "-c", "-F", "-f", one, core]
        ours, theirs = [], []
        for _ in range(runs):
            theirs.append(seconds(grep, 0))
            ours.append(seconds(scan, 1))
    finally:
        core.unlink(missing_ok=True)
    print(
        f"secret-residue: {min(ours):.2f} s for {len(LENGTHS)} secrets in all forms,"
        f" grep: {min(theirs):.2f} s for one, {gib} GiB,"
        f" ratio {min(ours) / min(theirs):.2f}"
    )


main()
