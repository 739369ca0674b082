"""The library: a person's articles in one SQLite file."""

import itertools
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self

from magazine.core.appraisal import TopicScore
from magazine.core.appraise import APPRAISAL_VERSION, appraise
from magazine.core.article import Article
from magazine.core.classify import Classifier
from magazine.core.dates import DateRange
from magazine.core.errors import OutputError
from magazine.core.ports import Shortlist
from magazine.core.selection import ArticleReference, Rule, SelectedStory
from magazine.core.topics import Taxonomy
from magazine.library import catalogue, shortlisting
from magazine.library.backlog import Backlog
from magazine.library.database import BUSY_SECONDS, Database, open_database
from magazine.library.feeds import FeedRegister
from magazine.library.localday import INDIA
from magazine.library.related import related
from magazine.library.rows import (
    ARTICLE,
    EVENT,
    INSERT,
    REAPPRAISE,
    UPDATE,
    article_of,
    topics_of,
    values_of,
    write_topics,
)
from magazine.library.values import AddOutcome, Hit, LibraryStats, Listing, ListingFilter, TopicCounts

_BATCH = 500
"""Articles a transaction: what an interrupted run loses at most."""
# Not "!=", which could not use the index.
_STALE = "FROM article a WHERE a.appraised < :appraised OR a.appraised > :appraised"


def _untold(_done: int, _waiting: int) -> None:
    """Tell nobody how far the settling is."""


def open_library(
    path: Path, taxonomy: Taxonomy, *, create: bool = True, busy_seconds: float = BUSY_SECONDS
) -> "Library":
    """Open a library, which is a context manager and closes its file at the end.

    Args:
        path: The file.
        taxonomy: By which articles are classified. When it is not the one of the last
            time, the stored figures are made anew before they are next used.
        create: Make the file, and its folder, when it is missing.
        busy_seconds: How long another run that writes is waited for.

    Raises:
        UnreadableError: It is missing and not to be made, no library, damaged, or of a
            newer version; it is then left as it is.
        OutputError: It cannot be made or written.
        BusyError: Another run has held it all that time.
    """
    return Library(open_database(path, create=create, busy_seconds=busy_seconds), taxonomy)


class Library:
    """Articles, their figures and their full text. Implements ``core.ports.Archive``."""

    def __init__(self, database: Database, taxonomy: Taxonomy) -> None:
        self._database = database
        self._taxonomy = taxonomy
        self._appraised = f"{APPRAISAL_VERSION}:{taxonomy.digest}"
        """Marks the figures that are made by this version and taxonomy."""
        self._backlog = Backlog(database)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    @property
    def path(self) -> Path:
        """The file."""
        return self._database.path

    @property
    def feeds(self) -> FeedRegister:
        """What is remembered of feeds."""
        return FeedRegister(self._database)

    def add(self, articles: Iterable[Article]) -> AddOutcome:
        """Store articles, in batches that are kept whole even when the run is interrupted.

        An article of a known id takes its place. The same text under another id stays
        an article of its own, and so does nearly the same; copies tell of one event.
        """
        outcome = AddOutcome(reappraised=self.reappraise())
        self.settle()
        rest = iter(articles)
        while batch := list(itertools.islice(rest, _BATCH)):
            with self._database.writing():
                outcome = self._add_batch(batch, outcome)
                outcome = replace(outcome, copies=outcome.copies + self._backlog.settle())
        return outcome

    def reappraise(self) -> int:
        """Make the figures anew that another taxonomy or version made; return how many."""
        done = 0
        while self._database.rows(f"SELECT 1 {_STALE} LIMIT 1", {"appraised": self._appraised}):
            with self._database.writing():
                rows = self._database.rows(
                    f"SELECT a.number, {ARTICLE} {_STALE} LIMIT {_BATCH}", {"appraised": self._appraised}
                )
                for row in rows:
                    self._reappraise(row["number"], article_of(row))
            done += len(rows)
        return done

    def remove(self, ids: Iterable[str]) -> int:
        """Remove articles by their whole ids; return how many there were."""
        with self._database.writing():
            rows = self._database.rows(
                "SELECT number FROM article WHERE id IN (SELECT value FROM json_each(?))",
                (json.dumps(list(ids)),),
            )
            numbers = [row["number"] for row in rows]
            self._backlog.events.forget(numbers)
            return self._database.run(
                "DELETE FROM article WHERE number IN (SELECT value FROM json_each(?))", (json.dumps(numbers),)
            ).rowcount

    def settle(self, period: DateRange | None = None, told: Callable[[int, int], None] = _untold) -> int:
        """Give articles their events that have none: those of a library of before there were events.

        Other articles get theirs when they are added. Returns how many there were.

        Args:
            period: Only articles of its days; None: all.
            told: Is told, after each batch, how many are done and how many there are.
        """
        waiting = self._backlog.waiting(period)
        done = 0
        while self._backlog.waiting(period):
            with self._database.writing():
                self._backlog.settle(period, _BATCH)
            done = waiting - self._backlog.waiting(period)
            told(done, waiting)
        return done

    def shortlist(self, rule: Rule) -> Shortlist:
        self.reappraise()
        self.settle(rule.period)
        return shortlisting.shortlist(self._database, rule)

    def articles(self, ids: Iterable[str]) -> Iterator[Article]:
        rest = iter(ids)
        while batch := list(itertools.islice(rest, _BATCH)):
            found = {article.id: article for _, article in self._stored(batch)}
            yield from (found[article_id] for article_id in batch if article_id in found)

    def related(self, story: SelectedStory) -> tuple[ArticleReference, ...]:
        return related(self._database, story)

    def get(self, key: str) -> Article:
        """Return the article of an id, of the beginning of one, or of a URL.

        Raises:
            UsageError: No article, or more than one, is meant.
        """
        return catalogue.meant(self._database, key)

    def topics_of(self, article_id: str) -> tuple[TopicScore, ...]:
        """Return the topics of an article, the best first; none when it is unclassified."""
        self.reappraise()
        rows = self._database.rows("SELECT number FROM article WHERE id = ?", (article_id,))
        found = topics_of(self._database, [row["number"] for row in rows])
        return tuple(score for scores in found.values() for score in scores)

    def listing(self, wanted: ListingFilter | None = None) -> Listing:
        """Return a page of the library, the newest articles first and the undated last."""
        self.reappraise()
        return catalogue.listing(self._database, wanted or ListingFilter())

    def search(
        self, query: str, period: DateRange | None = None, *, limit: int = 20, timezone: str = INDIA
    ) -> tuple[Hit, ...]:
        """Return the best hits of a query, the best first; any text is a valid query."""
        self.reappraise()
        return catalogue.search(self._database, query, period, timezone, limit)

    def topics(self) -> TopicCounts:
        """Return how many articles each topic has."""
        self.reappraise()
        return catalogue.topics(self._database, self._taxonomy)

    def stats(self) -> LibraryStats:
        """Return the library in figures."""
        self.reappraise()
        return catalogue.stats(self._database, self.path)

    def export(self) -> Iterator[Article]:
        """Yield every article, by day and id, the undated last.

        Added to an empty library, they make the same one.
        """
        rows = self._database.rows("SELECT id FROM article ORDER BY day IS NULL, day, id")
        yield from self.articles(row["id"] for row in rows)

    def events_of(self, ids: Iterable[str]) -> dict[str, str]:
        """Return the event of those articles that have one, by their ids."""
        rows = self._database.rows(
            f"SELECT a.id, {EVENT} AS event FROM article a WHERE a.id IN (SELECT value FROM json_each(?))",  # noqa: S608 - our own columns
            (json.dumps(list(ids)),),
        )
        return {row["id"]: f"e{row['event']}" for row in rows if row["event"]}

    def vacuum(self) -> None:
        """Give the space of removed articles back to the disk."""
        self._database.run("INSERT INTO article_text (article_text) VALUES ('optimize')")
        self._database.run("VACUUM")
        self._database.run("PRAGMA wal_checkpoint(TRUNCATE)")

    def backup(self, target: Path) -> None:
        """Write a copy of the library to a new file; other runs may go on meanwhile.

        Raises:
            OutputError: The file is there already, or cannot be made.
        """
        if target.exists():
            raise OutputError(f"There is a file {target} already.", hint="Name a new one.")
        self._database.backup(target)

    @cached_property
    def _classifier(self) -> Classifier:
        return Classifier(self._taxonomy)

    def _stored(self, ids: Sequence[str]) -> Iterator[tuple[int, Article]]:
        rows = self._database.rows(
            f"SELECT a.number, {ARTICLE} FROM article a WHERE a.id IN (SELECT value FROM json_each(?))",  # noqa: S608 - our own columns
            (json.dumps(ids),),
        )
        return ((row["number"], article_of(row)) for row in rows)

    def _add_batch(self, batch: Sequence[Article], outcome: AddOutcome) -> AddOutcome:
        known = {
            article.id: (number, article)
            for number, article in self._stored([article.id for article in batch])
        }
        added = updated = 0
        for article in batch:
            number, stored = known.get(article.id, (None, None))
            if article == stored:
                continue
            known[article.id] = (self._write(article, number), article)
            added += number is None
            updated += number is not None
        return replace(
            outcome,
            added=outcome.added + added,
            updated=outcome.updated + updated,
            unchanged=outcome.unchanged + len(batch) - added - updated,
            stubs=outcome.stubs + sum(article.is_stub for article in batch),
            undated=outcome.undated
            + sum(not article.is_stub and article.published is None for article in batch),
        )

    def _reappraise(self, number: int, article: Article) -> None:
        appraisal = appraise(article, self._classifier)
        values = values_of(article, appraisal, self._appraised)
        self._database.run(REAPPRAISE, values | {"number": number})
        write_topics(self._database, number, article, appraisal.topics)

    def _write(self, article: Article, number: int | None) -> int:
        appraisal = appraise(article, self._classifier)
        values = values_of(article, appraisal, self._appraised)
        if number is None:
            written = self._database.run(INSERT, values).lastrowid
            number = int(written or 0)
        else:
            self._database.run(UPDATE, values | {"number": number})
        write_topics(self._database, number, article, appraisal.topics)
        return number
