"""JSON and JSON Lines: one row, one article."""

import codecs
import json
from collections.abc import Iterable, Iterator
from datetime import tzinfo

from magazine.core.article import Article, Refused
from magazine.core.errors import UnreadableError
from magazine.ingest.draft import LARGEST_ARTICLE, article_from
from magazine.ingest.fields import draft_from_fields, is_article

_LISTS = ("articles", "items", "entries")
"""Where a document keeps its rows, when it is not a list itself."""
_TOO_DEEP = "It is nested too deep to be articles: write one object a line."


def read_json(text: str, where: str, zone: tzinfo) -> Iterator[Article | Refused]:
    """Yield the articles of a JSON document: an object, a list, or an object with a list of them.

    Rows are counted from 1 in ``Refused.where``. A document that turns out to
    be JSON Lines is read as such.

    Raises:
        UnreadableError: The document as a whole cannot be read.
    """
    try:
        document = json.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        if error.msg == "Extra data":
            yield from read_json_lines(
                (line.encode("utf-8", "replace") for line in text.split("\n")), where, zone
            )
            return
        raise UnreadableError(
            f"It is broken JSON (line {error.lineno}, column {error.colno}):"
            " mend it, or save one object a line as .jsonl."
        ) from error
    except RecursionError as error:
        raise UnreadableError(_TOO_DEEP) from error
    except ValueError as error:  # a number of thousands of digits
        raise UnreadableError("It holds a number too long to be one: put it in quotation marks.") from error
    rows = _rows(document)
    if not rows:
        raise UnreadableError('It holds no article: give a list of objects with "title" and "body".')
    for number, row in enumerate(rows, start=1):
        yield _article(_sourced(row, document), f"{where}:{number}" if len(rows) > 1 else where, zone)


def read_json_lines(lines: Iterable[bytes], where: str, zone: tzinfo) -> Iterator[Article | Refused]:
    """Yield the article or the refusal of each line that is not blank.

    Args:
        lines: UTF-8, perhaps with a byte-order mark at the head. A line that is cut
            because it is too long has more than 5 MB.
        where: The file; ``Refused.where`` adds the line, counted from 1.
        zone: The zone of times that name none.

    Raises:
        UnreadableError: There is no line but blank ones.
    """
    is_empty = True
    for number, line in enumerate(lines, start=1):
        text = line.removeprefix(codecs.BOM_UTF8) if number == 1 else line
        if text.strip():
            is_empty = False
            yield from _line(text, f"{where}:{number}", zone)
    if is_empty:
        raise UnreadableError("It is empty: write one article a line, or leave it out.")


def _line(line: bytes, where: str, zone: tzinfo) -> Iterator[Article | Refused]:
    try:
        document = _parsed(line)
    except UnreadableError as error:
        yield Refused(where=where, reason=str(error))
        return
    rows = _rows(document) if isinstance(document, dict) else []
    for row in rows or [document]:
        yield _article(row, where, zone)


def _parsed(line: bytes) -> object:
    if len(line) > LARGEST_ARTICLE:
        raise UnreadableError("The line is longer than 5 MB: keep one article a line, or leave it out.")
    try:
        return json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise UnreadableError(
            f"The line is not UTF-8 (byte {error.start}): save the file as UTF-8."
        ) from error
    except json.JSONDecodeError as error:
        raise UnreadableError(
            f"The line is broken JSON (column {error.colno}): mend it or take it out."
        ) from error
    except RecursionError as error:
        raise UnreadableError(_TOO_DEEP) from error
    except ValueError as error:
        raise UnreadableError(
            "The line holds a number too long to be one: put it in quotation marks."
        ) from error


def _rows(document: object) -> list[object]:
    if isinstance(document, list):
        return document
    if isinstance(document, dict) and not is_article(document):
        return next((document[key] for key in _LISTS if isinstance(document.get(key), list)), [document])
    return [document]


def _sourced(row: object, document: object) -> object:
    """Return a row of a feed with the feed's title for its source, when it names none itself."""
    if isinstance(row, dict) and isinstance(document, dict) and row is not document:
        return {"source": document.get("title"), **row}
    return row


def _article(row: object, where: str, zone: tzinfo) -> Article | Refused:
    if not isinstance(row, dict):
        return Refused(
            where=where, reason='It is no article: write an object such as {"title": …, "body": …}.'
        )
    try:
        return article_from(draft_from_fields(row), zone)
    except UnreadableError as error:
        return Refused(where=where, reason=str(error))
