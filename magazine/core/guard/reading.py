"""A sentence read for the guard: its facts, its words, and where they stand to each other."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from magazine.core.facts.names import HONORIFICS, HONORIFICS_HI
from magazine.core.facts.numerals import SCALES
from magazine.core.facts.quotations import flat
from magazine.core.facts.script import Token, words_of
from magazine.core.facts.sentence import Facts, facts_of
from magazine.core.facts.units import CURRENCIES, PERCENT
from magazine.core.facts.vocabulary import is_common
from magazine.core.facts.words import FUNCTION_WORDS, stem

MARK = "#"
"""Stands in a stream for a number or a date."""
BREAK = "|"
"""Stands in a stream for the end of a sentence."""

_UNITS = frozenset([*CURRENCIES, *PERCENT, "per", "cent", "basis", "points"])
_FACTLESS = FUNCTION_WORDS | _UNITS | frozenset(SCALES)
_CLAUSE_WORDS = frozenset(words_of("and while but whereas or followed"))
_SHORT_STEP = 0.4
_MOST_RELATED = 120
_CLAUSE_SIGNS = frozenset(",;:()")
_STOPS = frozenset(".!?\n।")
_SPLIT = str.maketrans("-.&'/", "     ")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A number, date or name in the stream of its sentence."""

    index: int
    """Its place among the sentence's numbers, dates or names."""
    place: int
    """Its first place in the stream."""
    last: int
    """Its last: a name can fill several."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Reading:
    """A sentence read once; told from another by identity."""

    id: str
    facts: Facts
    flat: str
    words: frozenset[str]
    """In small letters, compounds also by their parts."""
    stems: frozenset[str]
    """Of the words that carry a fact."""
    stream: tuple[str, ...]
    """Stems in order; numbers and dates as marks, units and honorifics left out."""
    steps: tuple[float, ...]
    """How far each place of the stream is from its beginning: function words are short steps."""
    clauses: frozenset[int]
    """The places where a clause, a member of a list or a bracket begins."""
    numbers: tuple[Anchor, ...]
    dates: tuple[Anchor, ...]
    names: tuple[Anchor, ...]
    """The words of each name that are no common words, where there are such."""
    marks: dict[int, str]
    """To the place of a mark, the normal form of its number or date."""
    title: bool = False

    @property
    def is_list(self) -> bool:
        """Whether it has more names and numbers than a sentence can relate to each other."""
        return len(self.numbers) + len(self.dates) + len(self.names) > _MOST_RELATED

    def neighbours(self, anchor: Anchor) -> tuple[str, str]:
        """Return the words before and after an anchor; empty at the ends of the stream."""
        left = self.stream[anchor.place - 1] if anchor.place else ""
        return left, self.stream[anchor.last + 1] if anchor.last + 1 < len(self.stream) else ""


def read(text: str, published: date | None = None, *, name: str = "", title: bool = False) -> Reading:
    """Return the reading of a sentence."""
    facts = facts_of(text, published)
    words: set[str] = set()
    for token in facts.tokens:
        words.add(token.low)
        if "'" in token.low or "." in token.low or "&" in token.low:
            words.update(token.low.translate(_SPLIT).split())
            words.add(token.low.removesuffix("'s"))
    stream = _Stream(facts)
    return Reading(
        id=name,
        facts=facts,
        flat=flat(facts.text),
        words=frozenset(words),
        stems=frozenset(stem(word) for word in words if word[0].isalpha() and word not in _FACTLESS),
        stream=tuple(stream.words),
        steps=tuple(stream.steps),
        clauses=frozenset(stream.clauses),
        numbers=tuple(stream.numbers),
        dates=tuple(stream.dates),
        names=tuple(_name_anchors(facts, stream)),
        marks={
            **{anchor.place: facts.numbers[anchor.index].key for anchor in stream.numbers},
            **{anchor.place: facts.dates[anchor.index].key for anchor in stream.dates},
        },
        title=title,
    )


class _Stream:
    """Builds the stream of a sentence, one token after the other."""

    def __init__(self, facts: Facts) -> None:
        self.words: list[str] = []
        self.steps: list[float] = []
        self.tokens: list[int] = []  # of each place the serial of its token, -1 for a mark
        self.numbers: list[Anchor] = []
        self.dates: list[Anchor] = []
        self.clauses: set[int] = set()
        self._distance = 0.0
        spans = [(q.start, q.end, self.numbers, i) for i, q in enumerate(facts.numbers)]
        spans += [(d.start, d.end, self.dates, i) for i, d in enumerate(facts.dates)]
        spans.sort(key=lambda span: (span[0], span[1]))
        at, end, covered = 0, 0, 0
        for serial, token in enumerate(facts.tokens):
            gap = facts.text[end : token.start]
            end = token.end
            if token.start < covered:
                continue
            self._distance += _SHORT_STEP if token.low in FUNCTION_WORDS else 1.0
            if token.low in _CLAUSE_WORDS or (gap != " " and not _CLAUSE_SIGNS.isdisjoint(gap)):
                self.clauses.add(len(self.words))
            if gap != " " and serial and _ends_sentence(gap, facts.tokens[serial - 1], token):
                self._add(BREAK)
            if at == len(spans) or token.end <= spans[at][0]:
                if not _is_furniture(token):
                    self._add(stem(token.low), serial)
                continue
            while at < len(spans) and spans[at][0] < token.end:  # "5 and 6 May" is two dates in one place
                _, covered, anchors, index = spans[at]
                anchors.append(Anchor(index, len(self.words), len(self.words)))
                at += 1
            self._add(MARK)

    def _add(self, word: str, serial: int = -1) -> None:
        self.words.append(word)
        self.steps.append(self._distance)
        self.tokens.append(serial)


def _name_anchors(facts: Facts, stream: _Stream) -> Iterator[Anchor]:
    """Yield the runs of proper words in each name: a minister's name without the office before it."""
    place = 0
    for index, name in enumerate(facts.names):
        run: list[int] = []
        while place < len(stream.tokens):
            serial = stream.tokens[place]
            token = facts.tokens[serial]
            if serial >= 0 and token.start >= name.end:
                break
            if serial >= 0 and token.start >= name.start and not is_common(token.text):
                if run and place > run[-1] + 1:
                    yield Anchor(index, run[0], run[-1])
                    run = []
                run.append(place)
            place += 1
        if run:
            yield Anchor(index, run[0], run[-1])


def _is_furniture(token: Token) -> bool:
    return token.low in _UNITS or token.low in HONORIFICS or token.low in HONORIFICS_HI


def _ends_sentence(gap: str, before: Token, after: Token) -> bool:
    if _STOPS.isdisjoint(gap) or len(before.text) == 1:  # an initial, a list's letter
        return False
    return "\n" in gap or "।" in gap or (" " in gap and not after.text[0].islower())
