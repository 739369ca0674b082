"""What a page can do to the typesetter, and what a story can: nothing leaves, and the rest is printed."""

import base64
import http.server
import io
import shutil
import struct
import threading
import zlib
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest

from magazine.core.errors import RendererError
from magazine.core.issue import Issue
from magazine.core.ports import Edition
from magazine.render.confined import GIB, Limits, OverrunError, confined
from magazine.render.pdf import PdfRenderer
from magazine.render.themes import Theme, load_theme
from magazine.render.typesetting import Manuscript, Sheets, typeset
from tests.render.sample import a_section, a_story, an_issue

FONT = "@font-face { font-family: f; src: url(asset:fonts/SourceSans3-Regular.ttf) } html { font-family: f }"
TIGHT = Limits(seconds=6, memory=2 * GIB)


def sheets_of(html: str, limits: Limits) -> Sheets:
    return confined(typeset, Manuscript(html=html, style=FONT, identifier="x"), limits=limits)


@pytest.fixture
def visited() -> Iterator[tuple[int, list[str]]]:
    """A server on the loopback, and the paths that were asked of it."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None: ...

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port, asked
        server.shutdown()


def _svg(inside: str) -> str:
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{inside}</svg>'
    return "data:image/svg+xml;base64," + base64.b64encode(drawing.encode()).decode()


REACHING = (
    '<img src="{at}">',
    '<link rel=attachment href="{at}">',
    '<a rel=attachment href="{at}">x</a>',
    '<object data="{at}">x</object>',
    '<embed src="{at}">',
    '<iframe src="{at}"></iframe>',
    '<link rel=stylesheet href="{at}">',
    '<style>@import "{at}";</style>',
    "<style>@import url({at});</style>",
    '<p style="background: url({at})">x',
    '<style>@font-face {{ font-family: f; src: url({at}) }}</style><p style="font-family: f">x',
    '<ul style="list-style: url({at})"><li>x</ul>',
    "<style>.c::before {{ content: url({at}) }}</style><p class=c>x",
    "<style>@page {{ background: url({at}) }}</style>",
    '<p style="border-image: url({at}) 1">x',
    '<svg><image href="{at}" width="9" height="9"/></svg>',
    '<svg><use href="{at}#a"/></svg>',
    '<base href="{at}"><img src="relative.png">',
    '<img srcset="{at} 2x" src="{at}">',
    '<body background="{at}">x',
)


@pytest.mark.parametrize("vector", REACHING)
def test_no_page_reaches_the_network_or_the_disk(
    vector: str, visited: tuple[int, list[str]], tmp_path: Path
) -> None:
    port, asked = visited
    secret = tmp_path / "secret.txt"
    secret.write_text("the-secret-of-this-disk")
    places = (f"http://127.0.0.1:{port}/canary", secret.as_uri(), secret.as_uri().replace("file", "FiLe"))
    sheets = sheets_of("".join(vector.format(at=place) for place in places), Limits(seconds=120))

    assert asked == []
    with pikepdf.open(io.BytesIO(sheets.content)) as pdf:
        assert not pdf.attachments
        streams = [
            each.read_bytes()
            for each in pdf.objects
            if isinstance(each, pikepdf.Stream) and "/Subtype" not in each
        ]
    assert not any(b"the-secret" in each for each in streams)


def test_a_drawing_within_a_drawing_reaches_nothing_either(visited: tuple[int, list[str]]) -> None:
    port, asked = visited
    inner = f'<image href="http://127.0.0.1:{port}/canary" width="9" height="9"/>'
    sheets = sheets_of(f'<img src="{_svg(inner)}">', Limits(seconds=120))

    assert asked == []
    assert "left out: 1" in sheets.notes[-1]


def _png(width: int, height: int) -> str:
    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes(height * (1 + (width + 7) // 8)), 9)
    content = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return "data:image/png;base64," + base64.b64encode(content).decode()


_USES = "".join(f'<g id="a{n}">' + f'<use href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, 8))
EXHAUSTING = {
    "deep": "<div>" * 2_000 + "x",
    "deeper": "<b>" * 20_000 + "x",
    "a huge letter": '<p style="font-size:1e7px">x',
    "a huge page": "<style>@page{size:1e9px 1e9px}</style>x",
    "a tall box": '<div style="height:1e8px">x</div>',
    "many columns": '<div style="columns:100000">x</div>',
    "a wide cell": "<table><tr><td colspan=1000000>x</table>",
    "tall cells": "<table>" + "<tr><td rowspan=65000>x" * 50 + "</table>",
    "uses of uses": f'<svg><defs><g id="a0"><rect width="1" height="1"/></g>{_USES}</defs>'
    '<use href="#a7"/></svg>',
    "entities of entities": '<!DOCTYPE s [<!ENTITY a "aaaa">]><svg><text>&a;</text></svg>',
    "a huge drawing": '<svg width="1e9" height="1e9"><rect width="1e9" height="1e9" fill="red"/></svg>',
    "a fine pattern": '<svg width="1000" height="1000"><defs><pattern id="p" width="0.0001" height="0.0001">'
    '<rect width="1" height="1"/></pattern></defs><rect width="1000" height="1000" fill="url(#p)"/></svg>',
    "a large picture": f'<img src="{_png(12_000, 12_000)}">',
    "a larger picture": f'<img src="{_png(30_000, 30_000)}">',
    "a long word": "<p>" + "x" * 1_000_000,
    "a long text": "<p>" + "lorem ipsum " * 83_000,
    "many tracks": '<div style="display:grid;grid-template-columns:repeat(100000,1px)">x</div>',
    "a high counter": '<p style="counter-increment:a 999999999999999999999">x',
    "a page of no width": "<style>@page{size:1px 1px;margin:0}</style>" + "hello " * 2_000,
    "odd characters": "a\0b\u202e\ufdfa" * 1_000,
}


@pytest.mark.parametrize("html", EXHAUSTING.values(), ids=EXHAUSTING)
def test_a_page_is_set_or_stopped_and_says_why(html: str) -> None:
    try:
        outcome = sheets_of(html, TIGHT).content[:5].decode()
    except OverrunError as overrun:
        outcome = overrun.cause

    assert outcome.startswith(("%PDF-", "it took longer", "it needed more", "it failed with", "it died"))
    assert "lorem" not in outcome


def test_markup_in_an_article_is_its_text(visited: tuple[int, list[str]]) -> None:
    port, asked = visited
    vectors = [each.format(at=f"http://127.0.0.1:{port}/canary") for each in REACHING]
    vectors += [html for html in EXHAUSTING.values() if len(html) < 300]
    stories = (a_story(f"Story {n}", f"First. {text} " * 2) for n, text in enumerate(vectors))
    edition = PdfRenderer().render(an_issue(a_section("C", *stories)))
    text = "".join(_texts(edition))

    assert asked == []
    assert edition.notes == ()
    assert "colspan=1000000" in text
    assert "<iframe" in text


def _texts(edition: Edition) -> list[str]:
    return [each.get_textpage().get_text_bounded() for each in pdfium.PdfDocument(edition.content)]


STRANGE = {
    "ten thousand marks": "Z" + "\u0301\u0337\u0322" * 3_334,
    "ten thousand brackets": "(" * 5_000 + "[" * 5_000,
    "right to left": "\u202e\u05e9\u05dc\u05d5\u05dd \u0627\u0644\u0639\u0631\u0628\u064a\u0629 1,23,456 "
    * 40,
    "a long line of Hindi": "क्ष्म्य" * 500,
    "markup of PDF": ")>> endobj stream BT (x) Tj ET \\( \\\\ " * 50,
}


@pytest.mark.parametrize("text", STRANGE.values(), ids=STRANGE)
def test_strange_text_is_printed_or_its_story_named(text: str) -> None:
    edition = PdfRenderer().render(
        an_issue(a_section("C", a_story("Strange", f"First. {text}. Last."), a_story()))
    )
    pages = "".join(_texts(edition))

    assert "A bridge opens over the river" in pages
    assert "Strange" in pages or any("(strange) cannot be set" in note for note in edition.notes)


@pytest.fixture
def breaking(tmp_path: Path) -> Theme:
    """A theme in which a story called "Unsettable" makes the engine fail."""
    folder = tmp_path / "breaking"
    shutil.copytree(load_theme().folder, folder)
    shared = (load_theme().folders[1] / "_story_body.html").read_text()
    broken = '{% if "Unsettable" in story.headline %}<p style="font-size: 1e7px">x</p>{% endif %}'
    (folder / "_story_body.html").write_text(shared + broken)
    return load_theme(str(folder))


def _mixed(*titles: str) -> Issue:
    half = len(titles) // 2
    sections = (a_section("A", *map(a_story, titles[:half])), a_section("C", *map(a_story, titles[half:])))
    return an_issue(*sections)


def test_a_story_that_breaks_the_page_is_named_and_the_rest_is_printed(breaking: Theme) -> None:
    edition = PdfRenderer(breaking).render(_mixed("One", "Two", "Three", "Unsettable of four"))
    cover = _texts(edition)[0]

    assert len(edition.notes) == 1
    assert edition.notes[0].startswith("C2 (unsettable-of-four) cannot be set: it failed with ")
    assert edition.notes[0].endswith("; it is left out.")
    assert "3 stories" in cover
    assert "3 articles" in cover
    assert all("Unsettable" not in text for text in _texts(edition))


def test_an_issue_of_which_nothing_is_left_is_refused_with_the_cause(breaking: Theme) -> None:
    with pytest.raises(RendererError, match="cannot be set: it failed with") as refused:
        PdfRenderer(breaking).render(_mixed("Unsettable", "Unsettable too"))

    assert isinstance(refused.value.__cause__, OverrunError)
    assert "weasyprint" in "".join(refused.value.__cause__.__notes__)


def test_an_issue_that_no_story_breaks_is_refused_with_the_cause() -> None:
    with pytest.raises(RendererError, match="it took longer than 0 s"):
        PdfRenderer(limits=Limits(seconds=0.01)).render(an_issue())
