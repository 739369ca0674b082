"""What stands in an edition beside words: elements, attributes, links, scripts, files."""

import io
import re
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import lxml.html
import pikepdf
from lxml import etree
from markdown_it import MarkdownIt

from magazine.render.compose import safe_url

Kind = tuple[str, str, tuple[str, ...]]
"""Of an element: the kind of file, its name, and the names of its attributes."""

_READ = (".xhtml", ".opf", ".svg", ".xml")
_ADDRESSES = (
    "href",
    "src",
    "action",
    "formaction",
    "data",
    "poster",
    "srcset",
    "{http://www.w3.org/1999/xlink}href",
)
_DOING = (
    "/JavaScript",
    "/JS",
    "/Launch",
    "/EmbeddedFiles",
    "/EmbeddedFile",
    "/RichMedia",
    "/SubmitForm",
    "/ImportData",
    "/GoToR",
    "/GoToE",
    "/AA",
    "/XFA",
    "/AcroForm",
    "/Movie",
    "/Sound",
    "/3D",
)
_INSIDE = re.compile(
    r"#.*|data:(?:image|font)/[\w+.-]+;base64,.*|[\w./-]*\.(?:xhtml|css|svg|png|ttf|opf)(?:#.*)?"
)
_AS_MARKDOWN = {"link_open", "image", "html_inline", "code_inline", "em_open", "fence", "code_block"}


def elements(suffix: str, content: bytes) -> Iterator[Any]:
    """Yield every element of an edition that is made of markup.

    Raises:
        etree.XMLSyntaxError: A file that has to be XML is none.
    """
    yield from _ELEMENTS[suffix](content)


def _of_html(content: bytes) -> Iterator[Any]:
    return _named(lxml.html.fromstring(content))


def _of_book(content: bytes) -> Iterator[Any]:
    for name, text in _files(content).items():
        if name.endswith(_READ):
            yield from _named(etree.fromstring(text))


def _of_cards(content: bytes) -> Iterator[Any]:
    for field in _card_fields(content):
        yield from _named(lxml.html.fragment_fromstring(field, create_parent="card"))


def _of_markdown(content: bytes) -> Iterator[Any]:
    inner = (
        each for token in MarkdownIt("commonmark").parse(content.decode()) for each in token.children or ()
    )
    for token in inner:
        if token.type in _AS_MARKDOWN:
            yield etree.Element(token.type, {name: str(value) for name, value in token.attrs.items()})


_ELEMENTS = {"html": _of_html, "epub": _of_book, "apkg": _of_cards, "md": _of_markdown}


def kinds(suffix: str, content: bytes) -> set[Kind]:
    """Return which elements with which attributes an edition has."""
    return {(suffix, str(each.tag), tuple(sorted(each.attrib))) for each in elements(suffix, content)}


def skeleton(content: bytes) -> list[str]:
    """Return the elements of the stories and the questions of an HTML edition, in order."""
    tree = lxml.html.fromstring(content)
    parts = tree.xpath("//*[contains(concat(' ', @class, ' '), ' story ') or contains(@class, 'question')]")
    return [str(each.tag) for part in parts for each in part.iter()]


def strange_links(suffix: str, content: bytes, texts: Iterable[str]) -> list[str]:
    """Return the addresses that lead anywhere but within the edition, and to no source's own address."""
    sources = {_plain(text) for text in texts if safe_url(text)}
    found = _links_of_pdf(content) if suffix == "pdf" else _links(elements(suffix, content))
    return sorted({link for link in found if not _is_inside(link) and _plain(link) not in sources})


def doings(content: bytes) -> list[str]:
    """Return what a PDF could do by itself: scripts, files in it, forms, programs to start."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        found = {f"{key} in the PDF" for each in pdf.objects for key in _keys(each) if key in _DOING}
        return sorted(found | ({"a file in the PDF"} if len(pdf.attachments) else set()))


def _named(tree: Any) -> Iterator[Any]:
    return (each for each in tree.iter() if isinstance(each.tag, str))


def _files(content: bytes) -> Mapping[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _card_fields(content: bytes) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "collection.anki2"
        path.write_bytes(_files(content)["collection.anki2"])
        database = sqlite3.connect(path)
        try:
            return [
                field for (row,) in database.execute("SELECT flds FROM notes") for field in row.split("\x1f")
            ]
        finally:
            database.close()


def _links(found: Iterable[Any]) -> Iterator[str]:
    for each in found:
        yield from (each.attrib[name] for name in _ADDRESSES if name in each.attrib)
        yield from re.findall(r"url\(([^)]+)\)", each.attrib.get("style", ""))


def _links_of_pdf(content: bytes) -> Iterator[str]:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for page in pdf.pages:
            for annotation in page.get("/Annots", ()):
                action: Any = annotation.get("/A", {})
                if "/URI" in action:
                    yield str(action["/URI"])


def _is_inside(link: str) -> bool:
    return bool(
        re.fullmatch(
            r"#.*|data:(?:image|font)/[\w+.-]+;base64,.*|[\w./-]*\.(?:xhtml|css|svg|png|ttf|opf)(?:#.*)?",
            link,
        )
    )


def _plain(link: str) -> str:
    return unquote(link).rstrip("/").casefold()


def _keys(each: Any) -> set[str]:
    held = each.stream_dict if isinstance(each, pikepdf.Stream) else each
    if not isinstance(held, pikepdf.Dictionary):
        return set()
    names = {str(value) for value in held.values() if isinstance(value, pikepdf.Name)}
    return {*held.keys(), *names}
