"""Pictures of a screen edition: the landscape of its cover, and a user's own of kinds that hold no script."""

import base64
from collections.abc import Mapping
from types import MappingProxyType

from magazine.render.cover import Palette, Plate, cover_svg
from magazine.render.themes import Theme

Assets = Mapping[str, bytes]
"""Pictures by name, ``asset:picture/<name>``."""
NO_ASSETS: Assets = MappingProxyType({})
_KINDS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
)


def media_type(content: bytes) -> str:
    """Return a picture's media type by its first bytes; empty when it is of no kind that is shown."""
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    return next((kind for start, kind in _KINDS if content.startswith(start)), "")


def shown(assets: Assets) -> Assets:
    """Return the pictures that an edition can show."""
    return {name: content for name, content in assets.items() if media_type(content)}


def data_address(content: bytes, kind: str = "") -> str:
    """Return a picture as a ``data:`` address."""
    return f"data:{kind or media_type(content)};base64,{base64.b64encode(content).decode('ascii')}"


def landscape(seed: str, letter: str, theme: Theme, height: float) -> str:
    """Return the cover's landscape as SVG, 210 units wide."""
    colours = theme.accent(letter)
    palette = Palette(ground=theme.ground, accent=colours.accent, sun=colours.sun)
    return cover_svg(seed, letter, palette, Plate(width=210, height=height, is_flat=theme.is_flat))
