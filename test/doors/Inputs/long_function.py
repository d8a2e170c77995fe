# ===- long_function.py - Generate a function of many lines --------------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===---------------------------------------------------------------------===//
"""long_function.py LINES: a function that long, with a branch on each line."""

import sys


def main():
    lines = int(sys.argv[1])
    print('extern "C" int fill(__attribute__((annotate("secret")))'
          " unsigned char *k);")
    print("int step(int n) noexcept;")
    print("int before() {\n  unsigned char k[16];\n  return fill(k);\n}")
    print("int generated(int n) {\n  unsigned char k[16];\n  fill(k);")
    for line in range(lines):
        print(f"  if (step({line})) n += {line % 7};")
    print("  return n;\n}")
    print("int after() {\n  unsigned char k[16];\n  return fill(k);\n}")


if __name__ == "__main__":
    main()
