#!/usr/bin/env python3
# ===- faults.py - Audits that lose workers or disk space -----------------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===---------------------------------------------------------------------===//
"""faults.py kill SEED ROUNDS AUDIT ARGUMENTS
   faults.py disk AUDIT ARGUMENTS

`kill` kills one process at a random moment of each round: a step, the shell
around it, or in every fourth round ninja. `disk` gives the audit work folders of
all sizes from too small for anything to large enough; it needs a mount
namespace of its own. Each time either the report is that of an undisturbed run,
or the exit code is 2 or 3, what is wrong is said in plain lines, and of each
file either all findings are there or the file is named as not analysed.
"""

import os
import pathlib
import random
import re
import signal
import subprocess
import sys
import tempfile
import time

FAILED = re.compile(r"^(?:secret-audit: )?(\S+): not analysed completely: (.*)$")
REASONS = re.compile(
    r"the analysis was killed; was there enough memory\?"
    r"|the step was killed or could not write its result; run the audit again"
    r"|the audit was interrupted"
    r"|.*No space left on device.*"
)


def start(command):
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def findings(text):
    """The findings of each file, each with its notes."""
    files, current = {}, None
    for line in text.splitlines():
        if match := re.match(r"(\S+?):\d+:\d+: warning: ", line):
            current = files.setdefault(match[1], [])
        if current is not None:
            current.append(line)
    return files


def fault(plain, status, out, err):
    """What is wrong with a run; empty if nothing."""
    if (status, out) == (plain[0], plain[1]):
        return "" if "not analysed" not in err else "equal, but called incomplete"
    failed = dict(m.groups() for m in map(FAILED.match, err.splitlines()) if m)
    if status == 2:
        lines = err.splitlines()
        good = len(lines) == 1 and "No space left on device" in lines[0] and not out
        return "" if good else "exit code 2 without one clear line"
    if status != 3 or not failed:
        return f"exit code {status}, and no file is named"
    for file, reason in failed.items():
        if not REASONS.fullmatch(reason):
            return f"{file}: unclear: {reason}"
    ours, wanted = findings(out), findings(plain[1])
    names = {os.path.basename(file) for file in failed}
    for file, lines in wanted.items():
        if os.path.basename(file) not in names and ours.get(file) != lines:
            return f"findings of {file} are lost or wrong"
    return ""


def children(pid):
    tasks = pathlib.Path(f"/proc/{pid}/task/{pid}/children")
    try:
        return [int(child) for child in tasks.read_text().split()]
    except OSError:
        return []


def descendants(pid):
    found = []
    for child in children(pid):
        found += [child, *descendants(child)]
    return found


def victim(audit, wants_ninja, chance):
    """A process below ninja, or ninja; 0 if the audit ended before."""
    while audit.poll() is None:
        below = descendants(audit.pid)
        if below and wants_ninja:
            return below[0]
        if below[1:]:
            return chance.choice(below[1:])
        time.sleep(0.001)
    return 0


def is_running(pid):
    try:
        stat = pathlib.Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
    return stat.rsplit(")", 1)[1].split()[0] not in "ZX"


def await_end(pids, name):
    """Nobody works on once the audit has ended."""
    for _ in range(100):
        if not any(map(is_running, pids)):
            return
        time.sleep(0.1)
    sys.exit(f"{name}: processes are left")


def kill_rounds(seed, rounds, command):
    chance = random.Random(seed)
    before = time.monotonic()
    plain = judge_plain(command)
    duration = time.monotonic() - before
    killed = 0
    for number in range(rounds):
        audit = start(command)
        time.sleep(chance.random() * duration * 0.8)
        below = []
        if pid := victim(audit, number % 4 == 3, chance):
            below = descendants(audit.pid)
            try:
                os.kill(pid, signal.SIGKILL)
                killed += 1
            except ProcessLookupError:
                pass
        report(plain, audit, f"round {number}")
        await_end(below, f"round {number}")
    print(f"{'some' if killed else 'no'} processes killed")


def disk_sizes(command):
    plain = judge_plain(command)
    kinds = set()
    with tempfile.TemporaryDirectory() as folder:
        for pages in [2, *range(4, 30, 3), 1000]:
            subprocess.run(
                ["mount", "-t", "tmpfs", "-o", f"size={pages * 4}k", "none", folder],
                check=True,
            )
            audit = start([*command[:1], f"--work-dir={folder}/w", *command[1:]])
            kinds.add(report(plain, audit, f"{pages} pages"))
            subprocess.run(["umount", folder], check=True)
    print("exit codes:", *sorted(kinds))


def judge_plain(command):
    audit = start(command)
    out, err = audit.communicate()
    if audit.returncode != 1:
        sys.exit(f"the undisturbed run: exit code {audit.returncode}\n{err}")
    return audit.returncode, out


def report(plain, audit, name):
    out, err = audit.communicate()
    if wrong := fault(plain, audit.returncode, out, err):
        print(f"{name}: {wrong}\n{out}\n{err}")
        sys.exit(1)
    return audit.returncode


if sys.argv[1] == "kill":
    kill_rounds(int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:])
else:
    disk_sizes(sys.argv[2:])
