#!/usr/bin/env python3
# ===- check_truth.py - The optimizer's verdicts against machine code -----===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===---------------------------------------------------------------------===//
"""Hold the verdicts of secret-audit --dump-evidence against machine code.

SOURCES have one function a line that zeroizes inside ZEROIZE(...). Each is
compiled as it is and with -DWITHOUT, which leaves that out. If the function has
the same stores and calls, nothing is left of the zeroization. Secrets are
tagged for secret-audit only (-DTAGGED). Compilers after the first are only
measured: the table shows where they differ. A verdict that disagrees fails.
"""

import argparse
import collections
import pathlib
import re
import subprocess
import sys

GONE = {"removed", "promoted", "not emitted"}
LEFT = {"kept", "partial", "shortened"}
EITHER = {"unknown", "merged"}
LEVELS = ("-O0", "-O1", "-O2", "-O3", "-Os")
VERDICT = re.compile(r"evidence \d+ at [^:]+:(\d+):\d+: ([a-z]+(?: emitted)?)")
# A call, or an instruction whose last operand is in memory.
WRITES = re.compile(r"^(call|jmp|rep stos)|^(?!lea|cmp|test|push|j|.*nop)\w+\s.*\)$")
SYMBOL = re.compile(r"^[0-9a-f]+ <([^>]+)>:$")


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)}: {done.stderr}")
    return done.stdout


def functions(code):
    """What each function writes and calls, without addresses and registers."""
    result = collections.defaultdict(list)
    name = None
    for line in code.splitlines():
        found = SYMBOL.match(line)
        if found:
            name = found[1]
        elif name and "\t" in line:
            text = line.split("\t", 1)[1].split("#")[0].strip()
            if WRITES.search(text) or "R_X86_64_PLT32" in text:
                text = re.sub(r"\b[0-9a-f]+ <([^>+]+)(\+0x[0-9a-f]+)?>", r"\1", text)
                text = re.sub(r"^[0-9a-f]+:|-?0x[0-9a-f]+|%\w+", "", text)
                result[name].append(text.strip())
    return result


def measure(compiler, flags, source, folder):
    """Which functions have other code without their zeroization."""
    codes = []
    for extra in ((), ("-DWITHOUT",)):
        target = folder / "object.o"
        run(*compiler, *flags, *extra, "-w", "-c", str(source), "-o", str(target))
        codes.append(functions(run("objdump", "-dr", "--no-show-raw-insn", str(target))))
    with_it, without = codes
    return {name: with_it[name] != without.get(name, []) for name in with_it}


def lines_of(source):
    """Line number -> the name of the function on it."""
    names = {}
    for number, line in enumerate(source.read_text().splitlines(), 1):
        found = re.search(r"\b(t_\w+)\(", line)
        if found and "ZEROIZE" in line:
            names[number] = found[1]
    return names


def verdicts(audit, flags, source):
    names = lines_of(source)
    result = {}
    for line, verdict in VERDICT.findall(
        run(audit, "--quiet", "--dump-evidence", str(source), "--", *flags)
    ):
        if int(line) in names:
            result.setdefault(names[int(line)], verdict)
    return result


def promised(source):
    """What comments behind functions say of the rules, and was published."""
    pattern = re.compile(r"\b(t_\w+)\(.*// model: (\w+), insecure: (\d+)")
    return {m[1]: (m[2], m[3]) for m in pattern.finditer(source.read_text())}


def reported(audit, source):
    """The functions on whose lines the rules report a zeroization."""
    names = lines_of(source)
    printed = run(audit, "--quiet", "--optimizer=off",
                  "--checks=secret-elidable-zeroization", str(source), "--", "-w", "-DTAGGED")
    lines = re.findall(r":(\d+):\d+: warning:", printed)
    return {names[int(line)] for line in lines if int(line) in names}


def check_model(audit, source, wrong):
    promises = promised(source)
    if not promises:
        return
    found = reported(audit, source)
    print(f"{'technique':34}model     published as insecure")
    for name, (model, insecure) in promises.items():
        print(f"{name:34}{model:10}{insecure} of 40")
        if (name in found) != (model == "reported"):
            wrong.append(f"{name}: not {model}")


def compare(said, differs, is_unseen):
    if said is None:
        return None if is_unseen else "no verdict"
    if is_unseen:
        return "seen after all: correct the comment"
    if said in EITHER:
        return None
    if (said in GONE) == (not differs) or (said in LEFT) == differs:
        return None
    return f"said {said}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--audit", required=True)
    parser.add_argument("--folder", type=pathlib.Path, required=True)
    parser.add_argument("--compiler", action="append", required=True)
    parser.add_argument("--minimum", type=int, default=0)
    parser.add_argument("sources", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    wrong, total = [], 0
    counts = collections.Counter()
    table = {}
    for source in options.sources:
        unseen = {n for n, (model, _) in promised(source).items() if model == "unseen"}
        for level in LEVELS:
            flags = [level, "-fno-asynchronous-unwind-tables"]
            said = verdicts(options.audit, [level, "-w", "-DTAGGED"], source)
            for index, compiler in enumerate(options.compiler):
                differs = measure(compiler.split(), flags, source, options.folder)
                for name in lines_of(source).values():
                    row = table.setdefault(name, {})
                    row[(index, level)] = "K" if differs.get(name) else "R"
                    if index:
                        continue
                    row[level] = said.get(name, "?")
                    counts[(level, row[level])] += 1
                    problem = compare(said.get(name), differs.get(name, False),
                                      name in unseen)
                    if problem:
                        wrong.append(f"{name} at {level}: {problem}, code is "
                                     f"{row[(0, level)]}")
        total += len(lines_of(source))
        check_model(options.audit, source, wrong)
    print(f"{'function':34}", *(c.split('/')[-1][:16].ljust(16) for c in options.compiler))
    for name, row in sorted(table.items()):
        print(f"{name:34}", *(
            "".join(row[(i, level)] for level in LEVELS).ljust(16)
            for i in range(len(options.compiler))))
    for (level, verdict), number in sorted(counts.items()):
        print(f"{level} {verdict}: {number}")
    print(f"{total} functions, {len(wrong)} wrong")
    print(*wrong, sep="\n")
    return bool(wrong) or total < options.minimum


sys.exit(main())
