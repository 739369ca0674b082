"""What the library answers with."""

from dataclasses import dataclass
from datetime import date

from magazine.core.appraisal import TopicRole
from magazine.core.article import Language
from magazine.core.dates import DateRange


@dataclass(frozen=True, slots=True, kw_only=True)
class AddOutcome:
    """What became of the articles that were added."""

    added: int = 0
    updated: int = 0
    """Known ids whose content had changed."""
    unchanged: int = 0
    stubs: int = 0
    """Teasers among the three above."""
    undated: int = 0
    """Articles without a day among them, teasers apart."""
    copies: int = 0
    """Added or updated articles with nearly the same text as another that was there before."""
    reappraised: int = 0
    """Older articles whose topics were made anew, as the taxonomy had changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingFilter:
    """Which articles a listing shows; what is left at its default does not narrow it."""

    period: DateRange | None = None
    timezone: str = "Asia/Kolkata"
    topics: tuple[str, ...] = ()
    """Topic ids; ``unclassified`` is one."""
    language: Language | None = None
    source: str = ""
    """The publisher's name, in any case."""
    undated: bool = False
    """Only articles without a day."""
    stubs: bool | None = None
    """True: only teasers; False: none of them."""
    limit: int | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedArticle:
    """An article in a listing, without its text."""

    id: str
    title: str
    url: str | None
    published: str | None
    day: date | None
    """In India; None when undated."""
    source: str
    language: Language
    topic: str | None
    """The topic of its section; None when it has none."""
    words: int
    is_stub: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A page of a listing, the newest first and the undated last."""

    articles: tuple[ListedArticle, ...]
    total: int
    """How many there are on all pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An article that a search found."""

    article: ListedArticle
    relevance: float
    """1.0 for the best of the hits, less for the others."""
    snippet: str
    """Some words around the match, on one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicCount:
    """How many articles a topic has, teasers apart."""

    topic: str
    name: str
    counts: tuple[tuple[TopicRole, int], ...]
    """Articles in each role, in the order of TopicRole."""
    first: date | None
    last: date | None

    @property
    def articles(self) -> int:
        """Articles in any role."""
        return sum(count for _, count in self.counts)


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicCounts:
    """The library by topics, in the taxonomy's order."""

    topics: tuple[TopicCount, ...]
    unclassified: int
    """Articles without a topic, teasers apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryStats:
    """The library in figures. ``articles`` leaves teasers out, and so do the lists."""

    articles: int
    stubs: int
    undated: int
    unclassified: int
    first: date | None
    last: date | None
    languages: tuple[tuple[str, int], ...]
    """(language, articles), the most first; ``sources`` likewise."""
    sources: tuple[tuple[str, int], ...]
    months: tuple[tuple[str, int], ...]
    """(``2026-03``, articles), in order."""
    size: int
    """Bytes of the file."""
