#!/usr/bin/env python3
# ===- truth.py - Do the checks say what memory shows? ---------------------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===---------------------------------------------------------------------===//
"""Builds the programs of test/truth, runs each of them under secret-residue, and
compares what memory shows with what the checks report. See docs/truth.md.

The first lines of a program:
  // What it does.
  // MEMORY: clang-O0 clean, gcc-O2 residue ...   what memory shows, by build
  // AT: MOMENT         when to look, if not at the end
  // SECRET-IS: TEXT    instead of random bytes
  // WHY: ...           why the checks and memory differ
"""

import argparse
import concurrent.futures
import json
import os
import pathlib
import re
import shlex
import shutil
import string
import random
import subprocess
import sys

from libraries import LIBRARIES

HERE = pathlib.Path(__file__).resolve().parent
TRUTH = HERE.parent
BUILDS = {
    "clang-O0": ("clang", "-O0"),
    "gcc-O0": ("gcc", "-O0"),
    "clang-O2": ("clang", "-O2"),
    "gcc-O2": ("gcc", "-O2"),
}
LANGUAGES = {"c": ("c", "-std=gnu17"), "cxx": ("cpp", "-std=gnu++20")}


class Program:
    def __init__(self, path):
        self.path = path
        self.name = path.stem
        self.header = {}
        key = None
        for line in path.read_text().splitlines():
            if not line.startswith("//"):
                break
            found = re.match(r"// ([A-Z-]+): (.*)", line)
            if found:
                key = found[1]
                self.header[key] = found[2]
            elif key:
                self.header[key] += " " + line[2:].strip()
        self.memory = dict(
            entry.split() for entry in self.header.get("MEMORY", "").split(",") if entry
        )
        self.seen = {}
        self.rules = set()

    def at(self):
        return self.header.get("AT", "checkpoint:done")

    def reported(self):
        return bool(self.rules)

    def left(self):
        """Whether a build that was run leaves residue."""
        return "residue" in self.seen.values()

    def update(self):
        """Writes what was seen into the file."""
        memory = ", ".join(f"{b} {self.seen[b]}" for b in BUILDS if b in self.seen)
        lines = [
            line
            for line in self.path.read_text().splitlines()
            if not line.startswith("// MEMORY:")
        ]
        lines.insert(1, f"// MEMORY: {memory}")
        self.path.write_text("\n".join(lines) + "\n")


def run(command, **options):
    return subprocess.run(
        [str(word) for word in command],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
        check=False,
        **options,
    )


def must(command):
    done = run(command)
    if done.returncode:
        sys.exit(f"{shlex.join(map(str, command))}\n{done.stderr}")


class Suite:
    def __init__(self, options):
        self.options = options
        self.work = options.work
        self.work.mkdir(parents=True, exist_ok=True)
        self.secret = self.work / "secret"
        letters = string.ascii_letters + string.digits + "+/"
        rng = random.Random(4711)
        self.secret.write_text("".join(rng.choice(letters) for _ in range(64)))
        self.pool = concurrent.futures.ThreadPoolExecutor(2)
        self.programs = {
            language: [Program(p) for p in sorted((TRUTH / language).glob(f"*.{ext}"))]
            for language, (ext, _) in LANGUAGES.items()
            if language in options.only
        }
        self.complaints = []
        self.skipped = []

    def flags(self, language, *more):
        return [
            LANGUAGES[language][1], "-D_GNU_SOURCE", "-w", "-g1", "-pthread",
            f"-I{HERE}", f"-I{self.options.headers}", *more,
        ]

    def one_unit(self, language):
        """All programs of a language as one file: headers are parsed once."""
        programs = self.programs[language]
        lines = ['#include "truth.h"']
        includes = {
            line for p in programs for line in p.path.read_text().splitlines()
            if line.startswith("#include <")
        }
        lines += sorted(includes)
        entries = []
        for p in programs:
            name = "t_" + p.name.replace("-", "_")
            if language == "c":
                lines += [f"#define run {name}", f'#include "{p.path}"', "#undef run"]
                entries.append((p.name, name))
            else:
                lines += [f"namespace {name} {{", f'#include "{p.path}"', "}"]
                entries.append((p.name, f"{name}::run"))
        extern = "extern const struct truth_program truth_programs[];"
        lines.append("struct truth_program { const char *name; void (*run)(void); };")
        lines.append(f'extern "C" {{ {extern} }}' if language == "cxx" else extern)
        lines.append("const struct truth_program truth_programs[] = {")
        lines += [f'  {{"{name}", {function}}},' for name, function in entries]
        lines.append("  {0, 0}};")
        path = self.work / f"all.{LANGUAGES[language][0]}"
        path.write_text("\n".join(lines) + "\n")
        return path

    def compiler(self, kind, language):
        command = shlex.split(self.options.clang if kind == "clang" else self.options.gcc)
        if language == "cxx" and kind == "clang":
            command.append("--driver-mode=g++")
        elif language == "cxx":
            command[0] = command[0].replace("gcc", "g++")
        return command

    def build(self, language, build):
        kind, level = BUILDS[build]
        support = self.work / f"support-{build}-{language}.o"
        must([*self.compiler(kind, "c"), *self.flags("c"), "-O1", "-c", HERE / "support.c", "-o", support])
        program = self.work / f"truth-{build}-{language}"
        # Bound at the start, as below: lazy binding saves vector registers on the stack.
        must([*self.compiler(kind, language), *self.flags(language, "-DTRUTH_BUILD"), level,
              self.work / f"all.{LANGUAGES[language][0]}", support, "-Wl,-z,now", "-o", program])
        return program

    def look(self, program, binary, build, arguments=()):
        secret = self.secret
        if "SECRET-IS" in program.header:
            secret = self.work / f"secret-{program.name}"
            secret.write_text(program.header["SECRET-IS"])
        done = run(
            [self.options.tool, "run", "--secret", secret, "--at", program.at(),
             "--format", "json", "-o", self.work / f"{program.name}-{build}.json",
             "-j1", "--", binary, *arguments],
            env={**os.environ, "TRUTH_SECRET": str(self.secret), "LD_BIND_NOW": "1"},
        )
        if done.returncode not in (0, 1):
            self.complaints.append(f"{program.name} ({build}) could not be looked into: {done.stderr.strip()}")
            return
        program.seen[build] = self.verdict(self.work / f"{program.name}-{build}.json")

    @staticmethod
    def verdict(report):
        """What is left in memory. Which vector registers the C library's memcpy
        leaves a copy in depends on the processor, so registers do not count."""
        scans = json.loads(report.read_text())["scans"]
        places = [finding["place"]["kind"] for scan in scans for finding in scan["findings"]]
        return "residue" if any(kind != "register" for kind in places) else "clean"

    def run_builds(self):
        jobs = []
        for language, programs in self.programs.items():
            self.one_unit(language)
            for build in self.options.builds:
                jobs.append((self.pool.submit(self.build, language, build), programs, build))
        looks = []
        for job, programs, build in jobs:
            binary = job.result()
            looks += [self.pool.submit(self.look, p, binary, build, [p.name]) for p in programs]
        for look in looks:
            look.result()

    def ask_checks(self, source, flags, programs):
        done = run([*shlex.split(self.options.tidy), "--quiet", "--checks=-*,secret-*",
                    "--header-filter=.*", source, "--", *flags])
        by_path = {str(p.path): p for p in programs}
        for path, rule in re.findall(r"^(\S+?):\d+:\d+: warning: .* \[(secret-[a-z-]+)", done.stdout, re.M):
            if path in by_path:
                by_path[path].rules.add(rule)
        errors = re.findall(r"^.* error: .*$", done.stdout + done.stderr, re.M)
        if errors:
            self.complaints.append(f"{source.name} does not parse: {errors[0]}")

    def run_checks(self):
        jobs = [
            self.pool.submit(
                self.ask_checks, self.work / f"all.{LANGUAGES[language][0]}",
                self.flags(language), programs,
            )
            for language, programs in self.programs.items()
        ]
        for job in jobs:
            job.result()

    def run_libraries(self):
        """Programs of the C APIs of interpreters, where they are installed."""
        for library in LIBRARIES if "libraries" in self.options.only else ():
            programs = [Program(p) for p in sorted((TRUTH / "libraries").glob(library.pattern))]
            flags = library.flags()
            if flags is None:
                self.skipped.append(f"{library.name} is not installed ({library.package}): "
                                    f"{len(programs)} programs skipped")
                continue
            for program in programs:
                self.run_library(program, flags)
            self.programs.setdefault("libraries", []).extend(programs)

    def run_library(self, program, flags):
        compile_flags, link_flags = flags
        for build in self.options.builds:
            kind, level = BUILDS[build]
            binary = self.work / f"{program.name}-{build}"
            must([*self.compiler(kind, "c"), *self.flags("c", "-DTRUTH_BUILD"), level,
                  *compile_flags, program.path, HERE / "one.c", HERE / "support.c",
                  "-Wl,-z,now", "-o", binary, *link_flags])
            self.look(program, binary, build, ["the-one"])
        self.ask_checks(program.path, [*self.flags("c"), *compile_flags], [program])

    def everything(self):
        return [p for programs in self.programs.values() for p in programs]

    def judge(self):
        agreed = explained = 0
        for p in self.everything():
            for build, seen in p.seen.items():
                if not self.options.any_memory and p.memory.get(build, seen) != seen:
                    self.complaints.append(f"{p.path.name} ({build}): memory shows {seen}, the file says {p.memory[build]}")
            left = "residue" in {**p.memory, **p.seen}.values()
            if p.reported() == left:
                agreed += 1
                if "WHY" in p.header:
                    self.complaints.append(f"{p.path.name}: the checks and memory agree, but it says why they differ")
                continue
            what = f"the checks are {'not silent' if p.reported() else 'silent'}, memory shows {'residue' if left else 'nothing'}"
            if "WHY" in p.header:
                explained += 1
                print(f"{p.path.name}: {what}: {p.header['WHY']}")
            else:
                self.complaints.append(f"{p.path.name}: {what}")
        return agreed, explained

    def table(self):
        for p in self.everything():
            seen = " ".join(f"{p.seen.get(b, '-'):8}" for b in BUILDS)
            print(f"{p.path.name:32} {seen} {' '.join(sorted(p.rules)) or 'silent'}")


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tool", required=True, help="secret-residue")
    parser.add_argument("--tidy", required=True, help="clang-tidy with the plugin")
    parser.add_argument("--clang", required=True)
    parser.add_argument("--gcc", default="gcc-12")
    parser.add_argument("--headers", required=True, type=pathlib.Path)
    parser.add_argument("--work", required=True, type=pathlib.Path)
    parser.add_argument("--only", nargs="+", default=["c", "cxx", "libraries"])
    parser.add_argument("--any-memory", action="store_true",
                        help="with compilers that the programs' MEMORY lines are not about")
    parser.add_argument("--update", action="store_true", help="write what is seen into the programs")
    parser.add_argument("--table", action="store_true")
    o = parser.parse_args()
    o.builds = list(BUILDS)
    if not shutil.which(shlex.split(o.gcc)[0]):
        print(f"{o.gcc} is not installed: its builds are skipped")
        o.builds = [b for b in o.builds if BUILDS[b][0] != "gcc"]
    return o


def main():
    suite = Suite(options())
    suite.run_builds()
    suite.run_checks()
    suite.run_libraries()
    if suite.options.update:
        for p in suite.everything():
            p.update()
            p.__init__(p.path)
        return 0
    if suite.options.table:
        suite.table()
    agreed, explained = suite.judge()
    for line in suite.skipped + suite.complaints:
        print(line)
    total = len(suite.everything())
    print(f"{total} programs, {len(suite.options.builds)} builds: checks and memory agree on {agreed}"
          f" ({100 * agreed // max(total, 1)}%), {explained} differences explained,"
          f" {len(suite.complaints)} complaints")
    return bool(suite.complaints)


sys.exit(main())
