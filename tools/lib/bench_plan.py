#!/usr/bin/env python3
# ===- bench_plan.py - How planning grows with the number of files --------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===---------------------------------------------------------------------===//
"""bench_plan.py AUDIT FOLDER SIZE...: dry runs of AUDIT over generated databases.

Prints a line for each size, and the straight lines that fit the seconds best;
R2 is 1 if all points are on the line.
"""

import pathlib
import re
import shutil
import subprocess
import sys

LINE = re.compile(
    r"(\d+) files in \d+ steps; plan: \d+ files, (\d+) bytes, ([\d.]+) s; "
    r"scheduling: ([\d.]+) s"
)
GENERATOR = pathlib.Path(__file__).with_name("make_database.py")


def dry_run(audit, folder, size):
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run([sys.executable, GENERATOR, str(size), folder], check=True)
    run = subprocess.run(
        [audit, "--dry-run", "--no-cache", "--quiet", "-p", folder, f"--work-dir={folder}/work"],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    shutil.rmtree(folder)
    print(run.stdout, end="", flush=True)
    files, size, planning, scheduling = LINE.match(run.stdout).groups()
    return int(files), int(size), float(planning), float(scheduling)


def fit(xs, ys):
    """Slope, intercept and R2 of the least squares line."""
    n, mx, my = len(xs), sum(xs) / len(xs), sum(ys) / len(ys)
    slope = sum((x - mx) * (y - my) for x, y in zip(xs, ys)) / sum(
        (x - mx) ** 2 for x in xs
    )
    start = my - slope * mx
    rest = sum((y - start - slope * x) ** 2 for x, y in zip(xs, ys))
    total = sum((y - my) ** 2 for y in ys)
    return slope, start, 1 - rest / total if total else 1.0


def main():
    audit, folder, *sizes = sys.argv[1:]
    runs = [dry_run(audit, folder, int(size)) for size in sizes]
    files, size, planning, scheduling = zip(*runs)
    print(f"bytes a file: {min(map(div, size, files))} to {max(map(div, size, files))}")
    for name, seconds in (("planning", planning), ("scheduling", scheduling)):
        slope, start, r2 = fit(files, seconds)
        print(
            f"{name}: {start:.2f} s + {slope * 1000:.3f} ms a file, R2 {r2:.4f}"
        )


def div(size, files):
    return round(size / files)


main()
