"""dump_core.py FILE PROGRAM ARGS...: runs a program that crashes, and moves its
core to FILE. Makes it with gcore's means where the kernel writes none here."""

import pathlib
import resource
import subprocess
import sys
import tempfile

target, command = pathlib.Path(sys.argv[1]), sys.argv[2:]
resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY,) * 2)
with tempfile.TemporaryDirectory(dir=target.parent) as folder:
    run = subprocess.run(command, cwd=folder, check=False)
    cores = list(pathlib.Path(folder).glob("*core*"))
    if run.returncode >= 0:
        sys.exit(f"{command[0]} did not crash")
    if cores:
        cores[0].rename(target)
        sys.exit(0)
script = ["-ex", "run", "-ex", f"generate-core-file {target}", "-ex", "kill"]
subprocess.run(
    ["gdb", "-q", "-batch", *script, "--args", *command],
    stdout=subprocess.DEVNULL,
    check=True,
)
