"""A sheet: the texts of an issue, line by line, as a person left them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from magazine.core.errors import UsageError
from magazine.core.places import Place, Role, Rows
from magazine.core.statement import Evidence, Statement, Verdict

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A text as a person left it."""

    number: int
    """Its line in the file, from 1, for errors."""
    text: str
    mark: str = ""
    """That of its place; empty: a new statement of the block it stands in."""
    label: str = ""
    rows: Rows = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """All texts of an issue as a person left them."""

    lines: tuple[Line, ...]
    state: str
    """``places.state_of`` the issue from which the sheet was made."""


def fault(line: Line, what: str, hint: str) -> UsageError:
    """Return the error of a line that cannot be used."""
    return UsageError(f"Line {line.number} of the Markdown {what}.", hint=hint)


def by_mark(places: Iterable[Place], role: Role, things: Sequence[T]) -> dict[str, T]:
    """Return the things that stand at the places of a role, by mark."""
    return dict(zip((place.mark for place in places if place.role is role), things, strict=True))


def changed(statement: Statement, text: str) -> Statement:
    """Return a statement in a person's words: seal and citations stay, so that the change is seen."""
    if text == statement.text:
        return statement
    return replace(statement, text=text, verdict=Verdict.UNCHECKED)


def added(text: str, evidence: Iterable[Evidence] = ()) -> Statement:
    """Return a person's own statement; one that is a source's sentence cites it."""
    cites = next(((each.id,) for each in evidence if each.text == text), ())
    return Statement(text=text, cites=cites)
