"""Names: capitalised spans, codes, acronyms and the countries' adjectives."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from magazine.core.facts.script import words_of
from magazine.core.facts.vocabulary import is_common
from magazine.core.facts.words import FUNCTION_WORDS


@dataclass(frozen=True, slots=True)
class Name:
    """A capitalised span without its honorifics: ``Reserve Bank of India``, ``B. R. Gavai``."""

    text: str
    start: int
    end: int
    opens: bool
    """At the start of a sentence, where any word takes a capital."""

    @property
    def words(self) -> tuple[str, ...]:
        """Its words, the linking ones left out."""
        return tuple(word for word in _WORD.findall(self.text) if word.lower() not in FUNCTION_WORDS)


_UPPER = "A-ZÀ-ÖØ-Þ"
_PIECE = rf"(?:(?<![\w'])[{_UPPER}][\w'&./-]*|(?<![\w'])[a-z]{{1,3}}[{_UPPER}]\w*)"
_SPAN = re.compile(
    rf"{_PIECE}(?:[ \n\t]{{1,3}}(?:(?:of|for|the|de|al|bin|von|van)[ \n\t]{{1,3}}){{0,2}}{_PIECE})*"
)
_WORD = re.compile(r"[\w][\w'&./-]*\w|\w")
_OPENING = frozenset('.!?:;"“‘(\n•*-[')

HONORIFICS: frozenset[str] = frozenset(
    words_of(
        "shri smt sri dr mr mrs ms prof professor sir justice hon'ble honourable hon km kumari"
        " shrimati adv er lt gen col maj capt brig adm"
    )
)
"""Stand before a person's name and are no part of it."""

HONORIFICS_HI: frozenset[str] = frozenset(words_of("श्री श्रीमती सुश्री डॉ डा प्रो न्यायमूर्ति"))


def names(text: str) -> tuple[Name, ...]:
    """Return the names of a plain text whose numbers and dates are blanked out.

    A sentence's first word is a name only when it is no common word.
    """
    found: list[Name] = []
    for match in _SPAN.finditer(text):
        opens = _opens(text, match.start())
        span = _without_honorifics(match[0])
        start = match.start() + len(match[0]) - len(span)
        span = span.rstrip("./-&'")
        if not span or (opens and _is_only_common(span, start == match.start())):
            continue
        span = span.removesuffix("'s")
        found.append(Name(span, start, start + len(span), opens and start == match.start()))
    return tuple(found)


def _opens(text: str, start: int) -> bool:
    before = text[max(0, start - 4) : start].rstrip(" \t")
    return not before or before[-1] in _OPENING


def _without_honorifics(span: str) -> str:
    """Drop the honorifics, articles and particles with which a span begins."""
    while span:
        first, _, rest = span.partition(" ")
        word = first.rstrip(".").lower()
        if word not in HONORIFICS and word not in FUNCTION_WORDS:
            return span
        if first.isupper() and len(first) > 1 and word not in HONORIFICS and first != "THE":
            return span  # IT, WHO, US
        span = rest.lstrip()
    return span


def _is_only_common(span: str, first: bool) -> bool:
    return first and " " not in span and not _is_acronym(span) and is_common(span)


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def acronyms_of(text: str) -> frozenset[str]:
    """Return the acronyms that the capitalised spans of a plain text could be written as."""
    found: set[str] = set()
    for match in _TITLE_RUN.finditer(text):
        words = re.findall(r"[^\W\d_]+", match[0])[:_LONGEST_TITLE]
        found.update(_initials(words))
    return frozenset(found)


_TITLE_RUN = re.compile(
    rf"[{_UPPER}]\w+(?:[ -](?:(?:of|for|the|and|on|in|to|&|,)[ -]){{0,2}}[{_UPPER}]\w*){{1,9}}"
)
_LONGEST_TITLE = 10


def _initials(words: list[str]) -> Iterable[str]:
    for first in range(len(words)):
        if not words[first][0].isupper():
            continue
        full = capitals = ""
        for word in words[first:]:
            full += word[0].upper()
            capitals += word[0] if word[0].isupper() else ""
            if len(capitals) > 1:
                yield capitals
                yield full


def is_acronym(word: str) -> bool:
    """Tell whether a word is written in capitals only, as an acronym is."""
    letters = word.replace(".", "")
    return len(letters) > 1 and letters.isupper() and letters.isalpha()


def spelled_initials(name: Name) -> str:
    """Return the initials of a name in small letters: ``rbi`` for Reserve Bank of India."""
    return "".join(word[0] for word in name.words if word[0].isupper()).lower()
