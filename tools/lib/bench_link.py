#!/usr/bin/env python3
# ===- bench_link.py - What linking many units costs ----------------------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===---------------------------------------------------------------------===//
"""bench_link.py AUDIT FOLDER N

Time and peak memory of `secret-audit link` over N generated units, and again
when nothing has changed. The units are analysed first, which takes long and is
not counted.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import time

GENERATOR = pathlib.Path(__file__).with_name("make_database.py")


def analyse(audit, project, work, count):
    subprocess.run([sys.executable, GENERATOR, count, project], check=True)
    plan = [audit, "plan", "-p", project, "--root", project, "--work-dir", work]
    options = ["--no-cache", "--optimizer=off", "--link"]
    subprocess.run([*plan, *options], check=True)
    subprocess.run(["ninja", "--quiet", "-C", work], check=True)


def size_of(folder):
    files = pathlib.Path(folder).rglob("*")
    return sum(file.stat().st_size for file in files if file.is_file())


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
    audit, folder, count = sys.argv[1:]
    work = os.path.join(folder, "work")
    shutil.rmtree(folder, ignore_errors=True)
    analyse(audit, os.path.join(folder, "project"), work, count)
    print(f"{count} units, {size_of(os.path.join(work, 'facts')) >> 20} MiB of facts")
    for name in ("first link", "nothing changed"):
        wall, cpu, peak = link(audit, work)
        print(f"{name}: {wall:.1f} s, {cpu:.1f} s of CPU, {peak:.0f} MiB")
    shutil.rmtree(folder)


main()
