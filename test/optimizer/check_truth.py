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
measured: the table shows where they differ. A verdict that disagrees fails. Where a
line ends with `// true: R` or `// true: K`, that is what must be said from -O1 on
(of Clang, from -O2 on), whatever the code looks like.

With --build, the first compiler is one that secret-audit asks itself.
"""

import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys

GONE = {"removed", "promoted", "not emitted"}
LEFT = {"kept", "partial", "shortened"}
EITHER = {"unknown", "merged"}
# For zeroize.h, which has the macros.
INCLUDE = f"-I{pathlib.Path(__file__).resolve().parent / 'Inputs'}"
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


def plain(text):
    """Without the macro ZEROIZE around zeroizations."""
    while found := re.search(r"(?<!define )\bZEROIZE\(", text):
        end, depth = found.end(), 1
        while depth:
            depth += {"(": 1, ")": -1}.get(text[end], 0)
            end += 1
        text = text[: found.start()] + text[found.end() : end - 1] + text[end:]
    return text


def ask_build(audit, flags, source, compiler, folder):
    """What secret-audit says of a build with that compiler."""
    file = folder / f"plain{source.suffix}"
    file.write_text(plain(source.read_text()))
    command = {"file": str(file), "directory": str(folder),
               "arguments": [*compiler, *flags, "-c", str(file)]}
    (folder / "compile_commands.json").write_text(json.dumps([command]))
    return run(audit, "--quiet", "--dump-evidence", "-p", str(folder))


def verdicts(printed, source, wanted):
    """Name of a function -> the first verdict on it by that compiler."""
    names = lines_of(source)
    result = {}
    for text in printed.splitlines():
        found = VERDICT.match(text)
        if found and int(found[1]) in names and f", {wanted} " in text:
            result.setdefault(names[int(found[1])], found[2])
    return result


def truths(source):
    """What comments behind functions say is true of optimized code."""
    pattern = re.compile(r"\b(t_\w+)\(.*// true: ([RK])")
    return {m[1]: m[2] for m in pattern.finditer(source.read_text())}


def promised(source):
    """What comments behind functions say of the rules, and was published."""
    pattern = re.compile(r"\b(t_\w+)\(.*// model: (\w+), insecure: (\d+)")
    return {m[1]: (m[2], m[3]) for m in pattern.finditer(source.read_text())}


def reported(audit, source):
    """The functions on whose lines the rules report a zeroization."""
    names = lines_of(source)
    printed = run(audit, "--quiet", "--optimizer=off",
                  "--checks=secret-elidable-zeroization", str(source), "--",
                  "-w", "-DTAGGED", INCLUDE)
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


def compare(said, differs, is_unseen, true):
    if true:
        return None if said in (GONE if true == "R" else LEFT) else f"said {said}"
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
    parser.add_argument("--build", action="store_true")
    parser.add_argument("--minimum", type=int, default=0)
    parser.add_argument("sources", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    wrong, total = [], 0
    counts = collections.Counter()
    table = {}
    for source in options.sources:
        unseen = {n for n, (model, _) in promised(source).items() if model == "unseen"}
        known = truths(source)
        # Clang deletes few stores before -O2.
        unsure = ("-O0",) if options.build else ("-O0", "-O1")
        for level in LEVELS:
            flags = [level, "-fno-asynchronous-unwind-tables", INCLUDE]
            if options.build:
                flags.append("-fno-ipa-icf")  # functions would jump to their like
            asked = [level, "-w", "-DTAGGED", INCLUDE]
            if options.build:
                printed = ask_build(options.audit, asked, source,
                                    options.compiler[0].split(), options.folder)
            else:
                printed = run(options.audit, "--quiet", "--dump-evidence", str(source),
                              "--", *asked)
            said = verdicts(printed, source, "gcc" if options.build else "clang")
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
                                      name in unseen,
                                      known.get(name) if level not in unsure else None)
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
