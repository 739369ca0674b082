"""Terms against what is usual: the vector of an article, as short as it can be kept."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from magazine.core.likeness.background import BACKGROUND
from magazine.core.likeness.terms import code_of

_BACKGROUND_ARTICLES = 500
"""As many articles' worth the background counts beside the library's own: with a handful of
articles the words of all news would else pass for what these have in common."""
_RAREST = 1 / 200
"""The share of articles below which a term is no more telling for being rarer. A library of
ten articles and one of a million thus judge alike."""
_MOST_TERMS = 64

_USUAL = {code_of(term): _BACKGROUND_ARTICLES * share for term, share in BACKGROUND.items()}


@dataclass(frozen=True, slots=True)
class Frequencies:
    """In how many articles of a library each term occurs."""

    articles: int
    counts: Mapping[int, int]
    """By the term's code; those of the terms that are asked for are enough."""

    def worth(self, codes: Iterable[int]) -> dict[int, float]:
        """Return how telling each term is: 0 when everyone uses it."""
        all_articles = self.articles + _BACKGROUND_ARTICLES
        found: dict[int, float] = {}
        for code in codes:
            share = (self.counts.get(code, 0) + _USUAL.get(code, 0.0) + 0.5) / all_articles
            found[code] = -math.log(min(1.0, max(_RAREST, share)))
        return found


@dataclass(frozen=True, slots=True)
class Vector:
    """The weightiest terms of an article by their codes, of length 1 together."""

    weights: Mapping[int, float]
    """The weightiest first."""

    def key_terms(self, count: int) -> tuple[int, ...]:
        """Return the codes of its weightiest terms."""
        return tuple(self.weights)[:count]


def vector_of(terms: Mapping[int, float], worth: Mapping[int, float]) -> Vector:
    """Return the vector of an article's terms; ``worth`` is what ``Frequencies`` says of each."""
    # Ties break by code, so that two runs keep the same terms.
    telling = sorted([(-weight * worth[code], code) for code, weight in terms.items()])
    kept = [(-weight, code) for weight, code in telling[:_MOST_TERMS] if weight]
    length = math.sqrt(sum(weight * weight for weight, _ in kept)) or 1.0
    return Vector({code: weight / length for weight, code in kept})


def cosine(one: Vector, other: Vector) -> float:
    """Return how alike two articles are in what they speak of: 0 to 1."""
    weights, others = one.weights, other.weights
    return sum([weights[code] * others[code] for code in weights.keys() & others.keys()])
