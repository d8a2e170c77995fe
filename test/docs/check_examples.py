#!/usr/bin/env python3
# ===- check_examples.py - Do the examples of the check pages hold? -------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===---------------------------------------------------------------------===//
"""Write the C blocks of PAGE as one file OUT, marked for expect.py.

A line with the comment `// reported` must be reported by the check that the page
is about, and no other line may be.
"""

import pathlib
import re
import sys

BLOCK = re.compile(r"^```c\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def main():
    page, out = map(pathlib.Path, sys.argv[1:])
    text = "\n".join(BLOCK.findall(page.read_text()))
    if "// reported" not in text:
        print(f"{page}: no example with a line that is `// reported`")
        return 1
    out.write_text(re.sub(r"// reported.*", f"// EXPECT: {page.stem}", text))
    return 0


sys.exit(main())
