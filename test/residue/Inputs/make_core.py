"""make_core.py MACHINE FILE SECRET: a small core of that machine, with the secret
on the stack of thread 7, in its general and its vector registers, and in an
anonymous region."""

import pathlib
import struct
import sys

MACHINES = {"x86-64": (62, 27 * 8, 19, 512, 160), "aarch64": (183, 34 * 8, 31, 528, 0)}
STACK, OTHER = 0x7FF000000000, 0x7E0000000000


def note(kind, content):
    return struct.pack("<III", 5, len(content), kind) + b"CORE\0\0\0\0" + content


def main():
    machine, path, secret = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3]).read_bytes()
    number, general_size, stack_index, vector_size, vector_at = MACHINES[machine]
    general = bytearray(general_size)
    general[16:24] = secret[:8]
    struct.pack_into("<Q", general, stack_index * 8, STACK + 0x800)
    vectors = bytearray(vector_size)
    vectors[vector_at + 32 : vector_at + 48] = secret[:16]
    status = bytearray(112)
    struct.pack_into("<i", status, 32, 7)
    notes = note(1, bytes(status) + bytes(general) + bytes(8)) + note(2, bytes(vectors))
    segments = []
    stack = bytearray(4096)
    stack[0x900 : 0x900 + len(secret)] = secret
    stack[0x100 : 0x100 + len(secret)] = secret
    other = bytearray(8192)
    hidden = secret.decode().encode("utf-16-be")
    other[4090 : 4090 + len(hidden)] = hidden
    header = b"\x7fELF\x02\x01\x01" + bytes(9)
    header += struct.pack("<HHIQQQIHHHHHH", 4, number, 1, 0, 64, 0, 0, 64, 56, 3, 0, 0, 0)
    segments.append(struct.pack("<IIQQQQQQ", 4, 0, 4096, 0, 0, len(notes), 0, 4))
    segments.append(struct.pack("<IIQQQQQQ", 1, 6, 8192, OTHER, 0, 8192, 8192, 4096))
    segments.append(struct.pack("<IIQQQQQQ", 1, 6, 16384, STACK, 0, 4096, 4096, 4096))
    with open(path, "wb") as out:
        out.write((header + b"".join(segments)).ljust(4096, b"\0"))
        out.write(notes.ljust(4096, b"\0"))
        out.write(other)
        out.write(stack)


main()
