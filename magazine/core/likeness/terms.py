"""The terms of an article with their weights: what it speaks of, and how loudly."""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from zlib import crc32

from magazine.core.facts.words import FUNCTION_WORDS, stem
from magazine.core.likeness.words import Words

_MOST_WORDS = 1500
"""What comes after them in a text adds nothing to what it is about."""
_LEAD = 40
"""Words of the beginning, where the news stands."""
_TITLE_WEIGHT, _LEAD_WEIGHT = 2.0, 2.5
_NAME_WEIGHT, _NUMBER_WEIGHT, _PAIR_WEIGHT = 1.5, 2.5, 0.5


def terms_of(words: Words) -> dict[int, float]:
    """Return the codes of an article's terms, each with its weight.

    Terms are stems, numbers, and pairs of capitalised words that follow each other
    (``reserv bank``). A term that is said again weighs more, but ever less so.
    """
    said: dict[str, float] = defaultdict(float)
    for term, weight in _weighed(words.title, [_TITLE_WEIGHT] * len(words.title)):
        said[term] += weight
    rest = max(0, len(words.body) - _LEAD)
    for term, weight in _weighed(words.body[:_MOST_WORDS], [_LEAD_WEIGHT] * _LEAD + [1.0] * rest):
        said[term] += weight
    return {code_of(term): 1 + math.log(weight) if weight >= 1 else weight for term, weight in said.items()}


def code_of(term: str) -> int:
    """Return the number that stands for a term, the same in every run: 32 bits, never negative."""
    return crc32(term.encode())


def _weighed(words: Sequence[str], weights: Sequence[float]) -> Iterator[tuple[str, float]]:
    name = ""
    for word, weight in zip(words, weights, strict=False):
        term, factor, is_name = _term(word)
        if factor:
            yield term, weight * factor
        if is_name and name:
            yield f"{name} {term}", weight * factor * _PAIR_WEIGHT
        name = term if is_name else ""


@lru_cache(maxsize=1 << 16)
def _term(word: str) -> tuple[str, float, bool]:
    """Return a word's term, what it weighs, 0 for an empty word, and whether it may be a name."""
    low = word.lower()
    if low in FUNCTION_WORDS or len(low) == 1:
        return low, 0.0, False
    if word[0].isdigit():
        return low, _NUMBER_WEIGHT, False
    is_name = word[0].isupper()
    return stem(low), _NAME_WEIGHT if is_name else 1.0, is_name
