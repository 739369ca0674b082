"""Questions of an issue: as a test prints them, with the evidence that settles each key.

The exam's forms (T1 … T11) are built by ``magazine.core.questions``; no model
ever writes options or a key.
"""

from dataclasses import dataclass
from enum import StrEnum

from magazine.core.article import Language
from magazine.core.statement import Statement


class QuestionKind(StrEnum):
    """The form of a question, by the handbook's numbers."""

    WHICH_CORRECT = "which-correct"
    """T1 and T2: which of the statements are correct; also asked negatively (T9)."""
    HOW_MANY = "how-many"
    """T3."""
    PAIRS = "pairs"
    """T4: two columns."""
    ROWS = "rows"
    """T4b: three columns."""
    TWO_STATEMENTS = "two-statements"
    """T5."""
    THREE_STATEMENTS = "three-statements"
    """T6."""
    INFERENCE = "inference"
    """T7."""
    DIRECT = "direct"
    """T8: one stem, parallel options; also a cloze."""
    MATCH_LIST = "match-list"
    """T10."""
    SEQUENCE = "sequence"
    """T11."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A numbered line of a question: a statement, or a row of its columns."""

    label: str
    """``1``, ``I``, ``A``, ``Statement-I``: as it is printed before the line."""
    cells: tuple[str, ...]
    """One cell for a statement, one a column for a pair, a row or a list."""
    is_true: bool
    cites: tuple[str, ...]
    """The sentences of its story that settle whether it is true."""
    twist: str = ""
    """What was changed to make it false: ``2024 for 2022``; empty when it is true."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question of the prelims test, whole."""

    id: str
    """Stable: made from its story and what it asks."""
    kind: QuestionKind
    story: str
    """The id of the story in which the answer is found."""
    topic: str
    language: Language
    lead: str
    """What opens it: ``Consider the following statements:``, or the whole direct question."""
    ask: str = ""
    """What is asked after the items; empty for a direct question."""
    is_negative: bool = False
    """The word ``not`` in what is asked is printed bold."""
    premises: tuple[Item, ...] = ()
    """Statements that are given as true, to reason from (T7)."""
    columns: tuple[str, ...] = ()
    """The headings of its items' columns; empty for statements."""
    items: tuple[Item, ...] = ()
    options: tuple[str, ...]
    """Four, or five, without their letters."""
    key: int
    """The place in ``options`` of the one right option, from 0."""
    codes: tuple[str, ...] = ()
    """What each option says, without words: ``1,3`` for *1 and 3 only*, ``2`` for *Only two*,
    ``B-A-C`` for an order. The key is computed from these; of a direct question they are empty."""
    explanation: tuple[Statement, ...]
    """One line an item or one for the whole, each with the sentences it rests on."""
    editor: str = "extractive"
    """Who proposed it: ``extractive``, or the model's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MainsQuestion:
    """A question for the written papers, with a frame of points from the issue."""

    text: str
    """Ends with its directive."""
    directive: str
    marks: int
    words: int
    paper: str
    """``GS1`` … ``GS4``."""
    syllabus: tuple[str, ...]
    stories: tuple[str, ...]
    """Ids of the stories that help to answer it."""
    frame: tuple[Statement, ...]
    """Points for the body of the answer: what the issue's sources say."""
    language: Language
    editor: str = "extractive"


@dataclass(frozen=True, slots=True, kw_only=True)
class PastQuestion:
    """A question of a past paper, as a user's file has it. Never made by a program."""

    text: str
    exam: str
    year: int
    paper: str = ""
    number: str = ""
    options: tuple[str, ...] = ()
    answer: str = ""
    topics: tuple[str, ...] = ()
    """Topic ids, the most fitting first."""
    story: str = ""
    """The story it is printed with; empty: with the mains questions."""
