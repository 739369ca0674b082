"""One question to a model and one checked answer: the boundary between writing and asking.

The writer (what is asked, what is made of the answer) knows only this module; servers,
keys, retries, money and the ledger are behind it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Generic, Protocol, TypeVar

from pydantic import BaseModel

T = TypeVar("T", bound=BaseModel)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request(Generic[T]):
    """What is asked of a model."""

    purpose: str
    """The prompt's name, such as ``story`` or ``mend``: for the ledger and the plan."""
    subject: str
    """What it is about, such as a story's id: for the report."""
    system: str
    """Instructions, the same for every request of a purpose, so that a server can keep them."""
    user: str
    """The matter at hand: JSON, never instructions."""
    reply: type[T]
    """What the answer must be."""
    answer_tokens: int
    """Room for the answer."""
    last_id: str = ""
    """The id of the last sentence sent, which the reply's ``last_id`` must repeat: a server
    that cut the request short cannot. Empty: nothing to repeat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """Tokens of an answer, as the server counts them; 0 where it does not say."""

    prompt: int = 0
    cached: int = 0
    completion: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Generic[T]):
    """A model's answer, validated."""

    value: T
    model: str
    """The model's name as it was asked for."""
    usage: Usage = field(default_factory=Usage)
    is_new: bool = True
    """False: it was in the ledger, and nothing was asked or paid."""


class Cause(StrEnum):
    """Why there is no answer that can be used."""

    BUDGET = "the budget is spent"
    UNREACHABLE = "the server does not answer"
    RATE_LIMITED = "the server asks to wait"
    SERVER_ERROR = "the server failed"
    NO_CHAT = "the server's reply is no chat completion"
    DEADLINE = "the answer took too long"
    TOO_LARGE = "the answer was too large"
    CUT = "the answer was cut short"
    TRUNCATED = "the server cut the request short"
    TOO_LONG = "the request does not fit the model's context"
    REFUSED = "the model refused"
    UNREADABLE = "the answer is not what was asked for"
    STOPPED = "the run was stopped"


class NoAnswerError(Exception):
    """A request came to nothing; the story it was for is edited otherwise.

    Args:
        cause: Why.
        detail: More of it for the report, in our own words: never a server's text or a key.
    """

    def __init__(self, cause: Cause, detail: str = "") -> None:
        super().__init__(f"{cause}: {detail}" if detail else str(cause))
        self.cause = cause
        self.detail = detail

    @property
    def is_passing(self) -> bool:
        """It may be otherwise at the next run, so that the story should be tried again."""
        return self.cause in {
            Cause.BUDGET,
            Cause.UNREACHABLE,
            Cause.RATE_LIMITED,
            Cause.SERVER_ERROR,
            Cause.NO_CHAT,
            Cause.DEADLINE,
            Cause.TRUNCATED,  # the user may have given the server a larger context
            Cause.STOPPED,
        }


class Correspondent(Protocol):
    """Asks a model. Safe to be used by several threads at once."""

    @property
    def model(self) -> str:
        """The model's name."""
        ...

    @property
    def context_tokens(self) -> int:
        """What a request and its answer may have together."""
        ...

    def ask(self, request: Request[T]) -> Answer[T]:
        """Return the answer.

        Raises:
            NoAnswerError: There is none that can be used.
            KeyRefusedError: The key is refused or its account is empty: nothing more can be asked.
            ConfigurationError: There is no such model or no such address: likewise.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptedCorrespondent:
    """A Correspondent for tests: answers come from a function, as the JSON values of a reply."""

    answer: Callable[[Request[Any]], dict[str, Any]]
    model: str = "scripted"
    context_tokens: int = 16_000

    def ask(self, request: Request[T]) -> Answer[T]:
        return Answer(value=request.reply.model_validate(self.answer(request)), model=self.model)


@dataclass(frozen=True, slots=True, kw_only=True)
class SilentCorrespondent:
    """A Correspondent that asks nobody: for planning, where nothing may be spent."""

    model: str
    context_tokens: int

    def ask(self, request: Request[T]) -> Answer[T]:
        raise NoAnswerError(Cause.STOPPED, f"{request.purpose} is only planned")
