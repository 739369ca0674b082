"""A model's story, taken apart into statements that are checked one by one, and put together again."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from magazine.core.article import Language
from magazine.core.issue import Block, BlockKind, Fact, Form, Statement, Story, Term
from magazine.edit.measure import Measure
from magazine.edit.model.replies import StatementReply, StoryReply
from magazine.edit.model.wording import tidied

HEADLINE, REMEMBER = "headline", "remember"
_PADDING = 1.3
"""How far over its words a story may go before its last lines are cut."""
_HINDI_LENGTH = 1.2
"""Hindi takes so many words more for the same."""
_MOST_HEADING = 8
"""Words of a heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A statement as a model has it."""

    place: str
    """``headline``, ``why line 1``, ``points 2 heading``, ``fact 3``, ``term 1``."""
    text: str
    cites: tuple[str, ...]

    @property
    def is_heading(self) -> bool:
        """It stands over a group of points."""
        return self.place.endswith("heading")

    @property
    def is_sentence(self) -> bool:
        """It ends with a stop."""
        return self.place != HEADLINE and not self.is_heading


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """The passages of one block."""

    kind: BlockKind
    name: str
    lines: tuple[Passage, ...]
    heading: Passage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A reply in passages, cut to its measure: nothing stands twice, and no heading over nothing."""

    headline: Passage | None
    remember: Passage | None
    runs: tuple[_Run, ...]
    facts: tuple[tuple[Passage, Fact], ...]
    """Each with the fact it is to be."""
    terms: tuple[tuple[Passage, str], ...]

    @property
    def passages(self) -> tuple[Passage, ...]:
        """All passages, in printing order."""
        return tuple(self._passages())

    def _passages(self) -> Iterator[Passage]:
        yield from (each for each in (self.headline, self.remember) if each)
        for run in self.runs:
            yield from (run.heading,) if run.heading else ()
            yield from run.lines
        yield from (passage for passage, _ in self.facts)
        yield from (passage for passage, _ in self.terms)

    def put_into(self, story: Story, settled: Mapping[str, Statement]) -> Story:
        """Return a framed story with what became of each passage; a place without a statement is empty."""
        return replace(
            story,
            headline=settled.get(HEADLINE, story.headline),
            remember=settled.get(REMEMBER),
            blocks=tuple(_blocks(self.runs, settled)),
            facts=tuple(
                replace(fact, statement=settled[passage.place])
                for passage, fact in self.facts
                if passage.place in settled
            ),
            terms=tuple(
                Term(term=term, meaning=settled[passage.place])
                for passage, term in self.terms
                if passage.place in settled
            ),
        )


def telling_of(reply: StoryReply, measure: Measure, language: Language) -> Telling:
    """Return a reply's passages within a story's measure.

    What goes beyond it by a third is cut from the end; a text that stands twice stands once.
    """
    cutter = _Cutter(measure, language)
    headline = cutter.passage(HEADLINE, reply.headline) if reply.headline else None
    if measure.form is Form.LINE:
        runs = [cutter.run(BlockKind.WHY, "why", reply.why[:1])]
        return Telling(headline=headline, remember=None, runs=_filled(runs), facts=(), terms=())
    remember = cutter.line(REMEMBER, reply.remember) if reply.remember else None
    why = cutter.run(BlockKind.WHY, "why", reply.why)
    points = [
        cutter.run(BlockKind.POINTS, f"points {number}", group.statements, group.heading)
        for number, group in enumerate(reply.points, 1)
    ]
    rest = [
        cutter.run(kind, kind.value, statements)
        for kind, statements in (
            (BlockKind.BACKGROUND, reply.background),
            (BlockKind.SIGNIFICANCE, reply.significance),
            (BlockKind.CHALLENGES, reply.challenges),
            (BlockKind.WAY_FORWARD, reply.way_forward),
        )
    ]
    background, *after = rest
    return Telling(
        headline=headline,
        remember=remember,
        runs=_filled([why, background, *points, *after]),
        facts=tuple(cutter.facts(reply)),
        terms=tuple(cutter.terms(reply)),
    )


class _Cutter:
    """Makes passages, as long as there are words left."""

    def __init__(self, measure: Measure, language: Language) -> None:
        longer = _HINDI_LENGTH if language is Language.HINDI else 1.0
        self._measure, self._language = measure, language
        self._words = int(measure.words * _PADDING * longer)
        self._seen: set[str] = set()

    def passage(self, place: str, said: StatementReply) -> Passage:
        text = tidied(said.text, self._language, is_sentence=place != HEADLINE)
        return Passage(place=place, text=text, cites=tuple(said.cites))

    def line(self, place: str, said: StatementReply) -> Passage | None:
        """Return a statement's passage; None when it stands already or has no room."""
        passage = self.passage(place, said)
        words, folded = len(passage.text.split()), passage.text.casefold()
        if not words or words > self._words or folded in self._seen:
            return None
        self._words -= words
        self._seen.add(folded)
        return passage

    def run(
        self, kind: BlockKind, name: str, statements: Iterable[StatementReply], heading: str | None = None
    ) -> _Run:
        found = [self.line(f"{name} line {number}", said) for number, said in enumerate(statements, 1)]
        lines = tuple(line for line in found if line is not None)
        return _Run(kind=kind, name=name, lines=lines, heading=self._heading(name, heading, lines))

    def _heading(self, name: str, heading: str | None, lines: tuple[Passage, ...]) -> Passage | None:
        text = tidied(heading or "", self._language, is_sentence=False).rstrip(".।")
        if not lines or not 0 < len(text.split()) <= _MOST_HEADING:
            return None
        cites = tuple(dict.fromkeys(cite for line in lines for cite in line.cites))
        return Passage(place=f"{name} heading", text=text, cites=cites)

    def facts(self, reply: StoryReply) -> Iterator[tuple[Passage, Fact]]:
        for number, said in enumerate(reply.facts[: self._measure.facts], 1):
            passage = self.line(f"fact {number}", StatementReply(text=said.text, cites=said.cites))
            if passage is not None:
                label = tidied(said.label, self._language, is_sentence=False)
                draft = Statement(text=passage.text, cites=passage.cites)
                yield passage, Fact(kind=said.kind, label=label, statement=draft)

    def terms(self, reply: StoryReply) -> Iterator[tuple[Passage, str]]:
        for number, said in enumerate(reply.terms[: self._measure.terms], 1):
            meaning = StatementReply(text=said.meaning, cites=said.cites)
            passage = self.passage(f"term {number}", meaning)
            if passage.text.casefold() not in self._seen:
                yield passage, tidied(said.term, self._language, is_sentence=False)


def _filled(runs: Iterable[_Run]) -> tuple[_Run, ...]:
    return tuple(run for run in runs if run.lines)


def _blocks(runs: Iterable[_Run], settled: Mapping[str, Statement]) -> Iterator[Block]:
    for run in runs:
        statements = tuple(settled[line.place] for line in run.lines if line.place in settled)
        if statements:
            heading = settled.get(run.heading.place) if run.heading else None
            yield Block(kind=run.kind, statements=statements, heading=heading)
