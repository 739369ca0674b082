"""How an issue is dressed: a theme, in a brand's colours, for a desk or for a press. Pure."""

import dataclasses
import hashlib
from dataclasses import dataclass

from magazine.render.brand import Brand
from magazine.render.themes import Accent, Page, Theme
from magazine.render.watermark import COVER_WATERMARK, WATERMARK, watermark_svg

LOGO = "asset:brand/logo"
"""The address at which a page names the logo."""
_MARKS = 8.0
"""Millimetres around the trim: the bleed, and outside of it the crop marks."""
_ART_BLEED = 4.0
"""How far a drawing runs beyond the trim: a little more than is asked for."""
_GUTTER = 0.25
"""The share of a side margin that the outer one gives to the inner one; the text keeps its width."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How an issue is dressed. Made by ``dressed``."""

    theme: Theme
    """In the brand's colours."""
    brand: Brand | None
    print_ready: bool

    def style(self) -> str:
        """Return the style sheet."""
        parts = [self.theme.style()]
        if self.watermark:
            parts.append(f"@page {{ background: url({WATERMARK}) }}")
            parts.append(f".watermark {{ background: url({COVER_WATERMARK}) }}")
        if self.print_ready:
            parts.append(_press_style(self.theme.page))
        return "\n".join(parts)

    def assets(self) -> dict[str, bytes]:
        """Return the pictures of ours that the page names, by their addresses."""
        found = {LOGO: self.brand.logo} if self.brand and self.brand.logo else {}
        if self.watermark:
            found[WATERMARK] = watermark_svg(self.watermark, "#ececec").encode()
            # Over the cover's drawing: dark enough for its paper, light enough for its ground.
            found[COVER_WATERMARK] = watermark_svg(self.watermark, "#8f8f8f", opacity=0.24).encode()
        return found

    @property
    def watermark(self) -> str:
        """The words behind every page; empty: none."""
        return self.brand.watermark if self.brand else ""

    @property
    def pages_multiple(self) -> int:
        """What the number of pages is a multiple of: sheets of a press are folded once."""
        return 4 if self.print_ready else 1

    def digest(self) -> str:
        """Return a short hash of all that shows on the page."""
        parts = (self.theme.digest(), self.brand.digest() if self.brand else "", str(self.print_ready))
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def dressed(theme: Theme, brand: Brand | None = None, *, print_ready: bool = False) -> Look:
    """Return the look of a theme in a brand's colours; a theme of one ink keeps it."""
    return Look(theme=coloured(theme, brand), brand=brand, print_ready=print_ready)


def coloured(theme: Theme, brand: Brand | None) -> Theme:
    """Return the theme in a brand's colours; a theme of one ink keeps it."""
    if brand is None or all(each.accent == theme.ink for each in theme.accents.values()):
        return theme
    accents = {
        letter: Accent(accent=brand.colour(letter) or each.accent, sun=each.sun)
        for letter, each in theme.accents.items()
    }
    return dataclasses.replace(theme, accents=accents)


def _press_style(page: Page) -> str:
    """Return what a press asks for: bleed, crop marks, a gutter, black text in the black ink alone."""
    _, right, _, left = page.margins
    wider, taller = (1 + 2 * _ART_BLEED / side for side in (page.width, page.height))
    inner, outer = 1 + _GUTTER, 1 - _GUTTER
    black = "device-cmyk(0 0 0 1)"
    boxes = ("top-left", "top-right", "top-center", "bottom-left", "bottom-right")
    return "\n".join((
        f"@page {{ bleed: {_MARKS:g}mm; marks: crop }}",
        f"@page :left {{ margin-right: {right * inner:g}mm; margin-left: {left * outer:g}mm }}",
        f"@page :right {{ margin-left: {left * inner:g}mm; margin-right: {right * outer:g}mm }}",
        f"@page {{ {' '.join(f'@{box} {{ color: {black} }}' for box in boxes)} }}",
        f":root {{ --ink: {black}; --soft: device-cmyk(0 0 0 .72); --rule: device-cmyk(0 0 0 .26) }}",
        ".cover, .closing { overflow: visible }",
        f".cover .art, .closing .art {{ transform: scale({wider:.5f}, {taller:.5f}) }}",
    ))  # fmt: skip
