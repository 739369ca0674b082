"""What a quality set is, and what it reports."""

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from magazine.core.article import Article, Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measured figure. ``name`` is its key in floors.json; without a floor there it is only shown."""

    name: str
    value: float
    n: int
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QualitySet:
    """A file of the data folder and what is measured on it."""

    name: str
    file: str
    """Relative to the data folder."""
    measure: Callable[[Path], list[Figure]]


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def article(row: dict[str, Any]) -> Article:
    """Return the article of a row."""
    return Article(
        id=row["id"],
        title=row["title"],
        body=row["body"],
        published=row["published"],
        source=row["source"],
        language=Language(row["language"]),
        url=row["url"],
    )


def digest(path: Path) -> str:
    """Return the sha256 of a file, in hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def is_odd(row_id: str) -> bool:
    """Which half a row belongs to: weights are tuned on the even half and reported on the odd one."""
    return bool(int(hashlib.sha256(row_id.encode()).hexdigest(), 16) % 2)
