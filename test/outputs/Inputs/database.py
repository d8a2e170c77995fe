#!/usr/bin/env python3
"""database.py FOLDER [FILES]: writes FOLDER/compile_commands.json; the order of
the files is that of the words, and all .c files by default."""

import json
import pathlib
import sys

folder = pathlib.Path(sys.argv[1]).resolve()
names = sys.argv[2:] or sorted(path.name for path in folder.glob("*.c"))
entries = [
    {"directory": str(folder), "file": name, "arguments": ["clang", "-O2", "-c", name]}
    for name in names
]
(folder / "compile_commands.json").write_text(json.dumps(entries))
