#!/usr/bin/env python3
"""Runs secret-audit as a user at a terminal does.

usage: terminal.py watch COMMAND...            prints what a terminal shows
       terminal.py interrupt WORK COMMAND...   Ctrl-C after the first step
       terminal.py terminate WORK COMMAND...   SIGTERM to the command alone
       terminal.py link WORK COMMAND...        the same, once it links
       terminal.py logout WORK COMMAND...      SIGHUP to one that ignores it

After the first step: once there are as many results as RESULTS says, or one.
"""

import os
import pty
import signal
import subprocess
import sys
import time


def watch(command):
    master, slave = pty.openpty()
    process = subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave)
    os.close(slave)
    shown = b""
    while True:
        try:
            data = os.read(master, 4096)
        except OSError:  # how the end of a terminal reads
            break
        if not data:
            break
        shown += data
    text = shown.decode().replace("\r\n", "\n").replace("\r", "\n")
    sys.stdout.write(text.replace("\033[K", "<clear>"))
    return process.wait()


def has_finished_step(work):
    results = os.path.join(work, "results")
    wanted = int(os.environ.get("RESULTS", "1"))
    return os.path.isdir(results) and wanted <= sum(
        name.endswith(".json") for name in os.listdir(results)
    )


def is_linking(work):
    return os.path.exists(os.path.join(work, "linking"))


def stop(work, command, is_time, send):
    process = subprocess.Popen(command, start_new_session=True)
    for _ in range(600):
        if is_time(work) or process.poll() is not None:
            break
        time.sleep(0.1)
    send(process.pid)
    try:
        return process.wait(timeout=60)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        raise


def interrupt(pid):
    os.killpg(pid, signal.SIGINT)


def terminate(pid):
    os.kill(pid, signal.SIGTERM)


if sys.argv[1] == "watch":
    sys.exit(watch(sys.argv[2:]))
# The process that runs the tests may ignore them, and what it starts would, too.
for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
    signal.signal(number, signal.SIG_DFL)
if sys.argv[1] == "logout":
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
how = {
    "interrupt": (has_finished_step, interrupt),
    "terminate": (has_finished_step, terminate),
    "link": (is_linking, terminate),
    "logout": (has_finished_step, lambda pid: os.killpg(pid, signal.SIGHUP)),
}[sys.argv[1]]
sys.exit(stop(sys.argv[2], sys.argv[3:], *how))
