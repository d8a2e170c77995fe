"""browse.py PAGE JSON: looks at the report with headless Chromium, and leaves
screenshots beside it."""

import json
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib


def decode(path):
    """Rows of RGB(A) bytes of a PNG without interlacing."""
    data = open(path, "rb").read()
    at, packed = 8, b""
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        body = data[at + 8 : at + 8 + length]
        if kind == b"IHDR":
            width, height, _, color = struct.unpack(">IIBB", body[:10])
        elif kind == b"IDAT":
            packed += body
        at += 12 + length
    channels = {2: 3, 6: 4}[color]
    raw, stride, rows, previous = zlib.decompress(packed), width * channels, [], None
    previous = bytearray(stride)
    for y in range(height):
        start = y * (stride + 1)
        filter_type, line = raw[start], bytearray(raw[start + 1 : start + 1 + stride])
        for x in range(stride):
            left = line[x - channels] if x >= channels else 0
            up = previous[x]
            corner = previous[x - channels] if x >= channels else 0
            if filter_type == 1:
                line[x] = (line[x] + left) & 255
            elif filter_type == 2:
                line[x] = (line[x] + up) & 255
            elif filter_type == 3:
                line[x] = (line[x] + (left + up) // 2) & 255
            elif filter_type == 4:
                guess = left + up - corner
                best = min((abs(guess - left), 0, left), (abs(guess - up), 1, up), (abs(guess - corner), 2, corner))
                line[x] = (line[x] + best[2]) & 255
        rows.append(bytes(line))
        previous = line
    return rows, channels


def shoot(page, anchor, scheme, out):
    profile = tempfile.mkdtemp()
    try:
        subprocess.run(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
             f"--user-data-dir={profile}", f"--blink-settings=preferredColorScheme={scheme}",
             "--window-size=1100,900", f"--screenshot={out}", f"file://{page}{anchor}"],
            capture_output=True, timeout=120, check=True,
        )
    finally:
        shutil.rmtree(profile, ignore_errors=True)


def describe(path):
    rows, channels = decode(path)
    back = tuple(rows[2][:3])
    pixels = {tuple(row[x : x + 3]) for row in rows[::3] for x in range(0, len(row), channels)}
    contrast = max(sum(abs(a - b) for a, b in zip(back, pixel)) for pixel in pixels)
    return f"back {','.join(map(str, back))}, " + ("text on it" if contrast > 300 else "no text")


def main():
    page = os.path.abspath(sys.argv[1])
    report = json.load(open(sys.argv[2], encoding="utf-8"))
    elided = next(f for f in report["findings"] if f["evidence"])
    shots = {}
    for name, anchor in (("overview", ""), ("finding", "#f-" + elided["fingerprint"])):
        for scheme, number in (("light", 1), ("dark", 0)):
            out = f"{os.path.splitext(page)[0]}-{name}-{scheme}.png"
            shoot(page, anchor, number, out)
            print(f"{name} {scheme}: {describe(out)}")
            shots[name, scheme] = open(out, "rb").read()
    print("overview and finding", "are the same" if shots["overview", "light"] == shots["finding", "light"] else "differ")


main()
