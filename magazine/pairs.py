"""Texts to be held against sources given beside them: the rows of ``check --pairs``."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from magazine.core.article import Refused
from magazine.core.errors import UnreadableError
from magazine.core.guard import Finding, Source, check
from magazine.core.sentences import split_sentences


class _Row(BaseModel):
    """A row of the file; other keys are somebody else's."""

    model_config = ConfigDict(extra="ignore")

    id: str | int
    text: str
    source: str | list[str]
    cites: list[int] | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A text and what it rests on."""

    id: str | int
    text: str
    sentences: tuple[str, ...]
    cites: tuple[int, ...] | None
    """Indexes into ``sentences``, from 0; None: the whole source is the evidence."""
    published: date | None

    def finding(self) -> Finding:
        """Return what the source does not bear out."""
        return check(self.text, Source.of(self.sentences, self.published), self.cites)


def read_pairs(path: Path) -> Iterator[Pair | Refused]:
    """Yield the pairs of a JSON Lines file; a row that is none is refused and the rest goes on.

    A ``source`` that is one text is split into sentences, and then has no ``cites``.

    Raises:
        UnreadableError: The file cannot be read.
    """
    try:
        with path.open(encoding="utf-8-sig", errors="replace") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield _pair(line, f"{path}:{number}")
    except OSError as error:
        raise UnreadableError(f"Cannot read {path}: {error.strerror}.") from error


def _pair(line: str, where: str) -> Pair | Refused:
    try:
        row = _Row.model_validate_json(line)
    except ValidationError as error:
        mistake = error.errors(include_input=False, include_url=False)[0]
        place = ".".join(str(step) for step in mistake["loc"])
        reason = (
            f"{place}: {mistake['msg'].lower()}." if place else f"it is not JSON: {mistake['msg'].lower()}."
        )
        return Refused(where=where, reason=reason)
    whole = isinstance(row.source, str)
    sentences = split_sentences(row.source) if isinstance(row.source, str) else row.source
    return Pair(
        id=row.id,
        text=row.text,
        sentences=tuple(sentences),
        cites=None if whole or row.cites is None else tuple(row.cites),
        published=row.published,
    )
