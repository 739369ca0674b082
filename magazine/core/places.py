"""Every text of an issue that a person may change, in order, each under a mark that outlives the change.

A statement's mark is made from its seal, a question's from its id, so that a
file of these texts can be edited, read back, and read back again.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from magazine.core.issue import Issue, Section, Story
from magazine.core.proof import seal_of
from magazine.core.question import Item, MainsQuestion, Question
from magazine.core.statement import Statement

Rows = tuple[tuple[str, ...], ...]


class Role(StrEnum):
    """What a text is in its issue."""

    TITLE = "title"
    SECTION = "section"
    STORY = "story"
    """A story's headline; what follows is the story's."""
    REMEMBER = "remember"
    BLOCK = "block"
    """A block's heading, empty where it has none; the lines that follow are the block's."""
    LINE = "line"
    FACT = "fact"
    MOMENT = "moment"
    TABLE = "table"
    TERM = "term"
    QUESTION = "question"
    """What opens a question; what follows is the question's."""
    PREMISE = "premise"
    ITEM = "item"
    ASK = "ask"
    OPTION = "option"
    EXPLANATION = "explanation"
    MAINS = "mains"
    """A question for the written papers; its frame follows."""
    FRAME = "frame"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A text that may be changed."""

    mark: str
    role: Role
    text: str
    label: str = ""
    """A fact's label, a term, a moment's day, an item's number or an option's letter."""
    rows: Rows = ()
    """The cells of a table, header first; of an item, its one row."""
    owner: str = ""
    """The mark of the story or question it belongs to; an opener's own."""


def places_of(issue: Issue) -> tuple[Place, ...]:
    """Return the places of an issue in printing order."""
    return tuple(_Marker().places(issue))


def state_of(places: Iterable[Place]) -> str:
    """Return a mark of which places there are: equal as long as none came or went."""
    return _digest(*sorted(place.mark for place in places))


def _digest(*key: str) -> str:
    return hashlib.sha256("\0".join(key).encode(errors="replace")).hexdigest()[:8]


class _Marker:
    """Gives marks: equal things get equal marks with their place among their equals."""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def places(self, issue: Issue) -> Iterator[Place]:
        yield Place(mark=self._mark("title"), role=Role.TITLE, text=issue.masthead.title)
        for section in issue.sections:
            yield from self._section(section)
        for question in issue.questions:
            yield from self._question(question)
        for mains in issue.mains:
            yield from self._mains(mains)

    def _mark(self, *key: str) -> str:
        mark = _digest(*key)
        self._given[mark] += 1
        return mark if self._given[mark] == 1 else f"{mark}-{self._given[mark]}"

    def _statement(self, owner: str, statement: Statement) -> str:
        return self._mark(owner, statement.seal or seal_of(statement.text, statement.cites))

    def _section(self, section: Section) -> Iterator[Place]:
        yield Place(mark=self._mark("section", section.letter), role=Role.SECTION, text=section.title)
        for story in section.stories:
            yield from self._story(story)

    def _story(self, story: Story) -> Iterator[Place]:
        owner = self._mark("story", story.id)
        yield Place(mark=owner, role=Role.STORY, text=story.headline.text, owner=owner)
        if story.remember:
            yield self._said(Role.REMEMBER, story.remember, owner)
        yield from self._blocks(story, owner)
        for table in story.tables:
            yield Place(
                mark=self._mark(owner, "table", *table.cites),
                role=Role.TABLE,
                text=table.caption.text if table.caption else "",
                rows=(table.header, *table.rows),
                owner=owner,
            )
        for fact in story.facts:
            yield self._said(Role.FACT, fact.statement, owner, fact.label)
        for moment in story.timeline:
            yield self._said(Role.MOMENT, moment.statement, owner, moment.day)
        for term in story.terms:
            yield self._said(Role.TERM, term.meaning, owner, term.term)

    def _blocks(self, story: Story, owner: str) -> Iterator[Place]:
        for block in story.blocks:
            heading = block.heading
            yield Place(
                mark=self._statement(owner, heading) if heading else self._mark(owner, "block", block.kind),
                role=Role.BLOCK,
                text=heading.text if heading else "",
                label=block.kind,
                owner=owner,
            )
            for statement in block.statements:
                yield self._said(Role.LINE, statement, owner)

    def _said(self, role: Role, statement: Statement, owner: str, label: str = "") -> Place:
        mark = self._statement(f"{owner} {role}", statement)
        return Place(mark=mark, role=role, text=statement.text, label=label, owner=owner)

    def _question(self, question: Question) -> Iterator[Place]:
        owner = self._mark("question", question.id)
        yield Place(mark=owner, role=Role.QUESTION, text=question.lead, owner=owner)
        yield from self._items(Role.PREMISE, question.premises, owner)
        yield from self._items(Role.ITEM, question.items, owner)
        if question.ask:
            yield Place(mark=self._mark(owner, Role.ASK), role=Role.ASK, text=question.ask, owner=owner)
        for number, option in enumerate(question.options):
            mark = self._mark(owner, Role.OPTION, str(number))
            letter = f"({chr(ord('a') + number)})"
            yield Place(mark=mark, role=Role.OPTION, text=option, label=letter, owner=owner)
        for statement in question.explanation:
            yield self._said(Role.EXPLANATION, statement, owner)

    def _items(self, role: Role, items: Iterable[Item], owner: str) -> Iterator[Place]:
        for number, item in enumerate(items):
            mark = self._mark(owner, role, str(number))
            yield Place(mark=mark, role=role, text="", label=item.label, rows=(item.cells,), owner=owner)

    def _mains(self, question: MainsQuestion) -> Iterator[Place]:
        # It has no id, and its words may change: what it was made for names it.
        owner = self._mark("mains", question.paper, str(question.marks), *question.stories)
        yield Place(mark=owner, role=Role.MAINS, text=question.text, owner=owner)
        for statement in question.frame:
            yield self._said(Role.FRAME, statement, owner)
