"""Files, folders, standard input and addresses to articles."""

import codecs
import stat
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import tzinfo
from itertools import chain
from pathlib import Path
from typing import BinaryIO, TypeAlias

from magazine.core.addresses import without_keys
from magazine.core.article import Article, Guessed, Refused
from magazine.core.dates import IST
from magazine.core.errors import UnreadableError
from magazine.ingest.courier import Courier, NotFetchedError
from magazine.ingest.dates import published_from_file_name
from magazine.ingest.decoding import decoded, refuse_binary
from magazine.ingest.draft import LARGEST_ARTICLE, Draft, article_from
from magazine.ingest.feeds import LARGEST_FEED, MOST_ITEMS, as_teaser, read_feed
from magazine.ingest.folders import files_under
from magazine.ingest.json_rows import read_json, read_json_lines
from magazine.ingest.markdown import read_markdown
from magazine.ingest.page_html import read_page
from magazine.ingest.page_text import read_page_text
from magazine.ingest.pages import fetch_page
from magazine.ingest.plain_text import read_plain_text
from magazine.ingest.sniffing import READABLE, Format, format_by_suffix, format_of_text

LARGEST_JSON = 50_000_000
"""Bytes of a JSON document, which is read whole; JSON Lines has no limit but that of a line."""

Found: TypeAlias = Article | Refused | Guessed
"""An article, an input that is none, or what had to be guessed of the articles before."""

_STDIN = "-"

_UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_inputs(
    inputs: Iterable[str],
    stdin: BinaryIO | None = None,
    zone: tzinfo = IST,
    courier: Courier | None = None,
) -> Iterator[Found]:
    """Yield every article of the inputs in their order, and a refusal for each that is none.

    What had to be guessed of an article follows it.

    Nothing is raised for a bad input; the rest is read all the same. At most
    one file of 5 MB, one JSON document of 50 MB or one line of 5 MB is held at a
    time: larger ones are refused.

    Args:
        inputs: Paths of files (their format told by suffix or beginning) and of folders
            (read to their depths, in order of name, hidden files apart), and addresses of
            pages; ``-`` is ``stdin``.
        stdin: Read once, for the first ``-``.
        zone: The zone of times that name none.
        courier: Fetches pages; without one an address is refused.
    """
    for given in inputs:
        if given == _STDIN:
            yield from _read_stdin(stdin, zone)
            stdin = None
        elif not given:
            yield Refused(
                where=given, reason="The path is empty: give a file, a folder or - for standard input."
            )
        elif is_address(given):
            yield _read_address(given, zone, courier)
        else:
            yield from _read_path(given, zone)


def is_address(given: str) -> bool:
    """Tell whether an input is the address of a page and no path."""
    return given.lower().startswith(("http://", "https://"))


def _read_address(given: str, zone: tzinfo, courier: Courier | None) -> Article | Refused:
    if courier is None:
        return Refused(
            where=given, reason="Nothing is fetched here: save the page as .html and add the file."
        )
    try:
        return article_from(fetch_page(given, courier, zone), zone)
    except (NotFetchedError, UnreadableError) as error:
        return Refused(where=without_keys(given), reason=str(error))


def _read_path(given: str, zone: tzinfo) -> Iterator[Found]:
    path = Path(given)
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        yield Refused(where=given, reason="There is no such file: check the path.")
        return
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        yield Refused(where=given, reason=_cannot_be_opened(error))
        return
    if not stat.S_ISDIR(mode):
        yield from _read_file(path, given, zone)
        return
    is_empty = True
    for file in files_under(path):
        is_empty = False
        yield from [file] if isinstance(file, Refused) else _read_file_of_folder(file, zone)
    if is_empty:
        yield Refused(where=given, reason=f"The folder holds no file: add files that end in {READABLE}.")


def _read_file_of_folder(path: Path, zone: tzinfo) -> Iterator[Found]:
    if format_by_suffix(path.name) is None:
        reason = f"Files of this kind are not read: save it as one that ends in {READABLE}."
        yield Refused(where=str(path), reason=reason)
    else:
        yield from _read_file(path, str(path), zone)


def _read_file(path: Path, where: str, zone: tzinfo) -> Iterator[Found]:
    try:
        with path.open("rb") as stream:
            yield from _read_stream(stream, where, format_by_suffix(path.name), zone, path.name)
    except UnreadableError as error:
        yield Refused(where=where, reason=str(error))
    except OSError as error:
        yield Refused(where=where, reason=_cannot_be_opened(error))


def _read_stdin(stdin: BinaryIO | None, zone: tzinfo) -> Iterator[Found]:
    if stdin is None:
        yield Refused(
            where=_STDIN, reason="Standard input can be read only once: name - once, and pipe a text into it."
        )
        return
    try:
        yield from _read_stream(stdin, _STDIN, None, zone, "")
    except UnreadableError as error:
        yield Refused(where=_STDIN, reason=str(error))
    except OSError as error:
        yield Refused(where=_STDIN, reason=_cannot_be_opened(error))


def _read_stream(
    stream: BinaryIO, where: str, promised: Format | None, zone: tzinfo, file_name: str
) -> Iterator[Found]:
    first = stream.readline(LARGEST_ARTICLE + 1)
    if _is_json_lines(first, promised):
        refuse_binary(first)
        yield from read_json_lines(chain([_whole_line(first, stream)], _lines(stream)), where, zone)
        return
    if promised is Format.FEED:
        yield from _read_feed(_bytes(first, stream, LARGEST_FEED), where, zone)
        return
    limit = LARGEST_JSON if _is_json(first, promised) else LARGEST_ARTICLE
    raw = _bytes(first, stream, limit)
    text = _text(raw, promised)
    kind = format_of_text(text, promised)
    if kind in (Format.JSON, Format.JSON_LINES):
        yield from read_json(text, where, zone)
        return
    if kind is Format.FEED:
        yield from _read_feed(raw, where, zone)
        return
    by_name = published_from_file_name(file_name, zone)
    for draft in _drafts(text, kind, zone):
        yield article_from(draft if draft.is_stub else replace(draft, published_by_file_name=by_name), zone)
        if draft.guessed:
            yield Guessed(where=where, reason=draft.guessed)


def _read_feed(raw: bytes, where: str, zone: tzinfo) -> Iterator[Found]:
    feed = read_feed(raw)
    if not (feed.items or feed.refused):
        raise UnreadableError("The feed holds no item: add one that does.")
    for number, item in enumerate(feed.items, start=1):
        try:
            yield article_from(as_teaser(item.draft), zone)
        except UnreadableError as error:
            yield Refused(where=f"{where}:{number}", reason=str(error))
    yield from (replace(one, where=f"{where}: {one.where}") for one in feed.refused)
    if feed.repeated:
        reason = f"{feed.repeated} items stand in the feed a second time: of each the first was read."
        yield Guessed(where=where, reason=reason)
    if feed.cut:
        reason = f"{feed.cut} items were left out: of a feed the first {MOST_ITEMS} are read."
        yield Refused(where=where, reason=reason)


def _drafts(text: str, kind: Format, zone: tzinfo) -> tuple[Draft, ...]:
    if kind is Format.PAGE_TEXT:
        return read_page_text(text)
    if kind is Format.PAGE:
        return (read_page(text, zone),)
    if kind is Format.MARKDOWN:
        return (read_markdown(text, zone),)
    return (read_plain_text(text, zone),)


def _is_json(first: bytes, promised: Format | None) -> bool:
    if promised is None:
        return first.removeprefix(codecs.BOM_UTF8).lstrip()[:1] in (b"[", b"{")
    return promised in (Format.JSON, Format.JSON_LINES)


def _is_json_lines(first: bytes, promised: Format | None) -> bool:
    if promised is Format.JSON_LINES:
        return not first.startswith(_UTF_16_MARKS)
    if promised is not None:
        return False
    # One object and a line end: without the line end it may as well be a whole document.
    line = first.removeprefix(codecs.BOM_UTF8).strip()
    return first.endswith(b"\n") and line.startswith(b"{") and line.endswith(b"}")


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    while line := stream.readline(LARGEST_ARTICLE + 1):
        yield _whole_line(line, stream)


def _whole_line(line: bytes, stream: BinaryIO) -> bytes:
    # The rest of a line that is too long is read past and not kept.
    rest = line
    while len(rest) > LARGEST_ARTICLE and not rest.endswith(b"\n"):
        rest = stream.readline(LARGEST_ARTICLE + 1)
    return line


def _text(raw: bytes, promised: Format | None) -> str:
    text = decoded(raw, may_declare=promised in (None, Format.PAGE))
    if not text.strip("\ufeff \t\r\n\x00"):
        raise UnreadableError("It is empty: save the article's text in it, or leave it out.")
    return text


def _bytes(first: bytes, stream: BinaryIO, limit: int) -> bytes:
    raw = first + stream.read(limit + 1 - len(first))
    if len(raw) > limit:
        raise UnreadableError(
            f"It is larger than {limit // 1_000_000} MB: split it, or save it as JSON Lines (.jsonl)."
        )
    return raw


def _cannot_be_opened(error: OSError | ValueError) -> str:
    why = error.strerror if isinstance(error, OSError) and error.strerror else "its name cannot be used"
    return f"It cannot be opened ({why.lower()}): check the path and its permissions."
