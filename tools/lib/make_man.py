#!/usr/bin/env python3
# ===- make_man.py - Man pages from the pages in docs ---------------------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===---------------------------------------------------------------------===//
"""Write the man page of a program, made from its Markdown page.

Knows what the pages use: headings, paragraphs, lists, tables, code and links.
The first block of code is the synopsis, unless --synopsis gives one. --section
takes one section of the page in place of the whole. Links become their text, and
the pages that they lead to are listed at the end.
"""

import argparse
import pathlib
import re

LINK = re.compile(r"\[((?:[^\[\]]|\[\[[^\]]*\]\])*)\]\(([^)\s]+)\)")
SPAN = re.compile(r"(`[^`]+`|\*\*[^*]+\*\*|\*[^*\s][^*]*\*)")
RULE = re.compile(r"^\|[\s:|-]+\|$")
BULLET = re.compile(r"^[-*] +")


def escape(text):
    """Text as roff prints it, wherever it stands in a line."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    text = text.replace("'", "\\(aq").replace("`", "\\(ga")
    text = text.replace("^", "\\(ha").replace("~", "\\(ti")
    return "".join(c if ord(c) < 128 else f"\\[u{ord(c):04X}]" for c in text)


def breakable(escaped):
    """A word that is too long for a line may be broken behind its colons."""
    long = any(len(word) > 60 for word in escaped.split())
    return escaped.replace(":", ":\\:") if long else escaped


def line(text):
    return "\\&" + text if text.startswith(".") else text


def span(piece):
    if len(piece) > 2 and piece[0] == piece[-1] == "`":
        return "\\fB" + breakable(escape(piece[1:-1])) + "\\fR"
    if piece.startswith("**"):
        return "\\fB" + escape(piece[2:-2]) + "\\fR"
    if len(piece) > 2 and piece[0] == piece[-1] == "*":
        return "\\fI" + escape(piece[1:-1]) + "\\fR"
    return escape(piece)


def inline(text):
    text = LINK.sub(r"\1", " ".join(text.split()))
    return line("".join(span(piece) for piece in SPAN.split(text)))


def cells(row):
    return [cell.strip() for cell in row.strip().strip("|").split("|")]


class Page:
    """The roff of a page, paragraph by paragraph."""

    def __init__(self, name, version, summary):
        self.out = [
            f'.TH {escape(name.upper())} 1 "" "secret\\-tidy {version}" "User Commands"',
            ".nh",
            ".ad l",
            ".SH NAME",
            f"{escape(name)} \\- {inline(summary)}",
        ]

    def heading(self, text, macro=".SH"):
        text = inline(text.upper() if macro == ".SH" else text)
        self.out += [macro, text]

    def paragraph(self, lines):
        self.out += [".PP", inline(" ".join(lines))]

    def item(self, lines):
        self.out += [".IP \\(bu 2", inline(" ".join(lines))]

    def code(self, lines):
        self.out += [".PP", ".in +4n", ".nf"]
        self.out += [line(escape(text)) for text in lines]
        self.out += [".fi", ".in"]

    def table(self, rows):
        head, *body = map(cells, rows)
        if head[0] == "option":
            self.heading("Options")
        for first, *others in body:
            self.out += [".TP", inline(first)]
            self.out.append(inline(self.meaning(head[1:], others)))

    @staticmethod
    def meaning(names, texts):
        if len(texts) == 1:
            return texts[0] or "\\&"
        if names == ["default", "meaning"]:
            end = "" if texts[1].endswith(".") else "."
            return f"{texts[1]}{end}" + (f" Default: {texts[0]}." if texts[0] else "")
        return "; ".join(f"{name}: {text}" for name, text in zip(names, texts) if text)

    def pages(self, links):
        if links:
            self.heading("See also")
            self.paragraph([f"In share/doc/secret-tidy: {', '.join(links)}"])

    def write(self, path):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(self.out) + "\n")


def blocks(text):
    """Pairs of a kind and its lines: code, table, heading, item, paragraph."""
    lines = text.splitlines()
    at = 0
    while at < len(lines):
        start = at
        at += 1
        if lines[start].startswith("```"):
            while at < len(lines) and lines[at] != "```":
                at += 1
            yield "code", lines[start + 1 : at]
            at += 1
        elif lines[start].startswith("|"):
            while at < len(lines) and lines[at].startswith("|"):
                at += 1
            yield "table", [row for row in lines[start:at] if not RULE.match(row)]
        elif lines[start].startswith("#"):
            yield "heading", [lines[start]]
        elif lines[start].strip():
            while at < len(lines) and lines[at].strip() and not starts_block(lines[at]):
                at += 1
            kind = "item" if BULLET.match(lines[start]) else "paragraph"
            yield kind, [BULLET.sub("", lines[start]), *lines[start + 1 : at]]


def starts_block(text):
    return text.startswith(("```", "|", "#")) or BULLET.match(text)


def section_of(text, name):
    """The section under the heading, without it."""
    found = re.search(
        rf"^## {re.escape(name)}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL
    )
    if not found:
        raise SystemExit(f"make_man.py: no section '{name}'")
    return found[1]


def fill(page, text, synopsis):
    """The sections of the page; the synopsis goes first, wherever it stands."""
    body = list(blocks(text))
    if not synopsis:
        first = next(at for at, (kind, _) in enumerate(body) if kind == "code")
        synopsis = body.pop(first)[1]
    page.heading("Synopsis")
    page.code(synopsis)
    page.heading("Description")
    for kind, lines in body:
        if kind == "heading":
            level, _, title = lines[0].partition(" ")
            if len(level) > 1:
                page.heading(title, ".SH" if len(level) == 2 else ".SS")
        else:
            getattr(page, kind)(lines)


def linked_pages(text):
    found = {link.partition("#")[0] for _, link in LINK.findall(text)}
    return sorted(link for link in found if re.fullmatch(r"[\w/-]+\.md", link))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("page", type=pathlib.Path)
    parser.add_argument("--name", required=True)
    parser.add_argument("--version", required=True)
    parser.add_argument("--summary", required=True)
    parser.add_argument("--output", type=pathlib.Path, required=True)
    parser.add_argument("--section")
    parser.add_argument("--synopsis", action="append")
    options = parser.parse_args()
    text = options.page.read_text()
    if options.section:
        text = section_of(text, options.section)
    page = Page(options.name, options.version, options.summary)
    fill(page, text, options.synopsis)
    page.pages(linked_pages(text))
    page.write(options.output)


if __name__ == "__main__":
    main()
