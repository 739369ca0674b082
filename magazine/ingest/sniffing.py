"""Which format a file is in: by its suffix, or by how it begins."""

import re
from enum import StrEnum
from pathlib import PurePath

from magazine.core.errors import UnreadableError
from magazine.ingest.page_text import is_page_text


class Format(StrEnum):
    """What can be read."""

    MARKDOWN = "markdown"
    PAGE = "page"
    PLAIN = "plain"
    PAGE_TEXT = "page-text"
    JSON = "json"
    JSON_LINES = "json-lines"
    FEED = "feed"


_SUFFIXES = {
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.PAGE,
    ".htm": Format.PAGE,
    ".xhtml": Format.PAGE,
    ".txt": Format.PLAIN,
    ".text": Format.PLAIN,
    ".json": Format.JSON,
    ".jsonl": Format.JSON_LINES,
    ".ndjson": Format.JSON_LINES,
    ".xml": Format.FEED,
    ".rss": Format.FEED,
    ".atom": Format.FEED,
    ".rdf": Format.FEED,
}
READABLE = ", ".join(_SUFFIXES)
"""The suffixes that are read, for messages."""

_LOOKED_AT = 4096
_HTML = re.compile(
    r"(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    r"<(?:!doctype html|html|head|body|meta|title|article|main|section|div|p|h[1-6]|table|ul|ol|span)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(r"<(?:\?xml|rss|feed|rdf|opml|urlset)\b", re.IGNORECASE)
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE)
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n")
_MARKDOWN = re.compile(r"#{1,6} \S")


def format_by_suffix(name: str) -> Format | None:
    """Return the format that a file's name promises; None when it promises none that is read."""
    return _SUFFIXES.get(PurePath(name).suffix.lower())


def format_of_text(text: str, promised: Format | None) -> Format:
    """Return the format of a text, which may not be what its name promised.

    JSON, HTML and feeds are taken at their word; plain text and Markdown may turn out
    to be a page, and a text without promise anything.

    Raises:
        UnreadableError: It is XML other than XHTML and feeds.
    """
    if promised in (Format.JSON, Format.JSON_LINES, Format.PAGE, Format.FEED):
        return promised
    head = text[:_LOOKED_AT].lstrip("\ufeff \t\r\n")
    return _markup_of(head) or _text_of(text, head, promised)


def _markup_of(head: str) -> Format | None:
    if _HTML.match(head):
        return Format.PAGE
    if not _XML.match(head):
        return None
    if _FEED.search(head):
        return Format.FEED
    raise UnreadableError("It is XML: save the article itself as .html or .txt.")


def _text_of(text: str, head: str, promised: Format | None) -> Format:
    if promised is None and head[:1] in ("{", "["):
        return Format.JSON
    if _FRONT_MATTER.match(head) or _MARKDOWN.match(head):
        return Format.MARKDOWN
    if is_page_text(text[:_LOOKED_AT]):
        return Format.PAGE_TEXT
    return promised or Format.PLAIN
