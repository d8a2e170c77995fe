"""check_trace.py FILE: the events of a trace. No two in a row overlap."""

import json
import sys

rows = {}
for event in json.load(open(sys.argv[1], encoding="utf-8"))["traceEvents"]:
    assert event["ph"] == "X" and event["dur"] >= 0 and event["pid"] == 1, event
    assert rows.get(event["tid"], 0) <= event["ts"], event
    rows[event["tid"]] = event["ts"] + event["dur"]
    print(event["name"], "in", event["args"]["step"])
