#!/usr/bin/env python3
"""Runs a command and succeeds if it ends with the wanted exit code.

usage: exits.py CODE COMMAND [ARGUMENT...]
"""

import subprocess
import sys

wanted = int(sys.argv[1])
code = subprocess.call(sys.argv[2:])
if code != wanted:
    sys.exit(f"exits.py: exit code {code}, expected {wanted}")
