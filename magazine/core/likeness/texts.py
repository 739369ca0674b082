"""Two articles word for word: a copy of one text, or one form filled in for something else.

Offices write by template. Two condolences share nine words in ten and are two
accidents: what tells them apart are the facts that each has and the other lacks.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

from magazine.core.facts.script import words_of
from magazine.core.facts.vocabulary import is_common
from magazine.core.facts.words import stem
from magazine.core.likeness.words import Words

_SHINGLE = 5
_MOST_WORDS = 2000
"""Of a longer text only the beginning is compared."""
_LEAD = 60
"""Words of title and beginning, where a release says what it is about."""
_COPIED = 0.9
"""The share of the shorter text's shingles that a copy shares. Copies with light edits, a cut
end or added furniture share 0.92 and more."""
_TEMPLATE = 0.25
"""The share that hardly comes about but by a template."""
_COMPARABLE = 0.3
"""A text of less than this share of another's length is no filling of the same form."""
_MANY_NAMES, _AS_LONG = 4, 0.5
"""So many names of its own in each of two texts of about one length show another filling."""
_MONTHS = frozenset(
    words_of("january february march april may june july august september october november december")
)


class Likeness(Enum):
    """How two texts stand to each other. COPY: the same text. TEMPLATE: one form, other facts."""

    COPY = auto()
    TEMPLATE = auto()
    NEITHER = auto()


@dataclass(frozen=True, eq=False)
class Reading:
    """An article read for comparison."""

    words: Words

    @cached_property
    def shingles(self) -> frozenset[str]:
        """Every run of five words, in small letters, of the title and of the body.

        A shorter text is one run; none goes from the title into the body, where a copy
        may have put something between.
        """
        title = len(self.words.title)
        return frozenset((*_runs(self._low[:title]), *_runs(self._low[title:])))

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its words."""
        return frozenset(map(stem, self._low))

    @cached_property
    def names(self) -> frozenset[str]:
        """The stems of its words with a capital that are no common words, and of months."""
        return frozenset(_names(self._cased))

    @cached_property
    def lead_names(self) -> frozenset[str]:
        """Those of the title and the beginning."""
        return frozenset(_names(self._cased[: len(self.words.title) + _LEAD]))

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Its numbers, without commas."""
        return frozenset(word.replace(",", "") for word in self._cased if word[0].isdigit())

    @cached_property
    def _cased(self) -> tuple[str, ...]:
        return (*self.words.title, *self.words.body)[:_MOST_WORDS]

    @cached_property
    def _low(self) -> tuple[str, ...]:
        return tuple(word.lower() for word in self._cased)


def likeness(one: Reading, other: Reading) -> Likeness:
    """Return how two texts stand to each other, whoever published them."""
    shared = containment(one.shingles, other.shingles)
    if shared >= _COPIED and not _differ(one, other):
        return Likeness.COPY
    short, long = sorted((len(one.shingles), len(other.shingles)))
    if shared >= _TEMPLATE and short >= _COMPARABLE * long and _are_of_others(one, other):
        return Likeness.TEMPLATE
    return Likeness.NEITHER


def containment(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of the smaller set that the other has as well."""
    return len(one & other) / max(1, min(len(one), len(other)))


def _differ(one: Reading, other: Reading) -> bool:
    """Tell whether each has facts that the other lacks: what only one adds makes no other text."""
    return bool(
        (one.numbers - other.numbers and other.numbers - one.numbers)
        or (one.names - other.stems and other.names - one.stems)
    )


def _are_of_others(one: Reading, other: Reading) -> bool:
    """Tell whether each begins with names, or brings many, that the other has nowhere."""
    if one.lead_names - other.stems and other.lead_names - one.stems:
        return True
    short, long = sorted((len(one.shingles), len(other.shingles)))
    own = len(one.names - other.stems), len(other.names - one.stems)
    return min(own) >= _MANY_NAMES and short >= _AS_LONG * long


def _runs(words: Sequence[str]) -> Iterator[str]:
    for at in range(max(min(1, len(words)), len(words) - _SHINGLE + 1)):
        yield " ".join(words[at : at + _SHINGLE])


def _names(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        if word[0].isupper():
            low = word.lower()
            if low in _MONTHS or (len(low) > 1 and not is_common(low)):
                yield stem(low)
