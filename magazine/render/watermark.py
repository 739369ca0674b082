"""Light words behind a page, as a tile that is laid over the whole of it. Pure.

A tile is laid as a pattern, which a reader of the text does not look into: what is copied,
searched or read aloud is the page without them.
"""

from xml.sax.saxutils import escape

WATERMARK = "asset:brand/watermark"
COVER_WATERMARK = "asset:brand/watermark-cover"
_WIDTH, _HEIGHT = 104.0, 78.0
"""Of a tile, in millimetres."""
_TALLEST = 13.0
_SLOPE = 28
_LETTER = 0.56
"""The mean width of a letter, as a share of its height: bold capitals and Devanagari included."""


def watermark_svg(text: str, colour: str, *, opacity: float = 1.0) -> str:
    """Return a tile with the words, as large as it takes them in one line.

    Args:
        text: The words.
        colour: ``#rrggbb``.
        opacity: 1 is opaque.
    """
    tall = min(_TALLEST, 0.98 * _WIDTH / (_LETTER * max(1, len(text))))
    x, y = _WIDTH / 2, _HEIGHT / 2
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH:g} {_HEIGHT:g}" '
        f'width="{_WIDTH:g}mm" height="{_HEIGHT:g}mm">'
        f'<g transform="rotate(-{_SLOPE} {x:g} {y:g})"><text x="{x:g}" y="{y:g}" text-anchor="middle" '
        f'font-family="Source Sans 3, Noto Sans Devanagari" font-weight="700" font-size="{tall:.2f}" '
        f'fill="{colour}" fill-opacity="{opacity:g}">{escape(text)}</text></g></svg>'
    )
