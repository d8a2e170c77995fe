"""scan_running.py TOOL SECRET PROGRAM ARGS...: starts the program, waits for its
first line, and has the tool scan it."""

import subprocess
import sys

program = subprocess.Popen(sys.argv[3:], stdout=subprocess.PIPE)
program.stdout.readline()
command = [sys.argv[1], "scan", "--secret", sys.argv[2], "--pid", str(program.pid)]
subprocess.run(command, check=False)
# It went on.
running = program.poll() is None
program.kill()
sys.exit(not running)
