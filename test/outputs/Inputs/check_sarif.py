"""check_sarif.py FILE: what code hosts need of SARIF, and the results as lines."""

import json
import re
import sys


def need(condition, what):
    if not condition:
        sys.exit(f"{sys.argv[1]}: {what}")


def check_rules(rules):
    for rule in rules:
        for key in ("id", "shortDescription", "fullDescription", "help"):
            need(key in rule, f"rule without {key}")
        need(rule["help"]["text"] and rule["help"]["markdown"], "help texts")
        for key in ("tags", "precision", "security-severity"):
            need(key in rule["properties"], f"rule without {key}")
        need(0 < float(rule["properties"]["security-severity"]) <= 10, "severity")


def place(location):
    physical = location["physicalLocation"]
    uri = physical["artifactLocation"]["uri"]
    need(not uri.startswith(("/", "file:")), f"absolute URI {uri}")
    return uri, physical["region"]


def short(location):
    uri, region = place(location)
    return f"{uri}:{region['startLine']}"


def check_message(result):
    links = set(re.findall(r"\]\((\d+)\)", result["message"]["text"]))
    ids = {str(location["id"]) for location in result.get("relatedLocations", [])}
    need(links == ids, f"links {links}, related locations {ids}")


def print_result(result):
    uri, region = place(result["locations"][0])
    for key in ("startLine", "startColumn", "endLine", "endColumn"):
        need(key in region, f"region without {key}")
    where = short(result["locations"][0])
    print(
        f"{where}:{region['startColumn']}-{region['endColumn']}",
        result["partialFingerprints"]["primaryLocationLineHash"],
        result["ruleId"],
        result["message"]["text"].split("\n")[0],
    )
    for flow in result.get("codeFlows", []):
        steps = flow["threadFlows"][0]["locations"]
        print(f"flow of {where}:", *[short(step["location"]) for step in steps])
    for fix in result.get("fixes", []):
        for change in fix["artifactChanges"]:
            for edit in change["replacements"]:
                region = edit["deletedRegion"]
                print(f"fix of {where}: {change['artifactLocation']['uri']}:{region['startLine']}", repr(edit["insertedContent"]["text"]))
    for suppression in result.get("suppressions", []):
        print(f"suppressed in {where}: {suppression['kind']}, {suppression['status']}: {suppression['justification']}")
    for evidence in result.get("properties", {}).get("evidence", []):
        print(f"evidence of {where}:", evidence["level"], evidence["verdict"])


def main():
    log = json.load(open(sys.argv[1], encoding="utf-8"))
    need(log["version"] == "2.1.0" and len(log["runs"]) == 1, "version, or not one run")
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    check_rules(rules)
    prints = []
    for result in run["results"]:
        need(rules[result["ruleIndex"]]["id"] == result["ruleId"], "rule index")
        check_message(result)
        prints.append(result["partialFingerprints"]["secretTidy/v1"])
        print_result(result)
    need(len(prints) == len(set(prints)), "fingerprints are not unique")
    invocation = run["invocations"][0]
    notes = invocation["toolExecutionNotifications"]
    print(f"exit code {invocation['exitCode']}, successful {invocation['executionSuccessful']}, {len(notes)} notifications")
    for note in notes:
        for location in note.get("locations", [{}]):
            uri = location.get("physicalLocation", {}).get("artifactLocation", {}).get("uri", "-")
            print(f"{uri}: {note['level']}: {note['message']['text']}")


main()
