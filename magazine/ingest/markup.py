"""HTML to text: the one module that parses markup.

A tree is parsed once, rid of what a reader would not see, and set as lines:
``## `` headings, ``- `` points, table rows as ``| a | b |``, paragraphs.
"""

import html
import re
from collections.abc import Iterator
from typing import Any, TypeAlias

from magazine.ingest.prose import BULLET, HEADING, is_row, row_of

Element: TypeAlias = Any
"""An ``lxml.html.HtmlElement``; lxml is not typed."""

# The repetitions are bounded, so that a megabyte of "<a ====" takes no longer than its length.
_TAG = re.compile(
    r"<!--|<!doctype\b"
    r"|</?(?:a|article|b|br|blockquote|body|div|em|font|form|h[1-6]|head|hr|html|i|iframe|img|input|li|ol|p|pre|script"
    r"|section|span|strong|style|su[bp]|svg|t[abdhr]|table|u|ul|video)(?:[\s/][^<>]{0,2000})?>"
    r"|</?[a-z][\w:-]{0,40}(?:[\s/][^<>=]{0,200}=[^<>]{0,2000}|\s{0,9}/?)>",
    re.IGNORECASE,
)
# The semicolon is asked for, so that "?a=1&copy=2" stays an address.
_CHARACTER_REFERENCE = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)
_UNREAD = frozenset((
    "script", "style", "template", "noscript", "head", "title", "svg", "math", "iframe", "object", "embed",
    "canvas", "audio", "video", "map", "select", "option", "button", "textarea", "form", "nav", "footer",
    "aside", "dialog", "figcaption", "rp", "rt",
))  # fmt: skip
_BLOCKS = frozenset((
    "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figure", "header", "hr", "legend", "main", "ol", "p", "pre", "section", "summary",
    "table", "tbody", "tfoot", "thead", "ul",
))  # fmt: skip
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_HIDING_STYLE = re.compile(
    r"display:none|visibility:(?:hidden|collapse)|opacity:0(?:\.0+)?(?:;|$)|font-size:(?:0|1px)|text-indent:-\d{3,}"
)
_HIDING_CLASS = re.compile(r"(?:^|\s)(?:sr-only|visually-hidden|screen-reader-text|ReleaseLang)(?:\s|$)")
"""``ReleaseLang``: the other languages of a government release, as links below it."""
_WHITE = frozenset(("#fff", "#ffffff", "white"))
_MOST_COLUMNS = 12
_LONGEST_SPAN = 5
_WIDEST_ROW = 600
"""Characters; a longer row is a page's layout and not a table."""


def looks_like_markup(text: str) -> bool:
    """Tell whether a text holds an HTML tag or comment; a lone ``<`` or ``a < b`` is text."""
    return "<" in text and _TAG.search(text) is not None


def text_of_markup(markup: str) -> str:
    """Return the lines that a reader would see of a piece of HTML, parted by blank lines."""
    tree = parse_html(markup)
    if tree is None:
        return ""
    drop_hidden(tree)
    return text_of_tree(tree)


def text_keeping_lines(markup: str) -> str:
    """Return a text rid of its tags and of what they hide, its line ends kept: Markdown with HTML in it."""
    tree = parse_html(markup)
    if tree is None:
        return ""
    drop_hidden(tree)
    parts: list[str] = []
    for event, element in _walk(tree):
        is_start = event == "start"
        if (
            element.tag in _BLOCKS
            or element.tag in _HEADINGS
            or element.tag in ("br", "li", "tr", "td", "th")
        ):
            parts.append("\n\n")
        if is_start and (element.tag in _HEADINGS or element.tag == "li"):
            parts.append(BULLET if element.tag == "li" else HEADING)
        parts.append((element.text if is_start else element.tail) or "")
    return "".join(parts)


def without_markup(text: str) -> str:
    """Return a text that was to hold no markup without what it holds of it, its line ends kept."""
    return text_keeping_lines(text) if looks_like_markup(text) else with_characters(text)


def with_characters(text: str) -> str:
    """Return a text with character references such as ``&amp;`` written out."""
    return _CHARACTER_REFERENCE.sub(lambda match: html.unescape(match[0]), text) if "&" in text else text


def parse_html(markup: str) -> Element | None:
    """Return the tree of a page or a piece of one, however broken; None when it holds nothing."""
    from lxml import etree  # noqa: PLC0415 - slow to import
    from lxml import html as lxml_html  # noqa: PLC0415

    # Bytes, as lxml refuses a str that declares an encoding; libxml2 ends a text at NUL.
    page = markup.replace("\x00", "").encode("utf-8", "replace")
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        return lxml_html.document_fromstring(page, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def drop_hidden(tree: Element) -> None:
    """Take out the elements that a browser would not show."""
    for element in [element for element in tree.iter() if _is_hidden(element)]:
        if element.getparent() is not None:
            element.drop_tree()


def text_of_tree(tree: Element) -> str:
    """Return the text of a tree as lines, parted by blank lines, its page's furniture left out."""
    return "\n\n".join(lines_of_tree(tree))


def lines_of_tree(tree: Element) -> list[str]:
    """Return the headings, points, rows and paragraphs of a tree in reading order."""
    setting = _Setting()
    for event, element in _walk(tree):
        if event == "start":
            setting.open(element.tag, columns=_columns(element))
            setting.write(element.text, keeps_lines=element.tag == "pre")
        else:
            setting.close(element.tag)
            setting.write(element.tail)
    setting.end_line()
    return setting.lines


def _walk(tree: Element) -> Iterator[tuple[str, Element]]:
    from lxml import etree  # noqa: PLC0415 - slow to import

    walk = etree.iterwalk(tree, events=("start", "end"))
    skipped: Element | None = None
    for event, element in walk:
        if not isinstance(element.tag, str):
            continue
        if event == "start" and element.tag in _UNREAD:
            skipped = element
            walk.skip_subtree()
        elif event == "end" and element is skipped:
            skipped = None
            yield "end", element
        else:
            yield event, element


class _Setting:
    """Lines being set from a walk over a tree."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._run: list[str] = []
        self._marks: list[str] = [""]
        self._rows: list[tuple[int, list[int]]] = []
        """For each open table row, the line at which it begins and those at which its cells end."""
        self._columns: list[int] = []
        """For each open cell, how many columns it spans."""

    def open(self, tag: str, *, columns: int = 1) -> None:
        if tag == "br":
            self._break()
        elif tag in _HEADINGS or tag == "li":
            self.end_line()
            self._marks.append(BULLET if tag == "li" else HEADING)
        elif tag == "tr":
            self.end_line()
            self._rows.append((len(self.lines), []))
        elif tag in ("td", "th"):
            self.end_line()
            self._columns.append(columns)
        elif tag in _BLOCKS:
            self.end_line()

    def close(self, tag: str) -> None:
        if tag in _HEADINGS or tag == "li":
            self.end_line()
            if len(self._marks) > 1:
                self._marks.pop()
        elif tag == "tr":
            self.end_line()
            if self._rows:
                self._close_row(*self._rows.pop())
        elif tag in ("td", "th"):
            self.end_line()
            columns = self._columns.pop() if self._columns else 1
            if self._rows:
                self._rows[-1][1].extend([len(self.lines)] * columns)
        elif tag in _BLOCKS:
            self.end_line()

    def write(self, text: str | None, *, keeps_lines: bool = False) -> None:
        if not text:
            return
        if not keeps_lines:
            self._run.append(text)
            return
        for line in text.split("\n"):
            self._run.append(line)
            self.end_line()

    def end_line(self) -> None:
        line = " ".join("".join(self._run).split())
        self._run.clear()
        if line:
            self.lines.append(self._marks[-1] + line)

    def _break(self) -> None:
        # A heading or a point stays on one line.
        if self._marks[-1]:
            self._run.append(" ")
        else:
            self.end_line()

    def _close_row(self, start: int, ends: list[int]) -> None:
        begins = [start, *ends][: len(ends)]
        cells = [
            " ".join(line.removeprefix(BULLET).removeprefix(HEADING) for line in self.lines[begin:end])
            for begin, end in zip(begins, ends, strict=True)
        ]
        filled = sum(1 for cell in cells if cell)
        has_table = any(is_row(line) for line in self.lines[start:])
        # A row of layout, too wide or around a table of its own, stays the lines that it holds.
        goes_on = filled == 1 < len(cells) and start > 0 and is_row(self.lines[start - 1])
        if (filled > 1 or goes_on) and not has_table and sum(map(len, cells)) <= _WIDEST_ROW:
            self.lines[start:] = [row_of(cells)]


def _columns(element: Element) -> int:
    """Return how many columns of its table an element spans."""
    span = element.get("colspan", "")
    return (
        min(int(span), _MOST_COLUMNS) if span.isdecimal() and len(span) < _LONGEST_SPAN and int(span) else 1
    )


def _is_hidden(element: Element) -> bool:
    if not isinstance(element.tag, str):
        return False
    if element.get("hidden") is not None or element.get("aria-hidden", "").lower() == "true":
        return True
    style = re.sub(r"\s", "", element.get("style", "")).lower()
    if _HIDING_STYLE.search(style) or _HIDING_CLASS.search(element.get("class", "")):
        return True
    # White and tiny: how text is hidden in old markup.
    return element.get("color", "").lower() in _WHITE and element.get("size") in ("0", "1")
