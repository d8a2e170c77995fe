#!/usr/bin/env python3
# ===- bench_link.py - What linking many units costs ----------------------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===---------------------------------------------------------------------===//
"""bench_link.py AUDIT FOLDER N FILE... -- FLAGS

Time and peak memory of `secret-audit link` over the summaries of N units, which
multiply_summaries.py makes of those of the files, and again when nothing has
changed.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).parent
OPTIONS = ["--no-cache", "--optimizer=off"]


def analyse(audit, work, files):
    """The work folder of an audit of the files. It may report something."""
    rounds = "--link-rounds=1"
    command = [audit, "--quiet", *OPTIONS, rounds, f"--work-dir={work}", *files]
    done = subprocess.run(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    if done.returncode not in (0, 1):
        sys.exit(f"bench_link.py: the audit of the files failed ({done.returncode})")


def plan(audit, project, work, count):
    run = [sys.executable, HERE / "make_database.py", count, project]
    subprocess.run(run, check=True)
    command = [audit, "plan", "-p", project, "--root", project, "--work-dir", work]
    subprocess.run([*command, *OPTIONS, "--link-rounds=8"], check=True)


def size_of(folder):
    return sum(file.stat().st_size for file in pathlib.Path(folder).glob("*"))


def link(audit, work):
    """Wall and CPU seconds, and MiB."""
    begin = time.monotonic()
    child = subprocess.Popen([audit, "link", "--quiet", "--work-dir", work])
    _, status, usage = os.wait4(child.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit("bench_link.py: the link failed")
    wall = time.monotonic() - begin
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    audit, folder, count = sys.argv[1:4]
    shutil.rmtree(folder, ignore_errors=True)
    few, project = os.path.join(folder, "few"), os.path.join(folder, "project")
    many = os.path.join(folder, "many")
    os.makedirs(folder)
    analyse(audit, few, sys.argv[4:])
    plan(audit, project, many, count)
    run = [sys.executable, HERE / "multiply_summaries.py", few, many, count]
    subprocess.run(run, check=True)
    print(f"{count} units, {size_of(os.path.join(many, 'summaries')) >> 20} MiB")
    for name in ("first link", "nothing changed"):
        wall, cpu, peak = link(audit, many)
        print(f"{name}: {wall:.1f} s, {cpu:.1f} s of CPU, {peak:.0f} MiB")
    shutil.rmtree(folder)


main()
