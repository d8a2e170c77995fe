#!/usr/bin/env python3
# ===- check_labels.py - CodeChecker's labels against the rules -----------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===---------------------------------------------------------------------===//
"""Print where the labels of ROOT/checks/codechecker differ from Rules.def."""

import json
import pathlib
import re
import sys

ROW = re.compile(
    r'^SECRET_RULE\(\s*(\w+),\s*"(secret-[a-z-]+)",\s*\w+,\s*"([0-9.]+)"', re.MULTILINE
)


def severity(score):
    return "HIGH" if score >= 7 else "MEDIUM" if score >= 4 else "LOW"


def main():
    root = pathlib.Path(sys.argv[1])
    rows = ROW.findall((root / "lib/Rules/Rules.def").read_text())
    names = {
        "clangsa": {f"secret.{rule}": score for rule, _, score in rows},
        "clang-tidy": {name: score for _, name, score in rows},
    }
    wrong = not rows
    for analyzer, scores in names.items():
        path = root / "checks/codechecker" / f"{analyzer}.json"
        labels = json.loads(path.read_text())["labels"]
        for name in sorted({*scores, *labels}):
            wanted = f"severity:{severity(float(scores.get(name, 0)))}"
            if name not in scores or wanted not in labels.get(name, []):
                print(f"{path.name}: {name}: expected {wanted}")
                wrong = True
    return wrong


sys.exit(main())
