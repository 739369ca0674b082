"""What a story rests on, read once and asked for each of its statements."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain

from magazine.core.facts.kindred import RELATED
from magazine.core.facts.names import acronyms_of
from magazine.core.facts.words import stem
from magazine.core.guard.evidence import Evidence
from magazine.core.guard.reading import Reading, read
from magazine.core.guard.transliteration import Transliteration


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A source sentence, title or heading, with the id by which statements cite it."""

    id: str
    text: str
    title: bool = False
    """Titles stand beside every cited sentence as evidence."""
    published: date | None = None
    """Of its own article, when that is not the story's day."""


_MOST_ALIKE = 500
LONGEST_HEAD = 24
"""Letters by which a Hindi word is known, however long it is."""
_HEAD = 3
"""Letters of a Hindi word that its inflected forms share at least."""


class Source:
    """The sentences of a story's articles, read once.

    Args:
        readings: The sentences, titles included.
        published: The day of publication; None when unknown.
    """

    def __init__(self, readings: Iterable[Reading], published: date | None = None) -> None:
        self._readings = {reading.id: reading for reading in readings}
        self.published = published
        self.whole = Evidence(tuple(self._readings.values()), published)

    @classmethod
    def of(cls, lines: Iterable[Line | str], published: date | None = None) -> "Source":
        """Return the source made of lines; a bare string is cited by its index, from 0."""
        readings = []
        for index, line in enumerate(lines):
            given = line if isinstance(line, Line) else Line(id=str(index), text=line)
            readings.append(read(given.text, given.published or published, name=given.id, title=given.title))
        return cls(readings, published)

    def evidence(self, cites: Sequence[str | int]) -> Evidence:
        """Return the cited sentences and the titles as evidence; unknown ids are passed over."""
        cited = dict.fromkeys(str(cite) for cite in cites)
        chosen = [self._readings[cite] for cite in cited if cite in self._readings]
        titles = [r for r in self._readings.values() if r.title and r.id not in cited]
        return Evidence([*chosen, *titles], self.published)

    def unknown(self, cites: Sequence[str | int]) -> tuple[str, ...]:
        """Return the cited ids that the source does not have."""
        return tuple(str(cite) for cite in cites if str(cite) not in self._readings)

    @cached_property
    def words(self) -> frozenset[str]:
        """All words, in small letters, compounds also by their parts."""
        return frozenset(chain.from_iterable(reading.words for reading in self.whole.readings))

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all words."""
        return frozenset(map(stem, self.words))

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """The acronyms that its names could be written as."""
        return frozenset(chain.from_iterable(acronyms_of(r.facts.text) for r in self.whole.readings))

    @cached_property
    def transliteration(self) -> Transliteration:
        """Its words, to be asked for in the other script."""
        return Transliteration(self.whole.readings, self.acronyms)

    @cached_property
    def lines_of(self) -> dict[str, tuple[int, ...]]:
        """To a stem, the sentences that have it."""
        table: dict[str, list[int]] = defaultdict(list)
        for serial, reading in enumerate(self.whole.readings):
            for word in reading.stems:
                table[word].append(serial)
        return {word: tuple(serials) for word, serials in table.items()}

    @cached_property
    def hindi_heads(self) -> frozenset[str]:
        """The beginnings of its Devanagari words, by which their inflected forms are known."""
        words = (word for word in self.words if "\u0900" <= word[0] <= "\u097f")
        return frozenset(
            word[:size] for word in words for size in range(_HEAD, min(len(word), LONGEST_HEAD) + 1)
        )

    @cached_property
    def _words_by_ends(self) -> dict[tuple[str, str], list[str]]:
        table: dict[tuple[str, str], list[str]] = defaultdict(list)
        for word in sorted(self.words):
            if len(table[word[0], word[-1]]) < _MOST_ALIKE:
                table[word[0], word[-1]].append(word)
        return dict(table)

    def words_from(self, first: str, last: str) -> Sequence[str]:
        """Return the words that begin and end with two letters; at most some hundreds."""
        return self._words_by_ends.get((first, last), ())

    def reading(self, name: str) -> Reading:
        """Return the sentence of an id."""
        return self._readings[name]

    def knows(self, word: str) -> bool:
        """Tell whether a word in small letters, a form or a relative of it, is in the source."""
        if word in self.words or stem(word) in self.stems:
            return True
        return any(other in self.words for other in RELATED.get(word, ()))
