"""An issue to flash cards: its facts, its glossary and its questions, each with its source."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from magazine.core.issue import Fact, Issue, Story, Term
from magazine.core.proof import seal_of
from magazine.core.statement import Statement
from magazine.render.filling import Templates
from magazine.render.order import stories_in_order
from magazine.render.storyview import StoryView
from magazine.render.telling import said
from magazine.render.view import IssueView

Piece = tuple[str, bool]
"""A piece of a text, and whether it is what a card asks."""

# Anki takes brackets for sounds and LaTeX, and braces for gaps.
_SIGNS = str.maketrans({"[": "&#91;", "{": "&#123;", "}": "&#125;"})


class Deck(StrEnum):
    """A deck, by the label that names it."""

    FACTS = "facts"
    QUESTIONS = "test"
    GLOSSARY = "glossary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A card. Its fields are HTML."""

    id: str
    """Stable: made from its story's or question's id and what an editor first wrote."""
    deck: Deck
    front: str
    back: str
    source: str
    tags: tuple[str, ...]
    """Without spaces."""


def cards_of(issue: Issue, view: IssueView) -> tuple[Card, ...]:
    """Return the cards of an issue in printing order: facts, then questions, then the glossary."""
    maker = _Maker(issue, view)
    return (*maker.facts(), *maker.questions(), *maker.glossary())


class _Maker:
    def __init__(self, issue: Issue, view: IssueView) -> None:
        self._issue, self._view = issue, view
        self._templates = Templates()
        self._told = tuple(stories_in_order(issue, view))

    def facts(self) -> Iterator[Card]:
        for story, view in self._told:
            found = {_id("fact", story.id, _key(fact.statement)): fact for fact in story.facts}
            for name, fact in found.items():
                yield self._fact(name, fact, story, view)

    def questions(self) -> Iterator[Card]:
        exam, told = self._view.back.exam, {story.id: (story, view) for story, view in self._told}
        for question, answer in zip(self._issue.questions, exam.answers if exam else (), strict=True):
            story = told.get(question.story)
            yield Card(
                id=_id("question", question.id),
                deck=Deck.QUESTIONS,
                front=self._filled("question", question=answer.question),
                back=self._filled("answer", answer=answer),
                source=self._filled("source", story=story[1], headline=True) if story else "",
                tags=self._tags(*story) if story else (),
            )

    def glossary(self) -> Iterator[Card]:
        seen: set[tuple[str, str]] = set()
        for story, view in self._told:
            for term in story.terms:
                if (entry := (term.term.casefold(), term.meaning.text)) not in seen:
                    seen.add(entry)
                    yield self._term(term, story, view)

    def _fact(self, name: str, fact: Fact, story: Story, view: StoryView) -> Card:
        pieces = _pieces(fact.label, fact.statement.text)
        has_gap = any(is_asked for _, is_asked in pieces)
        label = fact.label or view.words[fact.kind]
        return Card(
            id=name,
            deck=Deck.FACTS,
            front=self._said(fact.statement, view, pieces, hidden=True)
            if has_gap
            else self._words(label, view),
            back=self._said(fact.statement, view, pieces),
            source=self._filled("source", story=view, headline=True),
            tags=self._tags(story, view),
        )

    def _term(self, term: Term, story: Story, view: StoryView) -> Card:
        return Card(
            id=_id("term", story.id, _key(term.meaning)),
            deck=Deck.GLOSSARY,
            front=self._words(term.term, view),
            back=self._said(term.meaning, view, ((term.meaning.text, False),)),
            source=self._filled("source", story=view, headline=False),
            tags=self._tags(story, view),
        )

    def _words(self, text: str, view: StoryView) -> str:
        return self._filled("text", pieces=((text, False),), lang=view.lang, hidden=False, hand="")

    def _said(
        self, statement: Statement, view: StoryView, pieces: Sequence[Piece], *, hidden: bool = False
    ) -> str:
        hand = said(statement, view.words, marked=False).hand
        return self._filled("text", pieces=pieces, lang=view.lang, hidden=hidden, hand=hand)

    def _filled(self, name: str, **values: object) -> str:
        return self._templates.fill(f"anki/{name}.html", **values).translate(_SIGNS).strip()

    def _tags(self, story: Story, view: StoryView) -> tuple[str, ...]:
        last = self._issue.masthead.period.last
        named = (f"{last:%Y-%m}", story.topic, *view.codes)
        return tuple(tag for each in named if (tag := re.sub(r"[^\w-]+", "-", each).strip("-")))


def _id(*key: str) -> str:
    return hashlib.sha256("\0".join(key).encode(errors="replace")).hexdigest()[:16]


def _key(statement: Statement) -> str:
    return statement.seal or seal_of(statement.text, statement.cites)


def _pieces(label: str, text: str) -> tuple[Piece, ...]:
    """Return a text in pieces, its label apart wherever it stands as a word of its own."""
    if not label.strip():
        return ((text, False),)
    pieces = re.split(rf"(?<!\w)({re.escape(label)})(?!\w)", text)
    return tuple((piece, place % 2 == 1) for place, piece in enumerate(pieces) if piece)
