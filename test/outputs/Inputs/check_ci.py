"""check_ci.py ROOT AUDIT PROJECT: runs the audits that the CI files run, with the
program in place of the script that would build it first."""

import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys

import yaml

root, audit, project = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]


def run(name, commands, wanted):
    """Runs the one audit among the commands in a copy of the project."""
    folder = pathlib.Path(name).resolve()
    shutil.copytree(project, folder)
    subprocess.run(
        [sys.executable, os.path.join(os.path.dirname(__file__), "database.py"), folder], check=True
    )
    audits = [line for line in commands if "quickstart.sh" in line]
    assert len(audits) == 1, commands
    script, path, *options = shlex.split(audits[0])
    assert path == "." and (root / script.split("/", 1)[1]).is_file(), script
    done = subprocess.run(
        [audit, "-p", folder, *options], cwd=folder, capture_output=True, text=True
    )
    for file in wanted:
        assert (folder / file).stat().st_size, file
    annotations = re.findall("^::warning file=", done.stdout, re.MULTILINE)
    print(f"{name}: exit code {done.returncode}; {', '.join(sorted(wanted))} written; {len(annotations)} annotations")


def github():
    flow = yaml.safe_load((root / "ci/github/secret-audit.yml").read_text())
    steps = flow["jobs"]["audit"]["steps"]
    commands = [line for step in steps for line in step.get("run", "").split("\n")]
    wanted = {
        step["with"][key]
        for step in steps
        for key in ("sarif_file", "path")
        if key in step.get("with", {}) and "." in step["with"][key]
    }
    # YAML takes the word `on` for a truth value.
    assert flow[True]["push"] and flow["permissions"]["security-events"] == "write"
    run("github", commands, wanted)


def gitlab():
    job = yaml.safe_load((root / "ci/gitlab/secret-audit.yml").read_text())["secret-audit"]
    artifacts = job["artifacts"]
    for line in job["before_script"] + job["script"]:
        subprocess.run(["sh", "-n", "-c", line], check=True)
    run("gitlab", job["script"], {*artifacts["paths"], *artifacts["reports"].values()})


github()
gitlab()
(hook,) = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text())
assert hook["language"] == "script" and os.access(root / hook["entry"], os.X_OK)
print(f"{hook['id'].replace('secret-audit', 'pre-commit')}: {hook['entry']}")
