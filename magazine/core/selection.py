"""Step 1's values: the rule, what it picked and what it left out.

``magazine.core.ranking`` decides; ``selection.json`` holds a Selection.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from magazine.core.appraisal import Appraisal
from magazine.core.article import Language
from magazine.core.dates import DateRange


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What an issue is to hold: the resolved wishes of a user."""

    period: DateRange
    topics: tuple[str, ...] = ()
    """Topic ids in the taxonomy's order; empty means all."""
    query: str = ""
    """Full-text search; with topics, both must match."""
    language: Language | None = None
    """The language of the issue; None: each story in its own."""
    translate: bool = False
    """Articles of other languages are matched too: a model tells them in the issue's."""
    max_stories: int | None = None
    max_pages: int | None = None
    timezone: str = "Asia/Kolkata"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleReference:
    """An article as selection.json names it; its text stays in the library."""

    id: str
    url: str | None
    title: str
    published: str
    source: str
    language: Language
    text_hash: str
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An article of the period that topics and query matched, with its figures."""

    reference: ArticleReference
    appraisal: Appraisal
    relevance: float = 0.0
    """How well the query's words match, best 1.0; 0 without a query."""
    event: str = ""
    """The event it tells of: articles of one event are one story. Empty: not known."""


class LeftOutReason(StrEnum):
    """Why an article that matched is not printed."""

    LANGUAGE = "language"
    STORY_BUDGET = "story-budget"
    PAGE_BUDGET = "page-budget"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """An article that matched, or that language alone kept out, and is not printed."""

    article: ArticleReference
    reason: LeftOutReason
    detail: str
    """One sentence for the reader of the report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectedStory:
    """One story to be printed: one event, told by one or more articles."""

    id: str
    """Stable: made from the ids of its articles."""
    topic: str
    """The topic under which it is printed; ``unclassified`` when it has none."""
    tags: tuple[str, ...]
    """Its other topics, best first."""
    score: float
    reasons: tuple[str, ...]
    """Why it was picked, in words with figures, the weightiest first."""
    articles: tuple[ArticleReference, ...]
    related: tuple[ArticleReference, ...] = ()
    """At most three earlier articles of the library on the same matter, the nearest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectionCounts:
    """What was looked at: every article of the period is in exactly one figure.

    ``in_period = matched + not_matched``; undated articles lie in no period.
    """

    in_period: int = 0
    """Articles published in the period."""
    matched: int = 0
    """Those that topics and query matched: printed or left out, language included."""
    not_matched: int = 0
    """Those that topics or query kept out."""
    unclassified: int = 0
    """Those of the period without a topic (counted in one of the two above as well)."""
    undated: int = 0
    """Articles of the library without a day, which no period can hold (teasers apart)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What step 1 decided. ``stories`` stand in printing order."""

    rule: Rule
    stories: tuple[SelectedStory, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    counts: SelectionCounts = field(default_factory=SelectionCounts)
    page_allowance: int | None = None
    """Estimated pages that were allowed: the rule's budget, or less where the estimate had
    proved too low."""
    version: int = 1
