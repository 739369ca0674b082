"""The library's lists: listing, search, topics and figures."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from magazine.core.appraisal import TopicRole
from magazine.core.article import Article
from magazine.core.dates import DateRange
from magazine.core.errors import UsageError
from magazine.core.topics import Taxonomy
from magazine.library.conditions import SCORE, Conditions
from magazine.library.database import Database
from magazine.library.rows import ARTICLE, IS_CLASSIFIED, LISTED, article_of, day_of, listed_of
from magazine.library.values import Hit, LibraryStats, Listing, ListingFilter, TopicCount, TopicCounts

_NAMED = 5
"""So many articles are named when more than one is meant."""
_NEWEST_FIRST = "ORDER BY a.day IS NULL, a.day DESC, a.id"
_SNIPPET = "snippet(article_text, -1, '', '', '…', 24)"


def listing(database: Database, wanted: ListingFilter) -> Listing:
    """Return a page of the articles that pass the filter."""
    conditions = _conditions(wanted)
    limit = -1 if wanted.limit is None else wanted.limit
    with database.reading():
        total = database.number(f"SELECT count(*) {conditions.source}", conditions.values)
        rows = database.rows(
            f"SELECT {LISTED} {conditions.source} {_NEWEST_FIRST} LIMIT ? OFFSET ?",
            [*conditions.values, limit, wanted.offset],
        )
    return Listing(articles=tuple(listed_of(row) for row in rows), total=total)


def meant(database: Database, key: str) -> Article:
    """Return the article of an id, of the beginning of one, or of a URL.

    Raises:
        UsageError: No article, or more than one, is meant.
    """
    key = key.encode(errors="replace").decode()
    rows = database.rows(
        f"SELECT {ARTICLE} FROM article a WHERE a.id = ? UNION ALL "  # noqa: S608 - our own columns
        f"SELECT {ARTICLE} FROM article a WHERE a.url = ? AND a.id != ?",
        (key, key, key),
    )
    if key and not rows:  # an empty key, as from a shell's unset variable, means none and not any
        rows = database.rows(
            f"SELECT {ARTICLE} FROM article a WHERE a.id >= ? AND a.id < ? ORDER BY a.id LIMIT ?",  # noqa: S608
            (key, key + "\U0010ffff", _NAMED),
        )
    if not rows:
        raise UsageError(f"There is no article {key!r} in the library.", hint="See: magazine library list")
    if len(rows) > 1 and rows[0]["id"] != key:
        names = ", ".join(row["id"] for row in rows[:_NAMED])
        raise UsageError(f"{key!r} means more than one article.", hint=f"Name one of them: {names}")
    return article_of(rows[0])


def search(
    database: Database, query: str, period: DateRange | None, zone: str, limit: int
) -> tuple[Hit, ...]:
    """Return the best hits of a query, the best first."""
    conditions = Conditions().matching(query)
    if period is not None:
        conditions.in_period(period, zone)
    score, snippet = (SCORE, _SNIPPET) if conditions.is_search else ("0.0", "substr(a.body, 1, 160)")
    rows = database.rows(
        f"SELECT {LISTED}, {score} AS score, {snippet} AS snippet {conditions.source} "
        "ORDER BY score, a.id LIMIT ?",
        [*conditions.values, limit],
    )
    return tuple(
        Hit(article=listed_of(row), relevance=relevance, snippet=" ".join(row["snippet"].split()))
        for row, relevance in zip(rows, relevances([row["score"] for row in rows]), strict=True)
    )


def relevances(scores: Sequence[float]) -> list[float]:
    """Return FTS5's ranks as shares of the best one; 0 for all where nothing was ranked."""
    best = min(scores, default=0.0)
    return [score / best if best else 0.0 for score in scores]


def topics(database: Database, taxonomy: Taxonomy) -> TopicCounts:
    """Return how many articles each topic of the taxonomy has."""
    counts: dict[str, dict[TopicRole, int]] = {}
    days: dict[str, list[date]] = {}
    with database.reading():
        rows = database.rows(
            "SELECT t.topic, t.role, count(*) AS articles, min(a.day) AS first, max(a.day) AS last "
            "FROM article_topic t JOIN article a ON a.number = t.article WHERE a.is_stub = 0 "
            "GROUP BY t.topic, t.role"
        )
        unclassified = _unclassified(database)
    for row in rows:
        counts.setdefault(row["topic"], {})[TopicRole(row["role"])] = row["articles"]
        days.setdefault(row["topic"], []).extend(
            day for day in (day_of(row["first"]), day_of(row["last"])) if day
        )
    return TopicCounts(
        topics=tuple(
            TopicCount(
                topic=topic.id,
                name=topic.name,
                counts=tuple((role, counts.get(topic.id, {}).get(role, 0)) for role in TopicRole),
                first=min(days.get(topic.id, ()), default=None),
                last=max(days.get(topic.id, ()), default=None),
            )
            for topic in taxonomy.topics
        ),
        unclassified=unclassified,
    )


def stats(database: Database, path: Path) -> LibraryStats:
    """Return the library in figures."""
    with database.reading():
        total = database.rows(
            "SELECT count(*) AS articles, sum(day IS NULL) AS undated, min(day) AS first, max(day) AS last "
            "FROM article WHERE is_stub = 0"
        )[0]
        return LibraryStats(
            articles=total["articles"],
            stubs=database.number("SELECT count(*) FROM article WHERE is_stub = 1"),
            undated=total["undated"] or 0,
            unclassified=_unclassified(database),
            first=day_of(total["first"]),
            last=day_of(total["last"]),
            languages=_counted(database, "language", "2 DESC, 1"),
            sources=_counted(database, "source", "2 DESC, 1"),
            months=_counted(database, "substr(day, 1, 7)", "1", "AND day IS NOT NULL"),
            size=path.stat().st_size,
        )


def _conditions(wanted: ListingFilter) -> Conditions:
    conditions = Conditions()
    if wanted.period is not None:
        conditions.in_period(wanted.period, wanted.timezone)
    if wanted.language is not None:
        conditions.add("a.language = ?", str(wanted.language))
    if wanted.source:
        # Folded here, as SQLite's own lower() knows only English letters.
        conditions.add("casefold(a.source) = ?", wanted.source.casefold())
    if wanted.undated:
        conditions.add("a.day IS NULL")
    if wanted.stubs is not None:
        conditions.add("a.is_stub = ?", int(wanted.stubs))
    return conditions.with_topics(wanted.topics)


def _unclassified(database: Database) -> int:
    return database.number(f"SELECT count(*) FROM article a WHERE a.is_stub = 0 AND NOT {IS_CLASSIFIED}")  # noqa: S608


def _counted(database: Database, what: str, order: str, condition: str = "") -> tuple[tuple[str, int], ...]:
    rows = database.rows(
        f"SELECT {what}, count(*) FROM article WHERE is_stub = 0 {condition} GROUP BY 1 ORDER BY {order}"  # noqa: S608 - our own columns
    )
    return tuple((name, count) for name, count in rows)
