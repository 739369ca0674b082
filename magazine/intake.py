"""Articles on their way into the library: what was read is stored, what was not is told."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from magazine.core.article import Article, Guessed, Refused


class AddOutcome(Protocol):
    """What became of the articles handed to a shelf."""

    @property
    def added(self) -> int:
        """Articles that were not there before."""
        ...

    @property
    def unchanged(self) -> int:
        """Articles that were there already, word for word."""
        ...

    @property
    def updated(self) -> int:
        """Articles that were there with another text."""
        ...

    @property
    def copies(self) -> int:
        """Added and updated articles with nearly the same text as one that was there before."""
        ...


class Shelf(Protocol):
    """Where articles are put."""

    def add(self, articles: Iterable[Article]) -> AddOutcome:
        """Store the articles; one already there word for word adds nothing."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What one ``add`` came to."""

    added: int
    unchanged: int
    updated: int
    copies: int
    """Among the added and updated: nearly the same text as another article's."""
    stubs: int
    undated: tuple[Article, ...]
    """Articles without a day, teasers apart: no period can hold them."""
    refused: tuple[Refused, ...]
    guessed: tuple[Guessed, ...] = ()

    @property
    def read(self) -> int:
        """Articles that could be read."""
        return self.added + self.unchanged + self.updated


def take_in(found: Iterable[Article | Refused | Guessed], shelf: Shelf) -> Intake:
    """Store every article that was read; remember every input that was refused, and every guess."""
    refused: list[Refused] = []
    guessed: list[Guessed] = []
    undated: list[Article] = []
    stubs: list[str] = []

    def articles() -> Iterator[Article]:
        for one in found:
            if isinstance(one, Refused):
                refused.append(one)
                continue
            if isinstance(one, Guessed):
                guessed.append(one)
                continue
            if one.is_stub:
                stubs.append(one.id)
            elif one.published is None:
                undated.append(one)
            yield one

    outcome = shelf.add(articles())
    return Intake(
        added=outcome.added,
        unchanged=outcome.unchanged,
        updated=outcome.updated,
        copies=outcome.copies,
        stubs=len(stubs),
        undated=tuple(undated),
        refused=tuple(refused),
        guessed=tuple(guessed),
    )
