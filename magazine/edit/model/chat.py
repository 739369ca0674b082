"""One exchange with a model's server. Nothing else of a provider shows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol

from magazine.edit.model.asking import Cause, Usage


class Mode(StrEnum):
    """How a server is told the form of its answer; from what binds it most to what least."""

    SCHEMA = "json_schema"
    OBJECT = "json_object"
    TEXT = "text"


class RoomName(StrEnum):
    """What a server calls the room for an answer: older ones the one, newer ones the other."""

    MAX_TOKENS = "max_tokens"
    MAX_COMPLETION_TOKENS = "max_completion_tokens"

    @property
    def other(self) -> "RoomName":
        """The other name."""
        return next(name for name in RoomName if name is not self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What is sent."""

    system: str
    user: str
    mode: Mode
    schema: Mapping[str, Any]
    """The JSON schema of the answer, sent along in the mode of that name."""
    room: int
    """Tokens for the answer."""
    room_name: RoomName


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What came back, whole."""

    text: str
    is_cut: bool = False
    """The room was not enough."""
    is_refusal: bool = False
    usage: Usage = field(default_factory=Usage)
    request_id: str = ""
    """The server's own name for the exchange, for a question to its makers."""


class ChatError(Exception):
    """No reply that is a chat completion.

    Args:
        cause: Why.
        detail: More of it in our own words; never the server's.
        retry_after: Seconds that the server asks to wait; None: it does not say.
        may_retry: The same may do at another time.
        may_be_paid: The server may have done the work, and may charge for it.
    """

    def __init__(
        self,
        cause: Cause,
        detail: str = "",
        *,
        retry_after: float | None = None,
        may_retry: bool = False,
        may_be_paid: bool = False,
    ) -> None:
        super().__init__(f"{cause}: {detail}" if detail else str(cause))
        self.cause = cause
        self.detail = detail
        self.retry_after = retry_after
        self.may_retry = may_retry
        self.may_be_paid = may_be_paid


class Part(StrEnum):
    """A part of a letter that not every server takes."""

    MODE = "response_format"
    ROOM_NAME = "max_tokens"
    UNKNOWN = "the request"


class UnsupportedError(Exception):
    """The server does not take a letter of this form.

    Args:
        part: What it does not take, as far as it says.
        status: The HTTP status it said so with.
    """

    def __init__(self, part: Part, status: int) -> None:
        super().__init__(f"{part} is refused with status {status}")
        self.part = part
        self.status = status


class Chat(Protocol):
    """A model's server. Safe to be used by several threads at once."""

    def send(self, letter: Letter, *, seconds: float) -> Reply:
        """Return the reply to a letter; one attempt, at most so many seconds of wall time.

        Raises:
            ChatError: There is none.
            UnsupportedError: The letter must be of another form.
            KeyRefusedError: The key is refused, or its account is empty.
            ConfigurationError: There is no such model or no such address.
        """
        ...

    def close(self) -> None:
        """Close what is open."""
        ...


@dataclass(frozen=True, slots=True)
class ScriptedChat:
    """A Chat for tests: replies come from a function, which may raise."""

    answer: Callable[[Letter], Reply]

    def send(self, letter: Letter, *, seconds: float) -> Reply:  # noqa: ARG002 - a function takes no time
        return self.answer(letter)

    def close(self) -> None:
        """Nothing is open."""
