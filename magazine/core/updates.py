"""Figures that later reports of an event replace: a toll, an outlay, a count.

Conservative, as a figure that is wrongly taken for newer hides a true one. Two figures are
one matter only when they count the same thing in the same unit, are tied to the same words,
stand in reports of different days, and when neither report has the other's figure too.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from magazine.core.facts import CalendarKind, NumberKind, Quantity
from magazine.core.facts.script import words_of
from magazine.core.facts.vocabulary import is_common
from magazine.core.facts.words import FUNCTION_WORDS, stem
from magazine.core.guard.bind import comparable, ties
from magazine.core.guard.reading import BREAK, MARK, Anchor, Reading, read
from magazine.core.manuscript import Manuscript

_KINDS = frozenset({NumberKind.COUNT, NumberKind.MONEY, NumberKind.PERCENT, NumberKind.MEASURE})
_LEAST_SHARED, _LEAST_TIE = 3, 1.3
"""Words that two figures are both tied to, and the strength of those ties, so that they are one matter."""
_MOST_TIMES = 4.0
"""A figure that grew more than so many times counts something else."""
_PASSING = frozenset(
    words_of("yesterday today tomorrow daily hour hours week overnight previous कल आज रोज़ घंटे घंटों")
)
"""Words of figures that hold for one day or week: the next day's is no newer one of the same."""
_VAGUE = frozenset(
    map(stem, words_of("many much nearly almost around least total number overall additional"))
)
"""Words that stand before any figure."""
_SPANS = frozenset(map(stem, words_of("day days month months year years times दिन महीने साल वर्ष बार")))
_MOST_FIGURES = 400
"""Figures of an event that are compared; later ones of very long reports are left alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """A figure as a report gave it."""

    text: str
    day: str
    """The report's day, as YYYY-MM-DD."""
    sentence: str
    """The id of the sentence that gives it."""
    key: str
    """Its normal form: equal figures, equal keys."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """A figure and those it replaced, the latest of them first."""

    now: Reported
    before: tuple[Reported, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Figure:
    """A figure of a printable sentence, with what it is said of."""

    report: int
    day: str
    sentence: str
    reading: Reading
    anchor: Anchor
    tied: dict[str, float]

    @property
    def quantity(self) -> Quantity:
        return self.reading.facts.numbers[self.anchor.index]

    @property
    def counted(self) -> tuple[str, str, str]:
        """What is counted, by kind, unit and the word that follows."""
        quantity = self.quantity
        counts = self.reading.neighbours(self.anchor)[1] if quantity.kind is NumberKind.COUNT else ""
        return (str(quantity.kind), quantity.unit, counts)

    @property
    def reported(self) -> Reported:
        quantity = self.quantity
        return Reported(text=quantity.text, day=self.day, sentence=self.sentence, key=quantity.key)


def updates(manuscripts: Sequence[Manuscript], days: Sequence[str]) -> tuple[Update, ...]:
    """Return what later reports of an event replaced, in the order of the later sentences.

    Args:
        manuscripts: The reports of one event.
        days: The day of each, as YYYY-MM-DD.
    """
    if len(set(days)) == 1:
        return ()
    figures = _figures(manuscripts, days)
    values = _values(figures)
    newest: dict[_Figure, _Figure] = {}
    for older in figures:
        rivals = [one for one in figures if _replaces(one, older, values)]
        if rivals:
            newest[older] = max(rivals, key=lambda one: (one.day, _tie(one, older)))
    found: dict[_Figure, list[_Figure]] = defaultdict(list)
    for older, newer in newest.items():
        # Of the figures of a sentence only the one that is tied most replaces, and is replaced.
        if newer not in newest and _is_nearest(older, newer, figures) and _is_nearest(newer, older, figures):
            found[newer].append(older)
    return tuple(
        Update(
            now=newer.reported,
            before=tuple(one.reported for one in sorted(found[newer], key=lambda one: one.day, reverse=True)),
        )
        for newer in figures
        if newer in found
    )


def _figures(manuscripts: Sequence[Manuscript], days: Sequence[str]) -> list[_Figure]:
    found: list[_Figure] = []
    for report, (manuscript, day) in enumerate(zip(manuscripts, days, strict=True)):
        for sentence in manuscript.sentences:
            if not sentence.is_quotable or len(found) > _MOST_FIGURES:
                continue
            reading = read(sentence.text)
            if reading.is_list or not _PASSING.isdisjoint(reading.words):
                continue
            found.extend(
                _Figure(report, day, sentence.id, reading, anchor, ties(reading, anchor))
                for anchor in reading.numbers
                if _can_be_replaced(reading, anchor)
            )
    return found


def _can_be_replaced(reading: Reading, anchor: Anchor) -> bool:
    """Tell whether a number measures something: a bare one must be followed by what it counts."""
    quantity = reading.facts.numbers[anchor.index]
    follower = reading.neighbours(anchor)[1]
    is_bare = follower in {"", MARK, BREAK} or follower in FUNCTION_WORDS | _SPANS
    return quantity.kind in _KINDS and not (quantity.kind is NumberKind.COUNT and is_bare)


def _values(figures: Iterable[_Figure]) -> dict[int, set[str]]:
    """Return, by report, every figure that it has."""
    values: dict[int, set[str]] = defaultdict(set)
    for figure in figures:
        values[figure.report].add(figure.quantity.key)
    return values


def _replaces(newer: _Figure, older: _Figure, values: dict[int, set[str]]) -> bool:
    return (
        newer.day > older.day
        and newer.counted == older.counted
        and comparable(newer.quantity, older.quantity)
        and newer.quantity.key not in values[older.report]
        and older.quantity.key not in values[newer.report]
        and _is_of_a_size(newer.quantity.value, older.quantity.value)
        and _tie(newer, older) >= _LEAST_TIE
        and _says_the_same(newer, older)
        and not _are_elsewhere(newer.reading, older.reading)
    )


def _is_of_a_size(one: float, other: float) -> bool:
    few, many = sorted((abs(one), abs(other)))
    return many <= _MOST_TIMES * few


def _says_the_same(newer: _Figure, older: _Figure) -> bool:
    """Tell whether the newer figure is said of what the older one is said of most: of the killed."""
    tied = {word: tie for word, tie in older.tied.items() if word not in _VAGUE | {MARK, older.counted[2]}}
    strongest = max(tied.values(), default=0.0)
    return any(tie == strongest and word in newer.tied for word, tie in tied.items())


def _tie(one: _Figure, other: _Figure) -> float:
    """Return how strongly two figures are tied to the same words; 0 when they share too few."""
    shared = one.tied.keys() & other.tied.keys() - {MARK}
    if len(shared) < _LEAST_SHARED:
        return 0.0
    return sum(min(one.tied[word], other.tied[word]) for word in shared)


def _is_nearest(one: _Figure, other: _Figure, figures: Iterable[_Figure]) -> bool:
    """Tell whether no other figure of one's sentence is tied more strongly to the other figure."""
    tie = _tie(one, other)
    return all(
        _tie(rival, other) < tie for rival in figures if rival is not one and rival.reading is one.reading
    )


def _are_elsewhere(one: Reading, other: Reading) -> bool:
    """Tell whether each sentence has a name or a date that the other has not: two matters."""
    names, others = _names(one), _names(other)
    dates, other_dates = _dates(one), _dates(other)
    return bool((names - others and others - names) or (dates - other_dates and other_dates - dates))


def _dates(reading: Reading) -> set[str]:
    """Return the calendar days of a sentence; a weekday's name alone is none."""
    return {fact.key for fact in reading.facts.dates if fact.kind is CalendarKind.DAY}


def _names(reading: Reading) -> set[str]:
    return {stem(word.lower()) for name in reading.facts.names for word in name.words if not is_common(word)}
