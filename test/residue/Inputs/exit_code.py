"""exit_code.py CODE COMMAND...: runs it, and fails if it ends otherwise."""

import subprocess
import sys

status = subprocess.run(sys.argv[2:], check=False).returncode
if status != int(sys.argv[1]):
    print(f"exit code {status}, not {sys.argv[1]}")
    sys.exit(1)
