"""Step 2's values: the issue as edited, every statement with its evidence.

``issue.json`` holds an Issue. It is complete: a renderer needs nothing else,
and a checker finds in it the source sentences that every statement rests on.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from magazine.core.article import Language
from magazine.core.dates import DateRange
from magazine.core.question import MainsQuestion, PastQuestion, Question
from magazine.core.statement import Evidence, Statement, Verdict

__all__ = [
    "Block",
    "BlockKind",
    "Evidence",
    "Fact",
    "FactKind",
    "Form",
    "Issue",
    "IssueCounts",
    "Masthead",
    "Moment",
    "Picture",
    "Priority",
    "Section",
    "SourceLine",
    "Statement",
    "Story",
    "Table",
    "Term",
    "Verdict",
]


class BlockKind(StrEnum):
    """The part of a story's anatomy that a block fills."""

    WHY = "why"
    BACKGROUND = "background"
    POINTS = "points"
    SIGNIFICANCE = "significance"
    CHALLENGES = "challenges"
    WAY_FORWARD = "way-forward"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A labelled run of statements."""

    kind: BlockKind
    statements: tuple[Statement, ...]
    heading: Statement | None = None
    """The source's own heading; None: the label of the kind is printed, and points
    without a heading are printed under no label when they open the story."""


class FactKind(StrEnum):
    """What a prelims fact is about; its label on the page."""

    NUMBER = "number"
    DATE = "date"
    BODY = "body"
    PLACE = "place"
    PERSON = "person"
    LAW = "law"
    SCHEME = "scheme"
    REPORT = "report"
    MISSION = "mission"
    EXERCISE = "exercise"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """An atomic, askable fact: one sentence of at most some thirty words."""

    kind: FactKind
    label: str
    """What it is about, in the words of its own statement (``Article 51``, ``₹2,700 crore``)."""
    statement: Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """An entry of the glossary."""

    term: str
    meaning: Statement
    """What a source says it is, in 15 to 35 words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A line of the timeline of an event that took several days."""

    day: str
    """The calendar day on which it was reported or happened, as YYYY-MM-DD."""
    statement: Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of the source, cell by cell as the source has it."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    cites: tuple[str, ...]
    """The ids of its rows as evidence, the header's first: ``a1.r1`` …, whose text is the
    cells joined by `` | ``."""
    caption: Statement | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture that a person put to a story."""

    file: str
    """Its name, relative to the issue's folder."""
    alt: str
    """What it shows, for those who cannot see it."""
    credit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """An article that a story rests on, as the sources line prints it.

    Its place in ``Story.sources``, counted from 1, is the ``a1`` of its sentence ids.
    """

    article: str
    publisher: str
    title: str
    published: str
    url: str | None
    licence: str = "unknown"


class Priority(StrEnum):
    """How urgently an aspirant should read a story."""

    MUST_READ = "must-read"
    USEFUL = "useful"
    SKIM = "skim"


class Form(StrEnum):
    """How much of a story is printed: with its whole anatomy, in short, or in one line."""

    FULL = "full"
    SHORT = "short"
    LINE = "line"


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One event, as printed."""

    id: str
    topic: str
    """Topic id; ``unclassified`` when it has none."""
    topic_name: str
    """The topic in the language of the furniture."""
    tags: tuple[str, ...]
    language: Language
    priority: Priority
    papers: tuple[str, ...]
    """``GS1`` … ``GS4``, ``Prelims``."""
    syllabus: tuple[str, ...]
    """Syllabus codes, at most three, the most typical first."""
    headline: Statement
    remember: Statement | None
    blocks: tuple[Block, ...]
    facts: tuple[Fact, ...]
    sources: tuple[SourceLine, ...]
    evidence: tuple[Evidence, ...]
    """Every title, heading and sentence of its articles, in their order: what statements
    cite, and what their names are looked up in."""
    editor: str
    """``extractive``, or the model's name."""
    source_words: int
    """Words of its articles: how much was read for what is printed."""
    reasons: tuple[str, ...] = ()
    """Why it was selected."""
    form: Form = Form.FULL
    terms: tuple[Term, ...] = ()
    timeline: tuple[Moment, ...] = ()
    """By day; empty for an event of one day."""
    tables: tuple[Table, ...] = ()
    related: tuple[SourceLine, ...] = ()
    """At most three earlier stories of the library on the same matter, the nearest first."""
    picture: Picture | None = None

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Every statement it prints, headline and headings included, in printing order."""
        remember = (self.remember,) if self.remember else ()
        blocks = tuple(
            each
            for block in self.blocks
            for each in ((block.heading, *block.statements) if block.heading else block.statements)
        )
        captions = (table.caption for table in self.tables if table.caption)
        return (
            self.headline,
            *remember,
            *blocks,
            *(fact.statement for fact in self.facts),
            *(moment.statement for moment in self.timeline),
            *captions,
            *(term.meaning for term in self.terms),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The stories of a topic group. ``group`` is ``unclassified`` for stories without a topic."""

    group: str
    letter: str
    """``A`` polity … ``J`` facts, as PAGE furniture; ``K`` for stories without a topic."""
    title: str
    stories: tuple[Story, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """What the cover says."""

    title: str
    period: DateRange
    language: Language
    """Language of the furniture: ``en`` or ``hi``."""
    topics: tuple[str, ...]
    """Names of the topics or groups asked for, in the furniture's language; empty: all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueCounts:
    """The honest figures of an issue."""

    articles_in_period: int = 0
    articles_matched: int = 0
    articles_printed: int = 0
    articles_left_out: int = 0
    source_words: int = 0
    statements: int = 0
    statements_dropped: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """A magazine, edited and not yet set."""

    id: str
    """Stable: made from the rule and the stories' ids."""
    masthead: Masthead
    sections: tuple[Section, ...]
    syllabus: tuple[tuple[str, str], ...] = ()
    """(code, label) of the syllabus codes that the stories bear."""
    counts: IssueCounts = field(default_factory=IssueCounts)
    questions: tuple[Question, ...] = ()
    """The prelims test, in printing order."""
    mains: tuple[MainsQuestion, ...] = ()
    past: tuple[PastQuestion, ...] = ()
    """Questions of past papers, from a user's file only."""
    preset: str = ""
    """The exam whose style the test has: ``upsc-2026``; empty without a test."""
    version: int = 1

    @property
    def stories(self) -> tuple[Story, ...]:
        """All stories in printing order."""
        return tuple(story for section in self.sections for story in section.stories)
