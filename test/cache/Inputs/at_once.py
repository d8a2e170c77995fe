"""at_once.py NUMBER COMMAND...: starts the command NUMBER times at once, and prints
the distinct outputs."""

import subprocess
import sys

running = [
    subprocess.Popen(sys.argv[2:], stdout=subprocess.PIPE) for _ in range(int(sys.argv[1]))
]
outputs = {process.communicate()[0] for process in running}
print(len(outputs), "output")
sys.stdout.flush()
for output in sorted(outputs):
    sys.stdout.buffer.write(output)
