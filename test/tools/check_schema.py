#!/usr/bin/env python3
# ===- check_schema.py - Does the JSON Schema say what the parser does? --===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#   check_schema.py --compiler secret-model-compiler --schema schema.json FILES...
#
# Asks the parser which keys each mapping has, by giving it an unknown one, and
# compares them with the schema. Where the modules yaml and jsonschema are
# installed, the model files are validated too.
#
# ===---------------------------------------------------------------------===//
"""Compare the published schema of model files with the parser."""

import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile


def keys_of(compiler, text):
    """The keys that the parser expects in place of `bogus`, in its order."""
    with tempfile.NamedTemporaryFile("w", suffix=".yaml") as file:
        file.write(text)
        file.flush()
        done = subprocess.run(
            [compiler, "--check", file.name], capture_output=True, text=True
        )
    found = re.search(r"unknown key 'bogus' in an? [^;]*; expected one of (.*)", done.stderr)
    return found.group(1).split(", ") if found else []


def properties(schema, name):
    """Properties of a definition, or of its form as a mapping."""
    found = schema["$defs"][name]
    for form in found.get("oneOf", []):
        if "properties" in form:
            found = form
    return list(found["properties"])


def compare(what, told, known, faults):
    if told != known:
        faults.append(f"{what}: the parser has {told}, the schema {known}")


def check_keys(compiler, schema):
    faults = []
    entry = "version: 1\nfunctions:\n  - name: f\n    "
    compare(
        "file",
        keys_of(compiler, "version: 1\nbogus: 1\n"),
        list(schema["properties"]),
        faults,
    )
    functions = properties(schema, "function")
    compare("function", keys_of(compiler, entry + "bogus: 1\n"), functions, faults)
    effects = [n[: -len("_effect")] for n in schema["$defs"] if n.endswith("_effect")]
    for name in effects:
        told = keys_of(compiler, f"{entry}{name}: {{bogus: 1}}\n")
        compare(name, told, properties(schema, f"{name}_effect"), faults)
    compare(
        "type",
        keys_of(compiler, "version: 1\ntypes:\n  - name: t\n    bogus: 1\n"),
        properties(schema, "type"),
        faults,
    )
    compare(
        "tags",
        keys_of(compiler, "version: 1\nsecret:\n  bogus: 1\n"),
        properties(schema, "tags"),
        faults,
    )
    return faults, len(effects) + 4


def validate(schema, files):
    try:
        import jsonschema
        import yaml
    except ImportError:
        return [], 0
    checker = jsonschema.Draft202012Validator(schema)
    faults = [
        f"{file.name}: {error.json_path}: {error.message[:120]}"
        for file in files
        for error in checker.iter_errors(yaml.safe_load(file.read_text()))
    ]
    return faults, len(files)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--compiler", required=True)
    parser.add_argument("--schema", type=pathlib.Path, required=True)
    parser.add_argument("files", type=pathlib.Path, nargs="*")
    arguments = parser.parse_args()
    schema = json.loads(arguments.schema.read_text())
    faults, mappings = check_keys(arguments.compiler, schema)
    more, files = validate(schema, arguments.files)
    print(f"{mappings} mappings compared, {files} files validated")
    for fault in faults + more:
        print(fault)
    return 1 if faults or more else 0


if __name__ == "__main__":
    sys.exit(main())
