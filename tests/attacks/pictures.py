"""Pictures made to do harm, and one that is good."""

import io
import struct
import zlib
from collections.abc import Mapping

from PIL import Image


def bombs() -> Mapping[str, bytes]:
    """Return pictures by name, the good one first."""
    good = _good()
    return {
        "good.png": good,
        "wide.png": _png(12_000, 12_000),
        "wider.png": _png(60_000, 60_000),
        "cut.png": good[: len(good) // 2],
        "lies.png": b"\x89PNG\r\n\x1a\n" + b"<svg onload=alert(1)>" * 50,
        "drawing.png": b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>',
        "long.png": good + b"\x00" * 5_000_000,
    }


def _good() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "#204060").save(out, "PNG")
    return out.getvalue()


def _png(width: int, height: int) -> bytes:
    rows = zlib.compress(bytes(min(height, 12_000) * (1 + (width + 7) // 8)), 9)
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    parts = (_chunk(b"IHDR", header), _chunk(b"IDAT", rows), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
