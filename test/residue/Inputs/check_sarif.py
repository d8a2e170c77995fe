"""check_sarif.py FILE: what code hosts need of SARIF, and the results as lines."""

import json
import sys


def need(condition, what):
    if not condition:
        sys.exit(f"{sys.argv[1]}: {what}")


def main():
    log = json.load(open(sys.argv[1], encoding="utf-8"))
    need(log["version"] == "2.1.0", "version")
    need(len(log["runs"]) == 1, "one run")
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    for rule in rules:
        for key in ("id", "shortDescription", "fullDescription", "help"):
            need(key in rule, f"rule without {key}")
        need(rule["help"]["text"], "help text")
        for key in ("tags", "precision", "security-severity"):
            need(key in rule["properties"], f"rule without {key}")
    prints = []
    for result in run["results"]:
        need(rules[result["ruleIndex"]]["id"] == result["ruleId"], "rule index")
        need(result["partialFingerprints"], "fingerprint")
        prints.append(str(result["partialFingerprints"]))
        place = result["locations"][0].get("physicalLocation", {})
        uri = place.get("artifactLocation", {}).get("uri", "-")
        line = place.get("region", {}).get("startLine", 0)
        print(result["ruleId"], f"{uri}:{line}", result["message"]["text"])
    need(len(prints) == len(set(prints)), "fingerprints are not unique")


main()
