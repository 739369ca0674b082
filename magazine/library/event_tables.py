"""The tables of events: rows to values and back, and the two indexes of neighbours."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Protocol
from urllib.parse import urlsplit

from magazine.core.article import Article
from magazine.core.likeness import Frequencies, Member, Vector
from magazine.library.database import Database, Row
from magazine.library.kept import Kept
from magazine.library.likeness import pack_bands, pack_vector, unpack_bands, unpack_vector

KEY_TERMS = 12
"""Terms by which an article is found."""
_MOST_NEIGHBOURS = 40
_MOST_VECTORS = 4000
"""Vectors that are kept unpacked: some 40 MB."""
_ALL = -1
"""The term that counts the articles."""
_MEMBER = (
    "e.article, e.event, e.vector, a.source, a.url "
    "FROM article_event e JOIN article a ON a.number = e.article"
)


class Placed(Protocol):
    """What is written of an article that has an event."""

    @property
    def number(self) -> int:
        """Its number."""
        ...

    @property
    def article(self) -> Article:
        """The article."""
        ...

    @property
    def day(self) -> date:
        """Its day."""
        ...

    @property
    def vector(self) -> Vector:
        """What it speaks of."""
        ...


class EventTables:
    """Reads and writes what is known of events."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._vectors: Kept[int, Vector] = Kept(_MOST_VECTORS)

    def count(self, articles: int, terms: Mapping[int, int]) -> Frequencies:
        """Add so many articles with those terms; return the frequencies of these terms."""
        self._database.run_many(
            "INSERT INTO term_count (term, articles) VALUES (?, ?) "
            "ON CONFLICT (term) DO UPDATE SET articles = articles + excluded.articles",
            [(_ALL, articles), *terms.items()],
        )
        return self.frequencies(terms)

    def frequencies(self, terms: Iterable[int]) -> Frequencies:
        """Return the frequencies of terms."""
        rows = self._database.rows(
            "SELECT term, articles FROM term_count WHERE term IN (SELECT value FROM json_each(?))",
            (json.dumps([_ALL, *terms]),),
        )
        counts: dict[int, int] = {row["term"]: row["articles"] for row in rows}
        return Frequencies(counts.pop(_ALL, 0), counts)

    def neighbours(self, placed: Placed, days: int) -> list[int]:
        """Return the articles of the days around one that share its weightiest terms, the nearest first."""
        wanted = {code: placed.vector.weights[code] for code in placed.vector.key_terms(KEY_TERMS)}
        day = placed.day.toordinal()
        # The languages of a few articles are looked up, not those of all that share a word.
        rows = self._database.rows(
            "SELECT n.article FROM (SELECT t.article, sum(k.value) AS near FROM json_each(?) k "
            "CROSS JOIN event_term t ON t.term = CAST(k.key AS INTEGER) AND t.day BETWEEN ? AND ? "
            "GROUP BY t.article ORDER BY near DESC, t.article LIMIT ?) n "
            "JOIN article a ON a.number = n.article WHERE a.language = ? ORDER BY n.near DESC, n.article",
            (json.dumps(wanted), day - days, day + days, _MOST_NEIGHBOURS, str(placed.article.language)),
        )
        return [row["article"] for row in rows]

    def sharing(self, bands: Sequence[int], language: str) -> list[int]:
        """Return the articles that share a band."""
        rows = self._database.rows(
            "SELECT DISTINCT b.article FROM json_each(?) k CROSS JOIN event_band b ON b.band = k.value "
            "JOIN article a ON a.number = b.article WHERE a.language = ? LIMIT ?",
            (json.dumps(bands), str(language), _MOST_NEIGHBOURS),
        )
        return [row["article"] for row in rows]

    def members(self, numbers: Sequence[int]) -> list[Member]:
        """Return the placed articles of those numbers, in no order."""
        rows = self._database.rows(
            f"SELECT {_MEMBER} WHERE e.article IN (SELECT value FROM json_each(?))",  # noqa: S608 - our own columns
            (json.dumps(numbers),),
        )
        return [self._member_of(row) for row in rows]

    def members_of(self, event: int, most: int) -> Iterator[Member]:
        """Yield the newest articles of an event."""
        rows = self._database.rows(
            f"SELECT {_MEMBER} WHERE e.event = ? ORDER BY e.article DESC LIMIT ?",
            (event, most),
        )
        return map(self._member_of, rows)

    def member_of(self, number: int, article: Article, vector: Vector) -> Member:
        """Return an article that has no event yet as a member of none."""
        return Member(
            number=number, vector=vector, publisher=publisher_of(article.source, article.url), event=0
        )

    def text_of(self, number: int) -> tuple[str, str]:
        """Return an article's title and body."""
        row = self._database.rows("SELECT title, body FROM article WHERE number = ?", (number,))[0]
        return row["title"], row["body"]

    def write(self, placed: Placed, bands: Sequence[int], copy_of: int | None) -> None:
        """Write an article into the indexes, as yet without an event."""
        day = placed.day.toordinal()
        self._database.run(
            "INSERT INTO article_event (article, event, day, copy_of, vector, bands) "
            "VALUES (?, 0, ?, ?, ?, ?)",
            (placed.number, day, copy_of, pack_vector(placed.vector), pack_bands(bands)),
        )
        self._database.run_many(
            "INSERT INTO event_term (term, day, article) VALUES (?, ?, ?)",
            [(code, day, placed.number) for code in placed.vector.key_terms(KEY_TERMS)],
        )
        self._database.run_many(
            "INSERT OR IGNORE INTO event_band (band, article) VALUES (?, ?)",
            [(band, placed.number) for band in bands],
        )

    def move(self, numbers: Sequence[int], event: int) -> None:
        """Put articles into an event."""
        self._database.run_many(
            "UPDATE article_event SET event = ? WHERE article = ?", [(event, number) for number in numbers]
        )

    def rename(self, event: int, other: int) -> None:
        """Put all articles of an event into another."""
        self._database.run("UPDATE article_event SET event = ? WHERE event = ?", (other, event))

    def new_event(self) -> int:
        """Return the number of an event that does not exist."""
        return self._database.number("SELECT coalesce(max(event), 0) + 1 FROM article_event")

    def forget(self, numbers: Sequence[int]) -> bool:
        """Take articles out of their events and of both indexes; tell whether any was in."""
        wanted = (json.dumps(numbers),)
        rows = self._database.rows(
            "SELECT article, day, vector, bands FROM article_event "
            "WHERE article IN (SELECT value FROM json_each(?))",
            wanted,
        )
        for row in rows:
            keys = unpack_vector(row["vector"]).key_terms(KEY_TERMS)
            self._database.run_many(
                "DELETE FROM event_term WHERE term = ? AND day = ? AND article = ?",
                [(key, row["day"], row["article"]) for key in keys],
            )
            self._database.run_many(
                "DELETE FROM event_band WHERE band = ? AND article = ?",
                [(band, row["article"]) for band in unpack_bands(row["bands"])],
            )
        self._database.run(
            "DELETE FROM article_event WHERE article IN (SELECT value FROM json_each(?))", wanted
        )
        if rows:
            self._vectors.clear()
        return bool(rows)

    def _member_of(self, row: Row) -> Member:
        return Member(
            number=row["article"],
            vector=self._vectors.get(row["article"], lambda: unpack_vector(row["vector"])),
            publisher=publisher_of(row["source"], row["url"]),
            event=row["event"],
        )


def publisher_of(source: str, url: str | None) -> str:
    """Return by what an article's publisher is known: its name, else the host of its address."""
    if source:
        return source.casefold()
    try:
        return urlsplit(url or "").hostname or ""
    except ValueError:
        return ""
