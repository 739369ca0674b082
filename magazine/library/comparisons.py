"""How articles of the library stand to each other; nothing is read or reckoned twice in a row."""

from magazine.core.likeness import Likeness, Member, Reading, affinity, likeness, words_of
from magazine.library.event_tables import EventTables
from magazine.library.kept import Kept

_MOST_READINGS = 400
"""Those of a batch, or of its neighbours."""
_MOST_AFFINITIES = 200_000
"""Some 30 MB. Neighbours of one day meet again and again."""


class Comparisons:
    """Compares articles by their numbers."""

    def __init__(self, tables: EventTables) -> None:
        self._tables = tables
        self._readings: Kept[int, Reading] = Kept(_MOST_READINGS)
        self._affinities: Kept[tuple[int, int], float] = Kept(_MOST_AFFINITIES)

    def remember(self, number: int, reading: Reading) -> None:
        """Keep the reading of an article that has just been read."""
        self._readings.put(number, reading)

    def forget(self) -> None:
        """Keep nothing any more: texts have changed or gone."""
        self._readings.clear()
        self._affinities.clear()

    def likeness(self, one: int, other: int) -> Likeness:
        """Return how the texts of two articles stand to each other."""
        return likeness(self._reading(one), self._reading(other))

    def affinity(self, one: Member, other: Member) -> float:
        """Return how much two articles speak for one event."""
        first, second = sorted((one.number, other.number))
        return self._affinities.get((first, second), lambda: affinity(one, other, self._relation))

    def _relation(self, one: Member, other: Member) -> Likeness:
        return self.likeness(one.number, other.number)

    def _reading(self, number: int) -> Reading:
        return self._readings.get(number, lambda: Reading(words_of(*self._tables.text_of(number))))
