"""What a screen needs beyond a page: colours for a dark ground, fonts inside the file."""

import base64
import re

from magazine.assets import bundled
from magazine.render.contrast import contrast
from magazine.render.themes import Theme

DARK_GROUND = "#17181b"
"""The paper of the dark look, as in the editions' style sheets."""
_ENOUGH = 7.0
"""Contrast of an accent on its ground: WCAG 2, AAA."""
_STEPS = 40
_DEVANAGARI = re.compile("[\u0900-\u097f\ua8e0-\ua8ff]")
_Face = tuple[str, str, int, str]
"""Family, file, weight and style."""
_HEADING: _Face = ("Magazine Heading", "heading", 700, "normal")
_FACES: tuple[_Face, ...] = (
    _HEADING,
    ("Magazine Reading", "reading", 400, "normal"),
    ("Magazine Reading", "reading-italic", 400, "italic"),
    ("Magazine Label", "label", 400, "normal"),
    ("Magazine Label", "label-semibold", 600, "normal"),
)
_HINDI_BOLD: _Face = ("Noto Sans Devanagari", "devanagari-bold", 700, "normal")
_HINDI_FACES: tuple[_Face, ...] = (("Noto Sans Devanagari", "devanagari", 400, "normal"), _HINDI_BOLD)


def accent_rules(theme: Theme) -> str:
    """Return the rules that set a section's accent for either ground."""
    return "\n".join(
        f".accent-{letter}{{--accent:{each.accent};--accent-dark:{for_dark(each.accent)}}}"
        for letter, each in theme.accents.items()
    )


def for_dark(colour: str) -> str:
    """Return a colour ``#rrggbb`` made so light that it can be read on the dark ground."""
    channels = _channels(colour)
    for step in range(_STEPS + 1):
        lighter = tuple(round(each + (255 - each) * step / _STEPS) for each in channels)
        found = "#" + "".join(f"{each:02x}" for each in lighter)
        if contrast(found, DARK_GROUND) >= _ENOUGH:
            return found
    return "#ffffff"


def has_devanagari(text: str) -> bool:
    """Return whether a text needs a Devanagari font."""
    return bool(_DEVANAGARI.search(text))


def font_rules(*, hindi: bool) -> str:
    """Return ``@font-face`` rules that hold the fonts themselves; with Devanagari where it is needed."""
    return "\n".join(_rule(face) for face in (*_FACES, *(_HINDI_FACES if hindi else ())))


def title_font_rules(*, hindi: bool) -> str:
    """Return ``@font-face`` rules that hold the fonts of a title alone."""
    return "\n".join(_rule(face) for face in (_HEADING, *((_HINDI_BOLD,) if hindi else ())))


def _rule(face: _Face) -> str:
    family, file, weight, style = face
    path = bundled("templates") / "editions" / "fonts" / f"{file}.woff2"
    content = base64.b64encode(path.read_bytes()).decode("ascii")
    return (
        f'@font-face{{font-family:"{family}";font-weight:{weight};font-style:{style};'
        f'font-display:swap;src:url(data:font/woff2;base64,{content}) format("woff2")}}'
    )


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[place : place + 2], 16) for place in (1, 3, 5))
