#!/usr/bin/env python3
# ===- bench_memory.py - Peak memory of workers against clang -------------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===---------------------------------------------------------------------===//
"""bench_memory.py AUDIT CLANG FOLDER FILE... -- FLAGS

For each file, the peak resident memory of the step of an audit, as build.ninja
has it, against clang -fsyntax-only with the same command.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys


def peak(command, folder):
    """MiB, and the exit code. Of a shell, its children count too."""
    child = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(child.pid, 0)
    return usage.ru_maxrss / 1024, status


def of_file(clang, work, index, step):
    job = json.loads((work / "jobs" / f"{index}.json").read_text())
    ours, failed = peak(["sh", "-c", step], work)
    theirs, _ = peak(
        [clang, *job["command"][1:], "-fsyntax-only"], job["directory"]
    )
    if failed:
        sys.exit(f"bench_memory.py: the step of {job['file']} failed")
    return ours / theirs, ours, theirs, os.path.basename(job["file"])


def main():
    audit, clang, folder = sys.argv[1:4]
    work = pathlib.Path(folder).resolve()
    shutil.rmtree(work, ignore_errors=True)
    # The plan stays in the folder, and the results are made once more below.
    subprocess.run(
        [audit, "--quiet", "--no-cache", f"--work-dir={work}", *sys.argv[4:]],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    steps = subprocess.run(
        ["ninja", "-C", work, "-t", "commands"],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    ).stdout.splitlines()
    rows = sorted(
        of_file(clang, work, number[1], step)
        for step in steps
        if (number := re.search(r"jobs/(\d+)\.json", step))
    )
    for ratio, ours, theirs, name in rows[-3:]:
        print(f"{name}: {ours:.0f} MiB, clang {theirs:.0f} MiB, ratio {ratio:.2f}")
    print(
        f"{len(rows)} files: median ratio {rows[len(rows) // 2][0]:.2f},"
        f" largest {rows[-1][0]:.2f}"
    )


main()
