"""Bytes to text: which encoding, and which bytes are no text at all."""

import codecs
import re

from magazine.core.errors import UnreadableError

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FIRST_BYTES = (
    (b"\x1f\x8b", "a gzip archive: unpack it and add what is in it"),
    (b"PK\x03\x04", "a zip archive or an office document: unpack it, or save its text as .txt"),
    (b"BZh", "a bzip2 archive: unpack it and add what is in it"),
    (b"\xfd7zXZ", "an xz archive: unpack it and add what is in it"),
    (b"7z\xbc\xaf", "a 7z archive: unpack it and add what is in it"),
    (b"%PDF", "a PDF: save its text as .txt, or the page as .html"),
    (b"\x89PNG", "a picture: add the article's text instead"),
    (b"\xff\xd8\xff", "a picture: add the article's text instead"),
    (b"GIF8", "a picture: add the article's text instead"),
    (b"RIFF", "a picture, a sound or a film: add the article's text instead"),
    (b"SQLite format 3", "a database: name a magazine's own library with --library"),
    (b"\xd0\xcf\x11\xe0", "an old office document: save its text as .txt"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""")
_NOT_BELIEVED = frozenset((
    "utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "utf-7",
    "idna", "punycode", "unicode-escape", "unicode_escape", "raw-unicode-escape", "raw_unicode_escape",
))  # fmt: skip
"""Codecs that no text is in that is neither marked nor UTF-8 and says so itself: read by them it would
be gibberish."""
_LOOKED_AT = 65_536
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\f\r\x1b")
_MOST_CONTROLS = 0.01
"""Share of control bytes above which bytes are no text."""


def decoded(raw: bytes, *, may_declare: bool = False, told: str = "") -> str:
    """Return the text of a file: by its byte-order mark, as UTF-8, as declared, or as Windows-1252.

    Args:
        raw: The whole file.
        may_declare: A ``charset=`` or ``encoding=`` near its beginning counts.
        told: The encoding that a server named, which counts before that.

    Raises:
        UnreadableError: It is no text, or in none of these encodings.
    """
    refuse_binary(raw)
    for mark, encoding in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return _strictly(raw, encoding).removeprefix("\ufeff")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.end == len(raw) and error.reason == "unexpected end of data":
            return raw[: error.start].decode("utf-8")  # a copy cut within its last letter
    if named := _codec(told) or (_declared(raw) if may_declare else None):
        return _strictly(raw, named)
    return _strictly(raw, "utf-8" if _is_mostly_utf8(raw) else "cp1252")


def refuse_binary(raw: bytes) -> None:
    """Raise for bytes that are an archive, a picture or anything else but text.

    Raises:
        UnreadableError: They are; the message says what to do.
    """
    for first, what in _FIRST_BYTES:
        if raw.startswith(first):
            raise UnreadableError(f"It is {what}.")
    if raw.startswith(tuple(mark for mark, _ in _BYTE_ORDER_MARKS)):
        return
    head = raw[:_LOOKED_AT]
    if len(head) - len(head.translate(None, _CONTROLS)) > len(head) * _MOST_CONTROLS:
        raise UnreadableError("It is not text: save the article as UTF-8 text, Markdown or HTML.")


def _strictly(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError(
            f"It is not whole {encoding.upper()} (byte {error.start}): save it again as UTF-8."
        ) from error


def _declared(raw: bytes) -> str | None:
    match = _DECLARED.search(raw[:4096])
    return _codec(match[1].decode("ascii")) if match else None


def _codec(name: str) -> str | None:
    try:
        name = codecs.lookup(name).name
        " ".encode(name)  # a codec of bytes, such as hex, is no encoding
    except (LookupError, ValueError, TypeError):
        return None
    if name in _NOT_BELIEVED:
        return None
    # Pages that say Latin-1 mean Windows-1252, as browsers read them.
    return {"iso8859-1": "cp1252", "ascii": "cp1252"}.get(name, name)


def _is_mostly_utf8(raw: bytes) -> bool:
    text = raw.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    return sum(1 for letter in text if letter > "\x7f") - bad > bad
