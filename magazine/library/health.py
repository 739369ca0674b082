"""A look at a library's file, which changes nothing in it but to bring it to this version's form."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from magazine.library.database import Database, open_database
from magazine.library.rows import day_of


@dataclass(frozen=True, slots=True, kw_only=True)
class FileHealth:
    """How a library's file is."""

    articles: int
    """Teasers included."""
    first: date | None
    last: date | None


def faults(path: Path) -> tuple[str, ...]:
    """Return what SQLite finds wrong in a library's file; nothing when it is whole.

    Raises:
        UnreadableError: It is too damaged to be opened, or no library.
    """
    with _opened(path) as database:
        found = (row[0] for row in database.rows("PRAGMA integrity_check(20)"))
        return tuple(each for each in found if each != "ok")


def file_health(path: Path) -> FileHealth:
    """Return what a library's file holds.

    Raises:
        UnreadableError: It is damaged, or no library.
    """
    with _opened(path) as database:
        [row] = database.rows("SELECT count(*) AS articles, min(day) AS first, max(day) AS last FROM article")
        return FileHealth(articles=row["articles"], first=day_of(row["first"]), last=day_of(row["last"]))


@contextmanager
def _opened(path: Path) -> Iterator[Database]:
    with closing(open_database(path, create=False)) as database:
        yield database
