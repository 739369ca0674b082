"""The words of an article, as all measures of likeness read them."""

import re
from dataclasses import dataclass

from magazine.core.facts.script import INDIC, plain

_WORD = re.compile(rf"[^\W_{INDIC}]+(?:[.,:]\d+)*|[{INDIC}]+")
_MOST_SIGNS = 16_000
"""Of a longer text, some 2,500 words, only the beginning is read."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words and numbers of an article in order, with their capitals."""

    title: tuple[str, ...]
    body: tuple[str, ...]


def words_of(title: str, body: str) -> Words:
    """Return the words of an article."""
    return Words(_words(title), _words(body))


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(plain(text[:_MOST_SIGNS])))
