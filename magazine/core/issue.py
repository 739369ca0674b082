"""Step 2's values: the issue as edited, every statement with its evidence.

``issue.json`` holds an Issue. It is complete: a renderer needs nothing else,
and a checker finds in it the source sentences that every statement rests on.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from magazine.core.article import Language
from magazine.core.dates import DateRange


class Verdict(StrEnum):
    """What is known of a statement.

    VERBATIM: it is the source's own sentence. VERIFIED: an editor's words, and the
    sources bear out every fact in them. MENDED: so after a correction. REPLACED: the
    editor's words were refused, and the source's own stand in their place. DROPPED: they
    were refused and nothing stands there (only in reports). EDITED_CHECKED and
    EDITED_UNSUPPORTED: a person's words, borne out or not. UNCHECKED: nobody looked yet.
    """

    VERBATIM = "verbatim"
    VERIFIED = "verified"
    MENDED = "mended"
    REPLACED = "replaced"
    DROPPED = "dropped"
    EDITED_CHECKED = "edited, checked"
    EDITED_UNSUPPORTED = "edited, not supported"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One checkable sentence, and the source sentences on which it rests."""

    text: str
    cites: tuple[str, ...]
    """Sentence ids within the story: ``a2.s7`` is the seventh sentence of its second
    article, ``a1.t`` an article's title, ``a1.h2`` its second heading."""
    verdict: Verdict = Verdict.UNCHECKED
    seal: str = ""
    """Marks the words and citations that an editor wrote (``core.proof.seal_of``): other
    words under the same seal are a person's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A source sentence, as the source has it."""

    id: str
    text: str
    seal: str = ""
    """Marks the words as they were read from the article: changed ones are no evidence."""


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

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Every statement it prints, headline and headings included, in printing order."""
        remember = (self.remember,) if self.remember else ()
        blocks = tuple(
            each
            for block in self.blocks
            for each in ((block.heading, *block.statements) if block.heading else block.statements)
        )
        return (self.headline, *remember, *blocks, *(fact.statement for fact in self.facts))


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
    version: int = 1

    @property
    def stories(self) -> tuple[Story, ...]:
        """All stories in printing order."""
        return tuple(story for section in self.sections for story in section.stories)
