"""What narrows a query on the table of articles, called ``a``."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

from magazine.core.dates import DateRange
from magazine.core.topics import UNCLASSIFIED
from magazine.library.localday import INDIA, days_condition
from magazine.library.query import parse_query
from magazine.library.rows import IS_CLASSIFIED

# The title counts four times as much as the body.
SCORE = "bm25(article_text, 4.0, 1.0)"
"""FTS5's rank of a match: the smaller, the better."""


@dataclass(slots=True)
class Conditions:
    """Conditions that all must hold, with their values in order."""

    parts: list[str] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)
    is_search: bool = False
    """A query's words are wanted, so that ``SCORE`` can be asked for."""

    @property
    def source(self) -> str:
        """The FROM and WHERE of the query."""
        # From the index to the articles: SQLite would else try every article of the period.
        table = "article_text CROSS JOIN article a ON a.number = article_text.rowid"
        where = f" WHERE {' AND '.join(self.parts)}" if self.parts else ""
        return f"FROM {table if self.is_search else 'article a'}{where}"

    def add(self, part: str, *values: Any) -> Self:  # noqa: ANN401 - whatever SQLite takes
        """Add a condition."""
        self.parts.append(part)
        self.values.extend(values)
        return self

    def in_period(self, period: DateRange, zone: str) -> Self:
        """Only articles published in a period, teasers apart."""
        part, values = days_condition(period, zone)
        return self.add(f"a.is_stub = 0 AND {part}", *values)

    def with_topics(self, topics: Iterable[str]) -> Self:
        """Only articles with one of the topics, in any role; without topics: all."""
        wanted = list(topics)
        if not wanted:
            return self
        marks = ", ".join("?" * len(wanted))
        part = f"EXISTS (SELECT 1 FROM article_topic WHERE article = a.number AND topic IN ({marks}))"  # noqa: S608 - only question marks
        if UNCLASSIFIED in wanted:
            part = f"({part} OR (a.is_stub = 0 AND NOT {IS_CLASSIFIED}))"
        return self.add(part, *wanted)

    def on_topics_in(self, period: DateRange, zone: str, topics: Sequence[str]) -> Self:
        """Only articles with one of the topics, published in a period; without topics: all of it."""
        if not topics or UNCLASSIFIED in topics or zone != INDIA:
            return self.in_period(period, zone).with_topics(topics)
        # By the topics' own days: those of the period's other articles are not looked at.
        marks = ", ".join("?" * len(topics))
        return self.add(
            "a.number IN (SELECT article FROM article_topic "  # noqa: S608 - only question marks
            f"WHERE topic IN ({marks}) AND day BETWEEN ? AND ?)",
            *topics,
            period.first.isoformat(),
            period.last.isoformat(),
        )

    def matching(self, text: str) -> Self:
        """Only articles that a user's query matches; a blank one matches all."""
        if not text.strip():
            return self
        query = parse_query(text)
        if query.is_empty:
            return self.add("0")
        if query.wanted:
            self.is_search = True
            self.add("article_text MATCH ?", query.wanted)
        if query.unwanted:
            self.add(
                "a.number NOT IN (SELECT rowid FROM article_text WHERE article_text MATCH ?)", query.unwanted
            )
        return self
