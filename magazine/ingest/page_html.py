"""A saved web page, or a piece of one, to an article."""

import logging
import re
from copy import deepcopy
from datetime import tzinfo

from magazine.core.errors import UnreadableError
from magazine.ingest.draft import Draft
from magazine.ingest.markup import Element, drop_hidden, lines_of_tree, parse_html, text_of_markup
from magazine.ingest.page_facts import page_facts
from magazine.ingest.prose import BULLET, HEADING

_WHOLE_PAGE = re.compile(r"<(?:html|body|head|!doctype)\b", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(\S{1,2000}) -->")
"""What browsers write at the head of a page that they save."""
_SILENT = logging.NullHandler()
_DEEPEST = 400
"""Levels of nesting above which a page is an attack on recursive readers and no layout."""
_LEAST_SHARE = 0.2
"""An extract with a smaller share of a short page's words has missed the article; one with
all of them has only lost the page's paragraphs."""
_SHORT_PAGE = 400
"""Words."""


def read_page(markup: str, zone: tzinfo) -> Draft:
    """Return the article of a page: its main text, without menus, boxes and what is hidden.

    A piece of a page, without ``<html>`` or ``<body>``, is the article throughout.

    Raises:
        UnreadableError: The page shows no text.
    """
    tree = parse_html(markup)
    if tree is None:
        raise UnreadableError("The page is empty: save it again from the browser.")
    drop_hidden(tree)
    shown = lines_of_tree(tree)
    saved = _SAVED_FROM.search(markup[:4096])
    facts = page_facts(tree, shown, zone)
    lines = _main_lines(tree, shown) if _WHOLE_PAGE.search(markup[:4096]) else shown
    if not lines:
        raise UnreadableError(
            "The page shows no text: save it again from the browser, or save the text as .txt."
        )
    return Draft(
        title=facts.title,
        body="\n\n".join(lines),
        url=facts.url or (saved[1] if saved else ""),
        published=facts.published,
        category=facts.category,
        source=facts.source,
        author=facts.author,
    )


def _main_lines(tree: Element, shown: list[str]) -> list[str]:
    """Return the lines of the main text; all that is shown when no main text can be told."""
    if _depth(tree) > _DEEPEST:
        return shown
    extract = text_of_markup(_extract(deepcopy(tree)))
    lines = extract.split("\n\n") if extract else []
    found, all_words = _words(lines), _words(shown)
    is_missed = found < all_words * _LEAST_SHARE and all_words <= _SHORT_PAGE
    return shown if is_missed or not 0 < found < all_words else lines


def _words(lines: list[str]) -> int:
    return sum(len(line.removeprefix(HEADING).removeprefix(BULLET).split()) for line in lines)


def _depth(tree: Element) -> int:
    depths = {tree: 1}
    for element in tree.iterdescendants():
        depths[element] = depths[element.getparent()] + 1
    return max(depths.values())


def _extract(tree: Element) -> str:
    """Return trafilatura's choice of a page's main text, as HTML; empty when it finds none."""
    import trafilatura

    # Its remarks on a page without text are ours to make, in our words.
    logging.getLogger("trafilatura").addHandler(_SILENT)
    try:
        extract = trafilatura.extract(
            tree,
            output_format="html",
            include_comments=False,
            include_tables=True,
            include_formatting=True,
            with_metadata=False,
        )
    except Exception:  # noqa: BLE001 - whatever it trips over on a hostile page, the lines shown are still there
        return ""
    return extract or ""
