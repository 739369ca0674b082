"""Some sentences of a source, with their numbers, dates and words to be looked up."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import chain

from magazine.core.facts.calendar_facts import CalendarFact, CalendarKind
from magazine.core.facts.numbers import NumberKind, Quantity
from magazine.core.guard.reading import Anchor, Reading
from magazine.core.script import Script, script_of

_GRAM = 3
"""Words of the runs by which a quotation is found."""
_MOST_COMPUTED = 12
"""From more numbers than this, sums and differences would give every value by chance."""
_MOST = 24
"""Of one figure or word, so many occurrences are looked at."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a number or date stands: a reading, and an anchor in it."""

    reading: Reading
    anchor: Anchor
    dated: bool = False
    """Whether a date stands there, not a number."""

    @property
    def number(self) -> Quantity:
        """The number of a number's place."""
        return self.reading.facts.numbers[self.anchor.index]

    @property
    def date(self) -> CalendarFact:
        """The date of a date's place."""
        return self.reading.facts.dates[self.anchor.index]


class Evidence:
    """Some sentences of a source, with their numbers and dates to be looked up.

    Args:
        readings: The sentences.
        published: The day from which the story counts; None when unknown.
    """

    def __init__(self, readings: Sequence[Reading], published: date | None) -> None:
        self.readings = tuple(readings)
        self.published = published

    def has(self, text: str) -> bool:
        """Tell whether a plain text is one of the sentences, word for word."""
        return text.strip() in self._texts

    @cached_property
    def _texts(self) -> frozenset[str]:
        return frozenset(reading.facts.text.strip() for reading in self.readings)

    @cached_property
    def scripts(self) -> frozenset[Script]:
        """Of its sentences; of the titles where there is nothing else."""
        readings = [reading for reading in self.readings if not reading.title] or self.readings
        return frozenset(script_of(reading.facts.text) for reading in readings)

    @cached_property
    def _by_value(self) -> list[tuple[float, int, Place]]:
        places = [Place(reading, anchor) for reading in self.readings for anchor in reading.numbers]
        keyed = ((value, place) for place in places for value in {place.number.value, place.number.face})
        return sorted((value, serial, place) for serial, (value, place) in enumerate(keyed))

    def numbers_near(self, value: float, tolerance: float) -> Iterator[Quantity]:
        """Yield numbers whose value, or figure, lies within a tolerance; at most some dozens."""
        return (place.number for place in self.places_near(value, tolerance))

    def places_near(self, value: float, tolerance: float) -> Iterator[Place]:
        """Yield the places of ``numbers_near``, the equal ones first."""
        table = self._by_value
        slack = 1e-9 * abs(value)
        for low, high in ((value - slack, value + slack), (value - tolerance, value + tolerance)):
            first = bisect_left(table, (low,))
            last = bisect_right(table, high, key=lambda row: row[0])
            yield from (place for _, _, place in table[first : min(last, first + _MOST)])
            if not tolerance:
                return

    @cached_property
    def _by_neighbour(self) -> dict[tuple[str, str], list[Place]]:
        table: dict[tuple[str, str], list[Place]] = defaultdict(list)
        for reading in self.readings:
            for dated, anchors in ((False, reading.numbers), (True, reading.dates)):
                for anchor in anchors:
                    left, right = reading.neighbours(anchor)
                    for key in ((left, ""), ("", right), (left, right)):
                        if len(table[key]) < _MOST:
                            table[key].append(Place(reading, anchor, dated))
        return dict(table)

    def alike(self, left: str, right: str) -> Iterable[Place]:
        """Return the places of numbers and dates between the same two words, then those beside one."""
        keys = ((left, right), (left, ""), ("", right))
        return dict.fromkeys(chain.from_iterable(self._by_neighbour.get(key, ()) for key in keys))

    def nearest_number(self, quantity: Quantity) -> Quantity | None:
        """Return the number of the same kind that comes nearest in value."""
        alike = [
            place.number
            for _, _, place in self._around(quantity.value)
            if place.number.kind is quantity.kind and place.number.unit == quantity.unit
        ]
        return min(alike, key=lambda other: abs(other.value - quantity.value), default=None)

    def _around(self, value: float) -> list[tuple[float, int, Place]]:
        middle = bisect_left(self._by_value, (value,))
        return self._by_value[max(0, middle - _MOST) : middle + _MOST]

    @cached_property
    def dates(self) -> tuple[CalendarFact, ...]:
        """All dates of the evidence."""
        return tuple(fact for reading in self.readings for fact in reading.facts.dates)

    @cached_property
    def _by_date(self) -> dict[tuple[CalendarKind, int | None, int | None, int | None], list[Place]]:
        table: dict[tuple[CalendarKind, int | None, int | None, int | None], list[Place]] = defaultdict(list)
        for reading in self.readings:
            for anchor in reading.dates:
                fact = reading.facts.dates[anchor.index]
                year = None if fact.month is not None else fact.year
                table[fact.kind, year, fact.month, fact.day].append(Place(reading, anchor, dated=True))
        return dict(table)

    def dated(self, fact: CalendarFact) -> list[Place]:
        """Return the places where a date stands, whether or not with its year."""
        year = None if fact.month is not None else fact.year
        return self._by_date.get((fact.kind, year, fact.month, fact.day), [])

    @cached_property
    def days(self) -> dict[tuple[int, int | None], set[int | None]]:
        """The years of each (month, day) that the evidence names; day None is the month itself."""
        table: dict[tuple[int, int | None], set[int | None]] = defaultdict(set)
        for fact in self.dates:
            if fact.month is not None:
                table[fact.month, fact.day].add(fact.year)
                table[fact.month, None].add(fact.year)
        return dict(table)

    @cached_property
    def years(self) -> frozenset[int]:
        """The years that the evidence names: of dates, of spans' ends, and bare figures."""
        named = chain.from_iterable((fact.year, fact.end_year) for fact in self.dates)
        figures = (
            int(q.value)
            for reading in self.readings
            for q in reading.facts.numbers
            if q.kind is NumberKind.COUNT and q.value.is_integer() and _FIRST_YEAR <= q.value <= _LAST_YEAR
        )
        return frozenset(chain((year for year in named if year is not None), figures))

    @cached_property
    def spans(self) -> frozenset[tuple[int | None, int | None]]:
        """The (first, last) years of fiscal years and spans."""
        return frozenset((fact.year, fact.end_year) for fact in self.dates if fact.end_year is not None)

    @cached_property
    def few_numbers(self) -> tuple[Quantity, ...]:
        """The different numbers of the sentences, titles aside; none when there are many."""
        found: dict[tuple[float, str], Quantity] = {}
        for reading in self.readings:
            if not reading.title and not reading.is_list:
                found.update({(q.value, q.text): q for q in reading.facts.numbers})
        return tuple(found.values()) if len(found) <= _MOST_COMPUTED else ()

    @cached_property
    def ratios(self) -> frozenset[bool]:
        """Whether it has parts (True: a half, a third) and multiples (False: twice)."""
        numbers = (q for reading in self.readings for q in reading.facts.numbers)
        return frozenset(q.value < 1 for q in numbers if q.kind is NumberKind.RATIO)

    @cached_property
    def weekdays(self) -> frozenset[int]:
        """The weekdays that the evidence names, or on which its days fall."""
        named = {fact.weekday for fact in self.dates if fact.weekday is not None}
        exact = {day.weekday() for day in (fact.exact for fact in self.dates) if day is not None}
        return frozenset(named | exact)

    @cached_property
    def weekday_dates(self) -> frozenset[date]:
        """The days before and after publication that the named weekdays can mean."""
        if self.published is None:
            return frozenset()
        named = {fact.weekday for fact in self.dates if fact.weekday is not None}
        around = (_shifted(self.published, shift) for shift in range(-7, 8))
        return frozenset(day for day in around if day.weekday() in named)

    @cached_property
    def is_undated(self) -> bool:
        """Whether the day of publication can be the day of the event: no other day is named."""
        return any(f.relative for f in self.dates) or not any(f.day is not None for f in self.dates)

    @cached_property
    def grams(self) -> frozenset[tuple[str, ...]]:
        """The runs of three words and less, by which quotations are looked up."""
        # Through the ends of sentences: a quotation may hold several.
        words = [word for reading in self.readings for word in reading.flat.split()]
        found: set[tuple[str, ...]] = set()
        for width in range(1, _GRAM + 1):
            found.update(zip(*(words[shift:] for shift in range(width)), strict=False))
        return frozenset(found)

    def quotes(self, flat_text: str) -> bool:
        """Tell whether a stretch of words stands in the evidence, word for word."""
        words = flat_text.split()
        width = min(_GRAM, len(words))
        return all(tuple(words[at : at + width]) in self.grams for at in range(len(words) - width + 1))


_FIRST_YEAR, _LAST_YEAR = 1500, 2199


def _shifted(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day
