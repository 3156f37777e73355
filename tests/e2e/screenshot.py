# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Writes what Xvfb shows to a PNG, from the framebuffer file that with-display lets it keep. No other tool needed."""

import os
import struct
import zlib


def save_screenshot(path):
    """False where there is no framebuffer to read."""
    source = os.environ.get("COMMKEYS_TEST_FRAMEBUFFER", "")
    if not os.path.exists(source):
        return False
    with open(source, "rb") as file:
        dump = file.read()
    # X11/XWDFile.h: 25 big-endian numbers, a name, a colour table, and the lines.
    header = struct.unpack(">25I", dump[:100])
    size, width, height, line_length, colours = header[0], header[4], header[5], header[12], header[19]
    start = size + colours * 12
    rows = bytearray()
    for y in range(height):
        line = dump[start + y * line_length:][:width * 4]
        row = bytearray(width * 3)
        # A pixel is blue, green, red, nothing.
        row[0::3], row[1::3], row[2::3] = line[2::4], line[1::4], line[0::4]
        rows += b"\0" + row
    with open(path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n")
        for kind, body in ((b"IHDR", struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)),
                           (b"IDAT", zlib.compress(bytes(rows))), (b"IEND", b"")):
            file.write(struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)))
    return True
