"""Between the table's rows and the domain's values."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache, wraps
from typing import Any, TypeVar

from magazine.core.appraisal import Appraisal, TopicRole, TopicScore
from magazine.core.article import Article, Language
from magazine.core.errors import UnreadableError
from magazine.core.selection import ArticleReference
from magazine.library.database import Database, Row
from magazine.library.localday import INDIA, local_day
from magazine.library.values import ListedArticle

T = TypeVar("T")

_ARTICLE_COLUMNS = (
    *("id", "title", "body", "url", "published", "category", "source", "author"),
    *("language", "licence", "is_stub"),
)
_APPRAISAL_COLUMNS = ("words", "text_hash", "includes", "excludes", "appraised")
_WRITTEN_COLUMNS = (*_ARTICLE_COLUMNS, "day", *_APPRAISAL_COLUMNS)

ARTICLE = ", ".join(f"a.{column}" for column in _ARTICLE_COLUMNS)
"""The columns of ``article_of``."""
LISTED = (
    "a.id, a.title, a.url, a.published, a.day, a.source, a.language, a.words, a.is_stub, "
    "(SELECT topic FROM article_topic WHERE article = a.number AND role = 'section') AS topic"
)
"""The columns of ``listed_of``."""
REFERENCE = (
    "a.number, a.id, a.url, a.title, a.published, a.source, a.language, a.words, a.text_hash, "
    "a.includes, a.excludes"
)
"""The columns of ``reference_of`` and ``appraisal_of``."""
EVENT = "(SELECT event FROM article_event WHERE article = a.number)"
"""The event of an article; NULL when it has none."""
IS_CLASSIFIED = "EXISTS (SELECT 1 FROM article_topic WHERE article = a.number)"

INSERT = (
    f"INSERT INTO article ({', '.join(_WRITTEN_COLUMNS)}) "  # noqa: S608 - our own columns
    f"VALUES ({', '.join(f':{column}' for column in _WRITTEN_COLUMNS)})"
)
UPDATE = (
    f"UPDATE article SET {', '.join(f'{column} = :{column}' for column in _WRITTEN_COLUMNS)} "  # noqa: S608 - our own columns
    "WHERE number = :number"
)
REAPPRAISE = (
    f"UPDATE article SET {', '.join(f'{column} = :{column}' for column in _APPRAISAL_COLUMNS)} "  # noqa: S608 - our own columns
    "WHERE number = :number"
)


def values_of(article: Article, appraisal: Appraisal, appraised: str) -> dict[str, Any]:
    """Return the values of ``INSERT`` and ``UPDATE``, the number apart."""
    values: dict[str, Any] = {column: getattr(article, column) for column in _ARTICLE_COLUMNS}
    return {
        **values,
        "language": str(article.language),
        "is_stub": int(article.is_stub),
        "day": local_day(article.published, INDIA),
        "words": appraisal.words,
        "text_hash": appraisal.text_hash,
        "includes": json.dumps(appraisal.includes, ensure_ascii=False),
        "excludes": json.dumps(appraisal.excludes, ensure_ascii=False),
        "appraised": appraised,
    }


def _sound(made: Callable[[Row], T]) -> Callable[[Row], T]:
    """Have what a row of ours can never hold be called damage, and not a bug."""

    @wraps(made)
    def checked(row: Row) -> T:
        try:
            return made(row)
        except (ValueError, KeyError, TypeError) as error:
            raise _damaged() from error

    return checked


def _damaged() -> UnreadableError:
    return UnreadableError(
        "The library is damaged: it holds what was never written into it.",
        hint="Restore it from a backup, or add the articles to a new one.",
    )


@_sound
def article_of(row: Row) -> Article:
    """Return the article of a row."""
    return Article(
        id=row["id"],
        title=row["title"],
        body=row["body"],
        url=row["url"],
        published=row["published"],
        category=row["category"],
        source=row["source"],
        author=row["author"],
        language=Language(row["language"]),
        licence=row["licence"],
        is_stub=bool(row["is_stub"]),
    )


@_sound
def listed_of(row: Row) -> ListedArticle:
    """Return the listed article of a row."""
    return ListedArticle(
        id=row["id"],
        title=row["title"],
        url=row["url"],
        published=row["published"],
        day=day_of(row["day"]),
        source=row["source"],
        language=Language(row["language"]),
        topic=row["topic"],
        words=row["words"],
        is_stub=bool(row["is_stub"]),
    )


@_sound
def reference_of(row: Row) -> ArticleReference:
    """Return the reference of a dated row."""
    return ArticleReference(
        id=row["id"],
        url=row["url"],
        title=row["title"],
        published=row["published"],
        source=row["source"],
        language=Language(row["language"]),
        text_hash=row["text_hash"],
        words=row["words"],
    )


def appraisal_of(row: Row, topics: Iterable[TopicScore]) -> Appraisal:
    """Return the appraisal of a row and its topics."""
    return Appraisal(
        topics=tuple(topics),
        includes=_signals(row["includes"]),
        excludes=_signals(row["excludes"]),
        words=row["words"],
        text_hash=row["text_hash"],
    )


@lru_cache(maxsize=512)
def _signals(column: str) -> tuple[str, ...]:
    """Return the signals of a column; articles have few that differ."""
    try:
        return tuple(json.loads(column))
    except ValueError as error:
        raise _damaged() from error


def day_of(text: str | None) -> date | None:
    """Return the day of a column."""
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError as error:
        raise _damaged() from error


def topics_of(database: Database, numbers: Iterable[int]) -> dict[int, list[TopicScore]]:
    """Return the topics of articles by their numbers, the best first."""
    topics: dict[int, list[TopicScore]] = defaultdict(list)
    rows = database.rows(
        "SELECT article, topic, score, role FROM article_topic "
        "WHERE article IN (SELECT value FROM json_each(?)) ORDER BY article, place",
        (json.dumps(list(numbers)),),
    )
    roles = {str(role): role for role in TopicRole}
    for number, topic, score, role in rows:
        if role not in roles:
            raise _damaged()
        topics[number].append(TopicScore(topic=topic, score=score, role=roles[role]))
    return topics


def write_topics(database: Database, number: int, article: Article, topics: Iterable[TopicScore]) -> None:
    """Put an article's topics in the place of those it had."""
    day = None if article.is_stub else local_day(article.published, INDIA)
    database.run("DELETE FROM article_topic WHERE article = ?", (number,))
    database.run_many(
        "INSERT INTO article_topic (article, topic, place, score, role, day) VALUES (?, ?, ?, ?, ?, ?)",
        [
            (number, score.topic, place, score.score, str(score.role), day)
            for place, score in enumerate(topics)
        ],
    )
