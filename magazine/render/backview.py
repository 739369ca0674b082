"""What stands behind the stories, as a page shows it: tables, glossary, test, answers.

Templates print these values and decide nothing but the markup.
"""

from dataclasses import dataclass

from magazine.render.storyview import PastView, Said, StoryView


@dataclass(frozen=True, slots=True, kw_only=True)
class GatheredRow:
    """A fact away from its story."""

    label: str
    said: Said | None
    """None where the label, a headline, says it all."""
    story: StoryView


@dataclass(frozen=True, slots=True, kw_only=True)
class GatheredView:
    """A table of facts of one kind from all stories: schemes, places, persons."""

    kind: str
    anchor: str
    title: str
    rows: tuple[GatheredRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TermView:
    """An entry of the glossary."""

    term: str
    lang: str
    meaning: Said
    stories: tuple[StoryView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A piece of text; ``strong`` is printed bold."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    """A numbered line of a question, one cell a column."""

    label: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """A question of the test."""

    number: str
    anchor: str
    lang: str
    letter: str
    """Its story's section; empty when the story is not printed."""
    lead: tuple[Run, ...]
    premises: tuple[ItemView, ...]
    columns: tuple[str, ...]
    items: tuple[ItemView, ...]
    ask: tuple[Run, ...]
    options: tuple[tuple[str, str], ...]
    """(letter, text)."""
    is_wide: bool
    """Whether an option is too long for two of them to share a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerView:
    """The answer to a question of the test."""

    question: QuestionView
    letter: str
    key: str
    """The right option's text."""
    explanation: tuple[Said, ...]
    story: StoryView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamView:
    """The prelims test."""

    count: str
    """``20 questions``."""
    letters: tuple[str, ...]
    """Of the boxes to tick: as many as the longest question has options."""
    questions: tuple[QuestionView, ...]
    answers: tuple[AnswerView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MainsView:
    """A question for the written papers."""

    number: str
    anchor: str
    lang: str
    text: str
    terms: str
    """``Answer in 150 words · 10 marks``."""
    paper: str
    codes: tuple[str, ...]
    frame: tuple[Said, ...]
    stories: tuple[StoryView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeView:
    """A QR code beside the sources of a section: its most important one."""

    story: StoryView
    url: str
    svg: str
    """Drawn by ``magazine.render.qr``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackView:
    """Everything behind the stories, in printing order; a part that is empty is not printed."""

    lines: tuple[StoryView, ...] = ()
    """Stories told in one line."""
    gathered: tuple[GatheredView, ...] = ()
    glossary: tuple[TermView, ...] = ()
    exam: ExamView | None = None
    mains: tuple[MainsView, ...] = ()
    past: tuple[PastView, ...] = ()
    """Past questions that stand under no story."""
    past_answers: tuple[tuple[PastView, StoryView | None], ...] = ()
    """The past questions that have an answer, with the story under which they stand."""
    codes: tuple[CodeView, ...] = ()
    """At most one a section."""
