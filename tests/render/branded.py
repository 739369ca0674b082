"""A made-up institute's brand, and an issue of three stories with every part."""

import dataclasses
import functools
import io
from typing import Any

import pypdfium2 as pdfium
from PIL import Image

from magazine.core.issue import Issue
from magazine.core.ports import Edition
from magazine.render.brand import Brand, Contact
from magazine.render.pdf import PdfRenderer
from magazine.render.themes import load_theme
from tests.render.enriched import enriched
from tests.render.sample import sample_issue


def a_logo() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (90, 60), "#5b2a2a").save(out, "PNG")
    return out.getvalue()


def a_brand(**changes: Any) -> Brand:
    brand = Brand(
        name="Saptarang Study Circle",
        tagline="Read together",
        edition="Weekly 12",
        logo=a_logo(),
        accent="#5b2a2a",
        accents=(("B", "#1f4e79"),),
        contact=Contact(
            address=("14 Library Road", "Example Nagar"),
            phone=("011 5550 0142",),
            email="office@saptarang.example",
            web="https://www.saptarang.example/",
        ),
        qr="https://www.saptarang.example/weekly",
        cover_lines=("Test and key inside",),
        about=("A reading room with a teacher in it.",),
    )
    return dataclasses.replace(brand, **changes)


@functools.cache
def small_issue() -> Issue:
    issue = enriched(sample_issue())
    return dataclasses.replace(issue, sections=issue.sections[:1])


@functools.cache
def printed(theme: str = "classic", brand: Brand | None = None, *, print_ready: bool = False) -> Edition:
    """The small issue on paper."""
    return PdfRenderer(load_theme(theme), brand=brand, print_ready=print_ready).render(small_issue())


def texts(edition: Edition) -> list[str]:
    pages = pdfium.PdfDocument(edition.content)
    return [" ".join(page.get_textpage().get_text_bounded().split()) for page in pages]


def pictures(edition: Edition, scale: float = 0.4) -> list[Image.Image]:
    pages = pdfium.PdfDocument(edition.content)
    return [page.render(scale=scale).to_pil().convert("L") for page in pages]
