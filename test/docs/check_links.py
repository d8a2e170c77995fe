#!/usr/bin/env python3
# ===- check_links.py - Do the links between the pages lead somewhere? ----===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===---------------------------------------------------------------------===//
"""Check the relative links, with their anchors, of ROOT/README.md, if that is there,
and the pages in ROOT/docs."""

import pathlib
import re
import sys

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)
CODE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def anchors(page):
    """The anchors that code hosts make of a page's headings."""
    headings = HEADING.findall(CODE.sub("", page.read_text()))
    return {re.sub(r"[^\w\- ]", "", h.lower()).replace(" ", "-") for h in headings}


def problem(page, link):
    if re.match(r"[a-z]+:", link):
        return ""
    path, _, anchor = link.partition("#")
    target = page.parent / path if path else page
    if not target.exists():
        return f"no {link}"
    if anchor and anchor not in anchors(target):
        return f"no heading for {link}"
    return ""


def main():
    root = pathlib.Path(sys.argv[1])
    failed = False
    pages = [*root.glob("README.md"), *sorted((root / "docs").rglob("*.md"))]
    for page in pages:
        for link in LINK.findall(CODE.sub("", page.read_text())):
            if text := problem(page, link):
                print(f"{page.relative_to(root)}: {text}")
                failed = True
    return failed or not pages


sys.exit(main())
