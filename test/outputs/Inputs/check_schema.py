#!/usr/bin/env python3
# ===- check_schema.py - Is a report what its schema says? ----------------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#   check_schema.py SCHEMA REPORT
#
# ===---------------------------------------------------------------------===//
"""Validate REPORT against the JSON Schema in SCHEMA."""

import json
import sys

import jsonschema


def main():
    schema = json.load(open(sys.argv[1], encoding="utf-8"))
    report = json.load(open(sys.argv[2], encoding="utf-8"))
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    faults = list(kind(schema).iter_errors(report))
    for fault in faults:
        print(f"{sys.argv[2]}: {fault.json_path}: {fault.message[:200]}")
    print(f"{len(faults)} faults")
    return 1 if faults else 0


sys.exit(main())
