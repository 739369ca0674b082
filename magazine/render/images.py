"""Pictures by name and by kind, and the landscape of a screen edition's cover."""

import base64
import hashlib
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from magazine.render.cover import Palette, Plate, cover_svg
from magazine.render.themes import Theme

Assets = Mapping[str, bytes]
"""Pictures by address, ``asset:picture/<name>``."""
NO_ASSETS: Assets = MappingProxyType({})
_KINDS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
)


def address_of(name: str) -> str:
    """Return the address at which a page names a user's picture."""
    return f"asset:picture/{name}"


def addressed(pictures: Mapping[str, bytes]) -> Assets:
    """Return pictures, which come by the names that stories give them, by their addresses."""
    return {address_of(name): content for name, content in pictures.items()}


def digests_of(assets: Assets) -> Iterator[str]:
    """Yield what tells each picture from another."""
    for name, content in sorted(assets.items()):
        yield f"{name} {hashlib.sha256(content).hexdigest()[:16]}"


def media_type(content: bytes) -> str:
    """Return a picture's media type by its first bytes; empty when it is of no kind that is shown."""
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    return next((kind for start, kind in _KINDS if content.startswith(start)), "")


def data_address(content: bytes, kind: str = "") -> str:
    """Return a picture as a ``data:`` address."""
    return f"data:{kind or media_type(content)};base64,{base64.b64encode(content).decode('ascii')}"


def landscape(seed: str, letter: str, theme: Theme, height: float) -> str:
    """Return the cover's landscape as SVG, 210 units wide."""
    colours = theme.accent(letter)
    palette = Palette(ground=theme.ground, accent=colours.accent, sun=colours.sun)
    return cover_svg(seed, letter, palette, Plate(width=210, height=height, is_flat=theme.is_flat))
