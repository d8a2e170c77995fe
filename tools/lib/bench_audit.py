#!/usr/bin/env python3
# ===- bench_audit.py - What an audit costs -------------------------------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===---------------------------------------------------------------------===//
"""Hold secret-audit against run-clang-tidy with the same plugin.

User and system CPU of all processes, with two workers, of: run-clang-tidy;
secret-audit with an empty cache; again, with nothing changed; with one changed
source; and from a copy of the project in another folder, with the same cache.
The project is the folder of a compile_commands.json, all of whose paths are in
--root. The outputs of secret-audit must be equal.
"""

import argparse
import json
import os
import pathlib
import resource
import shutil
import subprocess
import sys


def cpu(command, output, **how):
    """CPU seconds of a command, whose output goes to a file."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with open(output, "wb") as out, open(f"{output}.err", "wb") as err:
        code = subprocess.run(command, stdout=out, stderr=err, **how).returncode
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = sum(getattr(after, name) - getattr(before, name)
                  for name in ("ru_utime", "ru_stime"))
    return seconds, code


class Bench:
    def __init__(self, arguments):
        self.arguments = arguments
        self.work = pathlib.Path(arguments.work)
        self.cache = self.work / "cache"
        self.cold = None

    def audit(self, name, root, database):
        report = self.work / f"{name}.json"
        command = [self.arguments.audit, "-p", str(database), "--root", str(root), "-j2",
                   "--cache-dir", str(self.cache), f"--output=json:{report}"]
        seconds, code = cpu(command, self.work / name)
        if code not in (0, 1):
            sys.exit(f"secret-audit ended with {code}, see {self.work}/{name}.err")
        return seconds, report.read_bytes()

    def show(self, name, seconds):
        ratio = f", {seconds / self.cold:.4f} of cold" if self.cold else ""
        print(f"{name}: {seconds:.2f} s{ratio}", flush=True)

    def tidy(self, database):
        command = [self.arguments.run_tidy, "-quiet", "-j2", "-p", str(database),
                   f"-clang-tidy-binary={self.arguments.tidy}",
                   f"-load={self.arguments.plugin}", "-checks=-*,secret-*"]
        return cpu(command, self.work / "tidy")[0]

    def copy(self, root, database):
        other = self.work / "checkout"
        shutil.rmtree(other, ignore_errors=True)
        shutil.copytree(root, other, symlinks=True)
        where = other / database.relative_to(root)
        text = (where / "compile_commands.json").read_text()
        (where / "compile_commands.json").write_text(text.replace(str(root), str(other)))
        return other, where

    def run(self):
        database = pathlib.Path(self.arguments.database).resolve()
        root = pathlib.Path(self.arguments.root or database).resolve()
        entries = json.loads((database / "compile_commands.json").read_text())
        print(f"{len(entries)} commands")
        shutil.rmtree(self.cache, ignore_errors=True)
        seconds, cold = self.audit("cold", root, database)
        self.show("secret-audit, cold", seconds)
        peer = self.tidy(database)
        print(f"run-clang-tidy: {peer:.2f} s; secret-audit is {seconds / peer:.3f} of it")
        self.cold = seconds
        seconds, warm = self.audit("warm", root, database)
        self.show("warm, unchanged", seconds)
        other, where = self.copy(root, database)
        seconds, fresh = self.audit("fresh", other, where)
        self.show("another checkout, same cache", seconds)
        changed = other / pathlib.Path(
            os.path.join(entries[0]["directory"], entries[0]["file"])).relative_to(root)
        changed.write_text(changed.read_text() + "\n/* changed */\n")
        seconds, _ = self.audit("changed", other, where)
        self.show("one changed source", seconds)
        if cold != warm or cold != fresh:
            sys.exit("the outputs differ")
        size = sum(path.stat().st_size for path in self.cache.iterdir())
        print(f"cache: {size / 1e6:.1f} MB")


def main():
    parser = argparse.ArgumentParser()
    for name in ("audit", "plugin", "tidy", "run-tidy", "work", "database", "root"):
        parser.add_argument(f"--{name}", default="")
    Bench(parser.parse_args()).run()


main()
