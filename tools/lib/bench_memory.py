#!/usr/bin/env python3
# ===- bench_memory.py - Peak memory of workers against clang -------------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===---------------------------------------------------------------------===//
"""bench_memory.py AUDIT CLANG FOLDER FILE... -- FLAGS

For each file, the peak resident memory of an audit's `summarize`, against clang
-fsyntax-only with the same command.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys


def peak(command, folder):
    """MiB, and the exit code."""
    child = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(child.pid, 0)
    return usage.ru_maxrss / 1024, status


def of_file(audit, clang, work, job_file):
    job = json.loads(job_file.read_text())
    result = work / "results" / job_file.name
    ours, failed = peak([audit, "summarize", job_file, result], work)
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
    plan = [audit, "plan", "--quiet", "--no-cache", f"--work-dir={work}"]
    subprocess.run([*plan, *sys.argv[4:]], check=True)
    rows = sorted(
        of_file(audit, clang, work, job) for job in (work / "jobs").iterdir()
    )
    for ratio, ours, theirs, name in rows[-3:]:
        print(f"{name}: {ours:.0f} MiB, clang {theirs:.0f} MiB, ratio {ratio:.2f}")
    print(
        f"{len(rows)} files: median ratio {rows[len(rows) // 2][0]:.2f},"
        f" largest {rows[-1][0]:.2f}"
    )


main()
