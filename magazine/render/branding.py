"""A brand to its view: its words in their places. Pure."""

import re

from magazine.render.brand import Brand
from magazine.render.frontmatter import shortened
from magazine.render.qr import qr_svg
from magazine.render.themes import Theme
from magazine.render.view import BrandView

_FOOT_LETTER = 1.55
"""Millimetres of a letter of the page's foot."""
_DEVANAGARI = re.compile("[\u0900-\u097f]")


def brand_view(brand: Brand | None, theme: Theme) -> BrandView | None:
    """Return a brand's view; None without one, or when it has no name and is a watermark alone."""
    if not brand or not brand.name:
        return None
    contact = brand.contact
    site = re.sub(r"^https?://(www\.)?|/$", "", contact.web)
    return BrandView(
        name=brand.name,
        lang="hi" if _DEVANAGARI.search(brand.name) else "en",
        tagline=brand.tagline,
        edition=brand.edition,
        has_logo=bool(brand.logo),
        foot=_foot(brand.name, (*contact.phone[:1], site or contact.email), theme.page.band / _FOOT_LETTER),
        address=contact.address,
        phone=contact.phone,
        email=contact.email,
        web=contact.web,
        site=site,
        code=qr_svg(brand.qr),
        code_url=brand.qr,
        cover_lines=brand.cover_lines,
        about=brand.about,
    )


def _foot(name: str, reached: tuple[str, ...], letters: float) -> str:
    """Return the name and what fits behind it; a name too long for a line is cut after a word."""
    line = shortened(name, int(letters))
    for each in filter(None, reached):
        longer = f"{line} · {each}"
        line = longer if len(longer) <= letters else line
    return line
