"""Text in one spelling, and its tokens: what all readers of facts start from."""

import re
import unicodedata
from typing import NamedTuple

_FOLDED = {
    **{0x966 + digit: str(digit) for digit in range(10)},
    0x93C: None,  # nukta: फ़रवरी and फरवरी are one word
    0x901: "\u0902",  # chandrabindu: पाँच and पांच are one word
    0x2019: "'",
    0x201B: "'",
    0xB4: "'",
    0x60: "'",
    0x201E: "“",
    0x201F: "“",
    0xAB: "“",
    0xBB: "”",
    0x2010: "-",
    0x2011: "-",
    0x2012: "-",
    0x2013: "-",
    0x2212: "-",
    0x2014: " - ",
    0x2015: " - ",
    0x2044: "/",
    **dict.fromkeys([0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF]),
    **dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127, 133, 8232, 8233], " "),
}

_ODD = re.compile(r"[^\t\n\r -_a-~]")
_TYPEWRITTEN = re.compile(r"``|''")


def plain(text: str) -> str:
    """Return a text in the one spelling in which facts are read.

    Compatibility forms, Devanagari digits, typographic dashes and apostrophes, nukta
    and invisible characters are folded; double quotation marks keep their direction.
    """
    if _ODD.search(text) is None and "''" not in text:
        return text
    text = unicodedata.normalize("NFKC", _TYPEWRITTEN.sub('"', text)).translate(_FOLDED)
    return unicodedata.normalize("NFC", text)


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a list that is written as a text, in the one spelling."""
    return tuple(plain(text).split())


class Token(NamedTuple):
    """A word, a number or a sign, and where it stands in the plain text."""

    text: str
    low: str
    start: int
    end: int


INDIC = "\u0900-\u0963\u0970-\u0dff"
"""The letters and vowel signs of the Indian scripts, which ``\\w`` does not cover."""

_LETTER = rf"[^\W\d_{INDIC}]"
_TOKEN = re.compile(
    rf"{_LETTER}[^\W{INDIC}]*(?:['.&]{_LETTER}[^\W{INDIC}]*)*(?!\w?\$)"
    r"|\d+(?::\d+)+|\d+(?:\.\d+){2,}|\d+(?:-\d+){2,}"  # a clock, a version, a telephone number: codes
    r"|\d+(?:,\d{2,3})+(?:\.\d+)?|\d+\.\d+|\d+"
    rf"|[{INDIC}]+"
    r"|(?:US|A|C|S|HK|NZ)?\$|[₹€£¥%]|°\s?[CF]\b"
)


def tokens_of(text: str) -> list[Token]:
    """Return the tokens of a plain text, in order; a hyphen parts two."""
    return [Token(m[0], m[0].lower(), m.start(), m.end()) for m in _TOKEN.finditer(text)]
