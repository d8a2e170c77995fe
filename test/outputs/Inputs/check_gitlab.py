"""check_gitlab.py FILE: what GitLab needs of a Code Quality report, as lines."""

import json
import sys

issues = json.load(open(sys.argv[1], encoding="utf-8"))
prints = [issue["fingerprint"] for issue in issues]
if len(prints) != len(set(prints)):
    sys.exit("fingerprints are not unique")
for issue in issues:
    path, lines = issue["location"]["path"], issue["location"]["lines"]
    if path.startswith(("/", "./")) or lines["begin"] < 1:
        sys.exit(f"bad place {path}:{lines}")
    if issue["severity"] not in ("info", "minor", "major", "critical", "blocker"):
        sys.exit(f"bad severity {issue['severity']}")
    print(f"{path}:{lines['begin']}", issue["severity"], issue["check_name"], issue["description"])
