# ===- lit.cfg.py - How the tests run ------------------------------------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Substitutions (see docs/testing.md):
#   %clang-tidy    clang-tidy of the build's LLVM, the plugin loaded
#   %expect        compares reports with EXPECT and ALLOW comments
#   %exits         succeeds if a command ends with the wanted exit code
#   %check-tidy    CHECK-MESSAGES, CHECK-FIXES and CHECK-NOTES comments
#   %secret-audit, %secret-residue, %clang, %clangxx, %FileCheck, %python, %plugin,
#   %analyzer-plugin, %headers, %source-root, %llvm_major
#
# ===---------------------------------------------------------------------===//

import glob
import os
import platform
import shutil
import stat
import subprocess
import sys

import lit.formats

config.name = "secret-tidy-" + config.llvm_major
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".c", ".cpp", ".test"]
config.excludes = ["Inputs", "CMakeLists.txt"]
config.test_source_root = os.path.join(config.source_root, "test")
config.test_exec_root = os.path.join(config.build_root, "test")

config.available_features.add("llvm-" + config.llvm_major)
if "address" in config.sanitizers:
    config.available_features.add("asan")

plugin = os.path.join(config.build_root, "lib", "SecretTidy.so")
analyzer_plugin = os.path.join(config.build_root, "lib", "SecretAnalyzer.so")


def llvm_tool(name):
    return os.path.join(config.llvm_bin, name)


def host(name):
    """A program that loads a plugin. A sanitized plugin needs its runtime to be
    there before anything else, so its host is started by a small script."""
    program = llvm_tool(name)
    if not config.asan_runtime:
        return program
    folder = os.path.join(config.test_exec_root, "bin")
    os.makedirs(folder, exist_ok=True)
    script = os.path.join(folder, name)
    with open(script, "w") as out:
        out.write(
            f'#!/bin/sh\nLD_PRELOAD={config.asan_runtime} exec {program} "$@"\n'
        )
    os.chmod(script, os.stat(script).st_mode | stat.S_IXUSR)
    return script


# LLVM's own libraries are not instrumented: containers that cross the border
# would look overflown, what LLVM never frees would look leaked, and the rest of
# a slab that an inlined allocator has made and poisoned is used by a library
# that does not know of it.
if config.sanitizers:
    config.environment["ASAN_OPTIONS"] = (
        "allow_user_poisoning=0:detect_container_overflow=0:detect_leaks=0:"
        "detect_odr_violation=0"
    )
    config.environment["UBSAN_OPTIONS"] = "print_stacktrace=1"

tidy = host("clang-tidy")
scripts = os.path.join(config.test_source_root, "tools")
python = '"%s"' % sys.executable

# Longer names first: lit replaces in this order.
config.substitutions += [
    ("%clang-tidy", f"{tidy} --load={plugin}"),
    ("%plain-clang-tidy", tidy),
    (
        "%check-tidy",
        f"{python} {scripts}/check_tidy.py --tidy {tidy} --plugin {plugin}"
        f" --filecheck {llvm_tool('FileCheck')}",
    ),
    (
        "%expect",
        f"{python} {scripts}/expect.py --tidy {tidy} --plugin {plugin}"
        f" --major {config.llvm_major}",
    ),
    ("%exits", f"{python} {scripts}/exits.py"),
    (
        "%secret-clang-tidy",
        os.path.join(config.build_root, "bin", "secret-clang-tidy"),
    ),
    (
        "%secret-clangd",
        os.path.join(config.build_root, "bin", "secret-clangd"),
    ),
    ("%secret-audit", os.path.join(config.build_root, "bin", "secret-audit")),
    (
        "%secret-residue",
        os.path.join(config.build_root, "bin", "secret-residue"),
    ),
    (
        "%secret-model-compiler",
        os.path.join(config.build_root, "bin", "secret-model-compiler"),
    ),
    ("%{llvm-lib}", os.path.join(os.path.dirname(config.llvm_bin), "lib")),
    ("%FileCheck", llvm_tool("FileCheck")),
    ("%analyzer-plugin", analyzer_plugin),
    ("%plugin", plugin),
    ("%clangxx", host("clang") + " --driver-mode=g++"),
    ("%clang", host("clang")),
    ("%python", python),
    ("%headers", os.path.join(config.source_root, "include")),
    ("%source-root", config.source_root),
    ("%build-root", config.build_root),
    ("%llvm_major", config.llvm_major),
    ("%llvm_include", os.path.join(os.path.dirname(config.llvm_bin), "include")),
]

# Hosts of other majors, which the plugins must refuse.
for major in ("14", "19", "22"):
    for name in ("clang-tidy", "clang"):
        other = shutil.which(f"{name}-{major}")
        if other and major != config.llvm_major:
            config.available_features.add(f"other-{name}-{major}")
            config.substitutions.append((f"%other-{name}-{major}", other))

# Of Debian's clang-tools; the compiler it analyses with is the build's LLVM's.
if os.path.exists(llvm_tool("scan-build")):
    config.available_features.add("scan-build")
config.substitutions.append(
    ("%scan-build", f"{llvm_tool('scan-build')} --use-cc={host('clang')}"
     f" --use-analyzer={host('clang')}")
)
if shutil.which("autoreconf") and shutil.which("automake") and shutil.which("make"):
    config.available_features.add("autotools")

if shutil.which("gcc") and shutil.which("g++"):
    config.available_features.add("gcc")
# A cross compiler, of Debian's gcc-aarch64-linux-gnu or gcc-12-aarch64-linux-gnu.
for name in ("aarch64-linux-gnu-gcc", "aarch64-linux-gnu-gcc-12"):
    if shutil.which(name) and "gcc-aarch64" not in config.available_features:
        config.available_features.add("gcc-aarch64")
        config.substitutions.append(("%gcc-aarch64", name))
if platform.machine() == "x86_64":
    config.available_features.add("x86-64-host")

# Left out of a build where what it needs is not installed.
if os.path.exists(os.path.join(config.build_root, "bin", "secret-clangd")):
    config.available_features.add("secret-clangd")

# Editors of Debian, see docs/editors.md.
for editor in ("nvim", "vim", "emacs"):
    if shutil.which(editor):
        config.available_features.add(editor)
if os.path.exists("/usr/share/vim/vimfiles/pack/dist-bundle/opt/ale") or glob.glob(
    "/usr/share/vim-scripts/ale*"
):
    config.available_features.add("vim-ale")
for package in ("eglot", "flycheck"):
    if glob.glob(f"/usr/share/emacs/site-lisp/elpa/{package}-[0-9]*"):
        config.available_features.add(package)

for debugger in ("gdb", "gcore"):
    if shutil.which(debugger):
        config.available_features.add(debugger)

# Of Debian's libc++-22-dev; other LLVMs are tested with these headers, too.
libcxx_headers = "/usr/lib/llvm-22/include/c++/v1"
if os.path.exists(os.path.join(libcxx_headers, "__config")):
    config.available_features.add("libc++-22")
config.substitutions.append(("%libcxx-headers", libcxx_headers))

# Root who may mount, and another user who may read the build.
private_mounts = (
    "mount -t tmpfs none /proc/sys/kernel && exec setpriv --reuid=65534"
    f" --regid=65534 --clear-groups test -r '{config.build_root}/CMakeCache.txt'"
)
if shutil.which("unshare") and shutil.which("setpriv"):
    probe = ["unshare", "-m", "sh", "-c", private_mounts]
    if subprocess.run(probe, capture_output=True).returncode == 0:
        config.available_features.add("private-mounts")

# Of Debian's packages of the same names, or of cmake.
for program in ("pkg-config", "man", "cpack", "dpkg-shlibdeps", "file", "jq"):
    if shutil.which(program):
        config.available_features.add(program)

# `not`, `count`, `split-file` and FileCheck of the LLVM that is tested.
config.environment["PATH"] = os.pathsep.join(
    [config.llvm_bin, os.environ.get("PATH", "")]
)
config.environment["LC_ALL"] = "C"
# What other tests left must not be the answer; tests of the cache name one.
config.environment["SECRET_AUDIT_CACHE_DIR"] = ""
