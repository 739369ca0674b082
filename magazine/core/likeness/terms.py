"""The terms of an article with their weights: what it speaks of, and how loudly."""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
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
    before = ""
    for word, weight in zip(words, weights, strict=False):
        low = word.lower()
        name, before = before, ""
        if low in FUNCTION_WORDS or len(low) == 1:
            continue
        if word[0].isdigit():
            yield low, weight * _NUMBER_WEIGHT
        elif word[0].isupper():
            before = stem(low)
            yield before, weight * _NAME_WEIGHT
            if name:
                yield f"{name} {before}", weight * _NAME_WEIGHT * _PAIR_WEIGHT
        else:
            yield stem(low), weight
