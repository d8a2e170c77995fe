#!/usr/bin/env python3
# ===- bench_link.py - What linking many units costs ----------------------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===---------------------------------------------------------------------===//
"""bench_link.py AUDIT FOLDER N: the first `secret-audit link` of N units.

The units are generated and analysed first, which takes long and is not counted.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import time

GENERATOR = pathlib.Path(__file__).with_name("make_database.py")


def main():
    audit, folder, count = sys.argv[1:]
    work = os.path.join(folder, "work")
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run([sys.executable, GENERATOR, count, folder], check=True)
    options = ["--no-cache", "--optimizer=off", "--link-rounds=8"]
    plan = [audit, "plan", "-p", folder, "--root", folder, "--work-dir", work]
    subprocess.run([*plan, *options], check=True)
    subprocess.run(["ninja", "--quiet", "-C", work], check=True)
    exchanged = sum(
        file.stat().st_size
        for kind in ("summaries", "facts")
        for file in pathlib.Path(work, kind).glob("*")
    )
    begin = time.monotonic()
    link = subprocess.Popen([audit, "link", "--work-dir", work])
    _, status, usage = os.wait4(link.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit("bench_link.py: the link failed")
    print(
        f"{count} units, {exchanged / 2**20:.1f} MiB: {time.monotonic() - begin:.1f} s,"
        f" {usage.ru_utime + usage.ru_stime:.1f} s of CPU,"
        f" {usage.ru_maxrss / 1024:.0f} MiB"
    )


main()
