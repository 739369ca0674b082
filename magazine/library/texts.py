"""Texts of the library word for word, kept in mind while articles come in."""

from collections import OrderedDict
from collections.abc import Iterable

from magazine.core.likeness import Likeness, Reading, likeness, words_of
from magazine.library.event_tables import EventTables

_MOST = 400
"""Readings that are kept in mind: those of a batch and its neighbours."""


class Texts:
    """Compares the texts of articles by their numbers; reads each but once as long as it can."""

    def __init__(self, tables: EventTables) -> None:
        self._tables = tables
        self._readings: OrderedDict[int, Reading] = OrderedDict()

    def remember(self, number: int, reading: Reading) -> None:
        """Keep the reading of an article in mind."""
        self._readings[number] = reading
        if len(self._readings) > _MOST:
            self._readings.popitem(last=False)

    def forget(self, numbers: Iterable[int]) -> None:
        """Drop readings: their texts have changed or gone."""
        for number in numbers:
            self._readings.pop(number, None)

    def likeness(self, one: int, other: int) -> Likeness:
        """Return how the texts of two articles stand to each other."""
        return likeness(self._reading(one), self._reading(other))

    def _reading(self, number: int) -> Reading:
        found = self._readings.get(number)
        if found is None:
            found = Reading(words_of(*self._tables.text_of(number)))
            self.remember(number, found)
        self._readings.move_to_end(number)
        return found
