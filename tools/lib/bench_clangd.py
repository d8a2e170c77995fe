#!/usr/bin/env python3
# ===- bench_clangd.py - What the checks cost in clangd -------------------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===---------------------------------------------------------------------===//
"""Hold secret-clangd against clangd with one trivial check.

bench_clangd.py PLAIN OURS FOLDER RUNS FILE... -- FLAGS

Both servers open each file RUNS times in turns; the smallest time until the
diagnostics count, as wall time and as CPU time of the server. Then each edits the
first file 200 times and waits for the diagnostics every time; the resident memory
after the 200th edit is held against that after the 50th.
"""

import json
import os
import pathlib
import sys
import time

sys.path.insert(
    0, str(pathlib.Path(__file__).resolve().parents[2] / "test/doors/clangd")
)
from lsp import Server  # noqa: E402

EDITS, SETTLED = 200, 50
# Both have the trivial check; secret-clangd adds its own ones.
CONFIG = "Checks: '-*,llvm-twine-local'\nInheritParentConfig: false\n"


def cpu_seconds(pid):
    """Of all its threads; those that have ended count, too."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident_kib(pid):
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    raise SystemExit("bench_clangd.py: no VmRSS")


def start(program, folder):
    return Server(
        [
            program,
            f"--compile-commands-dir={folder}",
            "--background-index=0",
            "--log=error",
        ]
    )


def prepare(folder, sources, flags):
    """The files with a database and the one setting of clang-tidy beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / source.name for source in sources]
    for source, file in zip(sources, files):
        file.write_text(source.read_text())
    database = [
        {
            "directory": str(folder),
            "file": str(file),
            "arguments": ["clang", *flags, f"-I{source.parent}", "-c", str(file)],
        }
        for source, file in zip(sources, files)
    ]
    (folder / "compile_commands.json").write_text(json.dumps(database))
    (folder / ".clang-tidy").write_text(CONFIG)
    return files


def time_open(program, folder, file):
    """Seconds until the diagnostics of a file that was just opened, and after an
    edit that changes its end: wall time and CPU time of each."""
    server = start(program, folder)
    text = file.read_text()
    times = []
    for action in (
        lambda: server.open(file),
        lambda: server.change(file, text + "\nint edited;\n"),
    ):
        wall, cpu = time.monotonic(), cpu_seconds(server.process.pid)
        action()
        found = server.diagnostics(file)
        times += [time.monotonic() - wall, cpu_seconds(server.process.pid) - cpu]
    server.stop()
    return times, sum(str(d.get("code")).startswith("secret-") for d in found)


def compare_times(programs, folder, files, runs):
    rows = []
    for file in files:
        best = {}
        for _ in range(runs):
            for name, program in programs.items():
                times, count = time_open(program, folder, file)
                best[name] = [min(pair) for pair in zip(best.get(name, times), times)]
        rows.append((file.name, best["clangd"], best["secret-clangd"], count))
    return rows


def memory(program, folder, file):
    """KiB after the 50th and after the 200th edit."""
    server = start(program, folder)
    text = file.read_text()
    server.open(file)
    server.diagnostics(file)
    sizes = []
    for edit in range(1, EDITS + 1):
        server.change(file, f"{text}\nint edited_{edit}(void) {{ return {edit}; }}\n")
        server.diagnostics(file)
        if edit in (SETTLED, EDITS):
            sizes.append(resident_kib(server.process.pid))
    server.stop()
    return sizes


def print_times(rows):
    names = ("open, wall", "open, CPU", "edit, wall", "edit, CPU")
    print(f"{'file':<24}" + "".join(f"{name:>24}" for name in names) + "  reports")
    totals = [[0.0] * 4, [0.0] * 4]
    for file, plain, ours, count in rows:
        pairs = [f"{p:.2f} {o:.2f} ({o / p:.2f})" for p, o in zip(plain, ours)]
        print(f"{file:<24}" + "".join(f"{pair:>24}" for pair in pairs) + f"  {count}")
        for total, times in zip(totals, (plain, ours)):
            total[:] = [a + b for a, b in zip(total, times)]
    ratios = [f"{o / p:.3f}" for p, o in zip(*totals)]
    print(f"{'all: ratio':<24}" + "".join(f"{ratio:>24}" for ratio in ratios))


def main():
    split = sys.argv.index("--")
    plain, ours, folder, runs, *names = sys.argv[1:split]
    programs = {"clangd": plain, "secret-clangd": ours}
    folder = pathlib.Path(folder).resolve()
    sources = [pathlib.Path(name).resolve() for name in names]
    files = prepare(folder, sources, sys.argv[split + 1 :])
    print_times(compare_times(programs, folder, files, int(runs)))
    growth = {}
    for name, program in programs.items():
        settled, end = memory(program, folder, files[0])
        growth[name] = end / settled
        print(
            f"{name}: {settled / 1024:.0f} MiB after {SETTLED} edits,"
            f" {end / 1024:.0f} MiB after {EDITS}, ratio {end / settled:.3f}"
        )
    more = growth["secret-clangd"] - growth["clangd"]
    print(f"grown by {100 * more:.1f} % more than clangd")


if __name__ == "__main__":
    main()
