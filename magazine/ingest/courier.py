"""The boundary to the web: one errand, one delivery or one reason why not.

``magazine.ingest.web`` is the one that goes out; ``ScriptedCourier`` answers from a table.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from magazine.core.errors import UnreachableError


class Kind(StrEnum):
    """What is asked for, which decides what may come back."""

    FEED = "feed"
    PAGE = "page"
    ROBOTS = "robots"


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """What to fetch."""

    url: str
    kind: Kind
    etag: str = ""
    """Of the last delivery, as ``last_modified``: with them an unchanged resource is not sent again."""
    last_modified: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What came back."""

    url: str
    """Where it was found in the end, redirects followed."""
    body: bytes = b""
    """Decoded from any transfer coding; empty when nothing has changed."""
    is_unchanged: bool = False
    content_type: str = ""
    etag: str = ""
    last_modified: str = ""
    moved_to: str = ""
    """Where the server says it has moved for good; empty when it has not."""


class NotFetchedError(UnreachableError):
    """An errand that came to nothing.

    Args:
        message: One sentence: why.
        status: The server's status, when it gave one.
        retry_after: Its Retry-After as it stands, seconds or a date.
        is_lasting: Another try will come to the same.
    """

    def __init__(
        self, message: str, *, status: int | None = None, retry_after: str = "", is_lasting: bool = False
    ) -> None:
        super().__init__(message)
        self.status = status
        self.retry_after = retry_after
        self.is_lasting = is_lasting


class Courier(Protocol):
    """Fetches from the web."""

    def fetch(self, errand: Errand) -> Delivery:
        """Return what came back.

        Raises:
            NotFetchedError: Nothing that could be used did.
        """
        ...


@dataclass(frozen=True, slots=True)
class ScriptedCourier:
    """A courier that answers from a table and remembers its errands; what is not there is a 404."""

    answers: Mapping[str, Delivery | NotFetchedError]
    errands: list[Errand] = field(default_factory=list)

    def fetch(self, errand: Errand) -> Delivery:
        self.errands.append(errand)
        answer = self.answers.get(errand.url)
        if answer is None:
            raise NotFetchedError("The server answers 404.", status=404, is_lasting=True)
        if isinstance(answer, NotFetchedError):
            raise answer
        return answer
