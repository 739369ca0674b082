"""Numbers in figures, and where any number begins."""

import re
from collections.abc import Sequence

from magazine.core.facts.magnitude import Magnitude, adjoins
from magazine.core.facts.numerals import (
    GLUED_SCALES,
    HINDI_ORDINAL_ENDINGS,
    MULTIPLES,
    ORDINALS,
    SCALES,
    TENS,
    UNITS,
)
from magazine.core.facts.script import Token, words_of
from magazine.core.facts.spelled import ARTICLES, spelled_at

_CODE = re.compile(r"\d+(?::\d+)+|\d+(?:\.\d+){2,}|\d+(?:-\d+){2,}|\d{16,}")
_ENDINGS = frozenset(["st", "nd", "rd", "th", *HINDI_ORDINAL_ENDINGS])
_AFTER_ENUMERATOR = re.compile(r"[.):]\s")
NUMBER_OPENERS: frozenset[str] = frozenset([*UNITS, *TENS, *ORDINALS, *MULTIPLES, *ARTICLES, "half"])
"""The words with which a number can begin; the others begin with a figure."""
_GENERATION = re.compile(r"[A-Z]\b(?![.&])")


def magnitude_at(text: str, tokens: Sequence[Token], index: int) -> Magnitude | None:
    """Return the number that begins at a token, or None."""
    token = tokens[index]
    if token.text[0].isdigit():
        return _figure(text, tokens, index)
    low = token.low
    if low in ORDINALS:
        return _ordinal_word(tokens, index)
    if low in MULTIPLES:
        return Magnitude(value=MULTIPLES[low], end=index + 1, ratio=True, worded=True)
    if low == "half" and not _after_ordinal(tokens, index):
        return Magnitude(value=0.5, end=index + 1, ratio=True, worded=True)
    if low in UNITS or low in TENS or low in ARTICLES:
        return spelled_at(text, tokens, index)
    return None


def _after_ordinal(tokens: Sequence[Token], index: int) -> bool:
    # "the first half", "half-yearly" and "one-half" are no halves of their own.
    return bool(index) and (tokens[index - 1].low in ORDINALS or tokens[index - 1].low in _ENDINGS)


def _ordinal_word(tokens: Sequence[Token], index: int) -> Magnitude | None:
    low = tokens[index].low
    if low == "second" and index and tokens[index - 1].low in {"per", "a", "every"}:
        return None
    return Magnitude(value=ORDINALS[low], end=index + 1, ordinal=True, worded=True)


def _figure(text: str, tokens: Sequence[Token], index: int) -> Magnitude | None:
    token = tokens[index]
    if _CODE.fullmatch(token.text) or _enumerates(text, token) or _part_of_a_name(text, tokens, index):
        return None
    digits = token.text.replace(",", "")
    value, decimals = float(digits), len(digits.partition(".")[2])
    end, scale = index + 1, 1.0
    if end < len(tokens) and tokens[end].start == token.end:
        if tokens[end].low in _ENDINGS:
            return Magnitude(value=value, end=end + 1, ordinal=True)
        if tokens[end].low in GLUED_SCALES and _may_scale(text, token, tokens[end]):
            scale, end = GLUED_SCALES[tokens[end].low], end + 1
    while end < len(tokens) and tokens[end].low in SCALES and adjoins(text, tokens[end - 1], tokens[end]):
        scale *= SCALES[tokens[end].low]
        end += 1
    tolerance = 0.5 * 10**-decimals * scale if decimals or scale > 1 else 0.0
    return Magnitude(value=float(f"{value * scale:.12g}"), end=end, tolerance=tolerance, scale=scale)


def _enumerates(text: str, token: Token) -> bool:
    """Tell whether a figure only numbers a list's entry: ``1. The first``."""
    if len(token.text) > 2 or _AFTER_ENUMERATOR.match(text, token.end) is None:  # noqa: PLR2004 - 99 entries
        return False
    before = text[max(0, token.start - 3) : token.start].rstrip(" *#-(")
    return not before or before[-1] in ".:;!?\n"


def _may_scale(text: str, figure: Token, letter: Token) -> bool:
    # "5m" is five metres unless money stands before it; "10K" is ten thousand.
    return letter.low == "k" or text[max(0, figure.start - 2) : figure.start].strip()[-1:] in {"$", "€", "£"}


def _part_of_a_name(text: str, tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a figure belongs to a name: Chandrayaan-3, COVID-19, 5G, page2."""
    token = tokens[index]
    if _is_generation(text, token):
        return True
    before = text[token.start - 1] if token.start else " "
    if before.isalpha() or before in "_@#":
        return True
    if before != "-" or not index:
        return False
    name = tokens[index - 1]
    return name.end == token.start - 1 and name.text[0].isupper() and name.low not in _HYPHENATED


def _is_generation(text: str, token: Token) -> bool:
    """Tell whether one capital follows a figure at once: 5G, 3D; not 10K, nor Article 243G."""
    follows = _GENERATION.match(text, token.end)
    if follows is None or follows[0] in {"K", "M", "B"} or not token.text.isdigit():
        return False
    return _PROVISION_BEFORE.search(text[max(0, token.start - 12) : token.start]) is None


_HYPHENATED = frozenset(words_of("rs inr usd article section schedule part phase rule clause chapter"))
_PROVISION_BEFORE = re.compile(r"(?i)\b(?:articles?|art\.?|sections?|sec\.?|rules?|and|अनुच्छेद|धारा)\s*$")
