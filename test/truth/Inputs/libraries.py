# ===- libraries.py - Libraries that some programs are about ---------------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===---------------------------------------------------------------------===//
"""Where their headers are, and how one links them."""

import shlex
import shutil
import subprocess


class Library:
    def __init__(self, name, pattern, package, modules):
        self.name = name
        self.pattern = pattern
        self.package = package
        self.modules = modules

    def ask(self, module, option):
        done = subprocess.run(
            ["pkg-config", option, module], stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True, check=False,
        )
        return None if done.returncode else shlex.split(done.stdout)

    def flags(self):
        """Flags to compile and to link, or None if it is not installed."""
        if not shutil.which("pkg-config"):
            return None
        for module in self.modules:
            compile_flags = self.ask(module, "--cflags")
            if compile_flags is not None:
                return compile_flags, self.ask(module, "--libs")
        return None


LIBRARIES = [
    Library("CPython", "python-*.c", "libpython3-dev", ["python3-embed"]),
    Library("Lua", "lua-*.c", "liblua5.4-dev", ["lua5.4", "lua-5.4", "lua"]),
    Library("GLib", "glib-*.c", "libglib2.0-dev", ["glib-2.0"]),
]
