#!/usr/bin/env python3
# ===- lsp.py - A small client for language servers -----------------------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===---------------------------------------------------------------------===//
"""Open files in a language server and print their diagnostics.

lsp.py SERVER [OPTIONS] -- FILE...  Each diagnostic is a line, related places and
quick fixes are indented below it.
"""

import json
import pathlib
import subprocess
import sys

CAPABILITIES = {
    "textDocument": {
        "publishDiagnostics": {
            "relatedInformation": True,
            "codeDescriptionSupport": True,
            "codeActionsInline": True,
        }
    }
}


class Server:
    """A running server; every request waits for its answer."""

    def __init__(self, command):
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe)
        self.request("initialize", processId=None, rootUri=None, capabilities=CAPABILITIES)
        self.notify("initialized")
        self.versions = {}

    def send(self, **message):
        text = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(text), text))
        self.process.stdin.flush()

    def receive(self):
        length = 0
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b": ")
            if name == b"Content-Length":
                length = int(value)
        if not length:
            raise SystemExit("lsp.py: the server has gone")
        return json.loads(self.process.stdout.read(length))

    def request(self, method, **params):
        self.send(id=1, method=method, params=params)
        while True:
            message = self.receive()
            if message.get("id") == 1 and "method" not in message:
                return message.get("result")

    def notify(self, method, **params):
        self.send(method=method, params=params)

    def open(self, path, text=None):
        document = {
            "uri": path.as_uri(),
            "languageId": "cpp" if path.suffix == ".cpp" else "c",
            "version": 1,
            "text": path.read_text() if text is None else text,
        }
        self.versions[path] = 1
        self.notify("textDocument/didOpen", textDocument=document)

    def change(self, path, text):
        self.versions[path] += 1
        document = {"uri": path.as_uri(), "version": self.versions[path]}
        self.notify(
            "textDocument/didChange",
            textDocument=document,
            contentChanges=[{"text": text}],
        )

    def diagnostics(self, path):
        """The diagnostics of the last version that was sent."""
        while True:
            message = self.receive()
            params = message.get("params", {})
            if (
                message.get("method") == "textDocument/publishDiagnostics"
                and params["uri"] == path.as_uri()
                and params.get("version") == self.versions[path]
            ):
                return params["diagnostics"]

    def stop(self):
        self.request("shutdown")
        self.notify("exit")
        return self.process.wait()


def place(span):
    start, end = span["start"], span["end"]
    return f"{start['line'] + 1}:{start['character'] + 1}-{end['line'] + 1}:{end['character'] + 1}"


def show(name, diagnostic):
    print(f"{name}:{place(diagnostic['range'])}: {diagnostic['message']} [{diagnostic.get('code')}]")
    if link := diagnostic.get("codeDescription", {}).get("href"):
        print(f"  page {link}")
    for related in diagnostic.get("relatedInformation", []):
        print(f"  related {place(related['location']['range'])}: {related['message']}")
    for action in diagnostic.get("codeActions", []):
        print(f"  fix {action['title']}")


def main():
    split = sys.argv.index("--")
    server = Server(sys.argv[1:split])
    paths = [pathlib.Path(name).resolve() for name in sys.argv[split + 1 :]]
    for path in paths:
        server.open(path)
        for diagnostic in server.diagnostics(path):
            show(path.name, diagnostic)
    return server.stop()


if __name__ == "__main__":
    sys.exit(main())
