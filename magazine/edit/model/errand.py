"""One request on its way: its attempts, until there is an answer or there is to be none."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from threading import Event
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from magazine.core.errors import ConfigurationError, KeyRefusedError
from magazine.edit.model.asking import Answer, Cause, NoAnswerError, Request, Usage
from magazine.edit.model.budget import Budget, worst_cost
from magazine.edit.model.chat import Chat, ChatError, Reply, RoomName, UnsupportedError
from magazine.edit.model.gate import Gate
from magazine.edit.model.ladder import Form, Reading, read_reply
from magazine.edit.model.ledger import Attempt, Ledger, Outcome
from magazine.edit.model.patience import MOST_ATTEMPTS, Pace, Patience, Turnstile
from magazine.edit.model.prices import FREE, Price
from magazine.edit.model.tally import Counter
from magazine.server import OPENAI_URL, Server

T = TypeVar("T", bound=BaseModel)

MOST_UNREADABLE = 2
"""Answers to a request that may be of no use before it is given up, in all runs together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What all errands of a run share."""

    server: Server
    """With everything said."""
    chat: Chat
    ledger: Ledger
    budget: Budget
    price: Price | None
    patience: Patience
    turnstile: Turnstile
    pace: Pace
    now: Callable[[], datetime]
    counter: Counter = field(default_factory=Counter)
    gate: Gate = field(default_factory=Gate)
    has_answered: Event = field(default_factory=Event)
    """Set once the server has said anything."""
    is_away: Event = field(default_factory=Event)
    """Set when it could not be reached and had not said anything yet: it is not tried again."""

    @property
    def is_given_up(self) -> bool:
        """The server cannot be reached at all."""
        return self.is_away.is_set() and not self.has_answered.is_set()

    def cost(self, usage: Usage) -> float | None:
        """Return the dollars for an answer; None: the server or the price list does not say."""
        if self.price is None or not (usage.prompt or self.price == FREE):
            return None
        return self.price.cost(usage)

    def cost_of_failure(self, error: Exception) -> float | None:
        """Return the dollars for an attempt without an answer; None: the server may have done the work."""
        may_be_paid = isinstance(error, ChatError) and error.may_be_paid and self.price != FREE
        return None if may_be_paid else 0.0


class Errand(Generic[T]):
    """The attempts of one request.

    Args:
        office: What it shares.
        request: What is asked.
        key: The request's name in the ledger.
        schema: The answer's.
        unreadable: Answers of no use that an earlier run has paid for.
    """

    def __init__(
        self, office: Office, request: Request[T], *, key: str, schema: dict[str, Any], unreadable: int
    ) -> None:
        self._office = office
        self._request = request
        self._key = key
        self._schema = schema
        self._unreadable = unreadable
        self._known = office.ledger.form(office.server, office.now())
        self._form = self._known or first_form(office.server)
        self._was_refused = False
        self._end = 0.0
        self._failure = NoAnswerError(Cause.UNREADABLE)
        """What the request came to, unless one more attempt comes to something else."""

    def run(self) -> Answer[T]:
        """Return the answer.

        Raises:
            NoAnswerError: There is none that can be used.
            KeyRefusedError: The key is refused, or its account is empty.
            ConfigurationError: There is no such model or no such address.
        """
        office = self._office
        longest = office.patience.longest_wait
        for attempt in range(1, MOST_ATTEMPTS + 1):
            office.turnstile.enter(longest=longest if attempt == 1 else min(longest, self._left()))
            if attempt == 1:  # waiting for one's turn among the others is not the server's delay
                self._end = office.pace.clock() + (office.server.deadline or 0)
            if office.is_given_up:
                raise NoAnswerError(Cause.UNREACHABLE)
            try:
                answer = self._accept(*self._attempt())
            except UnsupportedError as refused:
                self._reform(refused)
            except ChatError as error:
                self._endure(error, attempt)
            else:
                if answer is not None:
                    return answer
        raise self._failure

    def _left(self) -> float:
        return max(0.0, self._end - self._office.pace.clock())

    def _attempt(self) -> tuple[Reading[T], Reply]:
        """Send the request once; what it comes to is on the disk when this returns or raises."""
        office = self._office
        room = self._request.answer_tokens + office.server.thinking_tokens
        letter = self._form.letter(self._request, self._schema, room=room)
        with office.budget.reserved(worst_cost(letter, office.price)) as reservation:
            if not (seconds := self._left()):
                raise NoAnswerError(Cause.DEADLINE)
            begun = office.pace.clock()
            try:
                reply = office.chat.send(letter, seconds=seconds)
            except (ChatError, UnsupportedError, KeyRefusedError, ConfigurationError) as error:
                reservation.settle(office.cost_of_failure(error))
                self._record(begun, _outcome(error), cost=office.cost_of_failure(error))
                raise
            reading = read_reply(self._request, reply)
            outcome = Outcome.of(reading.cause) if reading.cause else Outcome.ANSWERED
            reservation.settle(office.cost(reply.usage))
            self._record(begun, outcome, cost=office.cost(reply.usage), reply=reply)
        return reading, reply

    def _record(
        self, begun: float, outcome: Outcome, *, cost: float | None, reply: Reply | None = None
    ) -> None:
        office = self._office
        attempt = Attempt(
            request=self._key,
            purpose=self._request.purpose,
            subject=self._request.subject,
            mode=self._form.mode,
            outcome=outcome,
            usage=reply.usage if reply else Usage(),
            cost=cost,
            seconds=office.pace.clock() - begun,
            server_id=reply.request_id if reply else "",
            answer=reply.text if reply else None,
        )
        office.ledger.record(attempt, office.server, office.now())
        office.counter.count(attempt)
        if outcome not in _SILENT:
            office.has_answered.set()

    def _accept(self, reading: Reading[T], reply: Reply) -> Answer[T] | None:
        """Return the answer, or None when the request is to be tried once more."""
        office = self._office
        if reading.value is not None:
            if self._known is None or self._was_refused:
                office.ledger.remember(self._form, office.server, office.now())
            return Answer(value=reading.value, model=office.server.name or "", usage=reply.usage)
        self._failure = NoAnswerError(reading.cause or Cause.UNREADABLE, reading.detail)
        self._unreadable += reading.cause is Cause.UNREADABLE
        if reading.cause is not Cause.UNREADABLE or self._unreadable >= MOST_UNREADABLE:
            raise self._failure
        if self._known is None:  # a server may take a schema and not heed it
            self._form = self._form.weaker() or self._form
        return None

    def _reform(self, refused: UnsupportedError) -> None:
        """Take the next form that the server may take."""
        self._failure = NoAnswerError(Cause.SERVER_ERROR, f"status {refused.status}")
        form = self._form.after(refused)
        if form is None:
            raise self._failure from refused
        self._form, self._was_refused = form, True

    def _endure(self, error: ChatError, attempt: int) -> None:
        """Wait until the request may be tried again."""
        office = self._office
        if error.cause is Cause.UNREACHABLE and not office.has_answered.is_set():
            office.is_away.set()
            raise NoAnswerError(error.cause, error.detail) from error
        pause = office.patience.pause_after(error, attempt=attempt, left=self._left())
        if error.cause is Cause.RATE_LIMITED:  # for all workers, and beyond this request
            office.turnstile.hold(error.retry_after or pause or 0.0)
        if pause is None:
            raise NoAnswerError(error.cause, _wish(error)) from error
        if error.cause is not Cause.RATE_LIMITED and office.pace.wait(pause):
            raise NoAnswerError(Cause.STOPPED) from error


_SILENT = frozenset({Outcome.UNREACHABLE, Outcome.DEADLINE, Outcome.STOPPED})
"""Outcomes that do not show that there is a server."""


def first_form(server: Server) -> Form:
    """Return what a server is sent of which nothing is known yet."""
    newer = server.base_url == OPENAI_URL
    return Form(room_name=RoomName.MAX_COMPLETION_TOKENS if newer else RoomName.MAX_TOKENS)


def _outcome(error: Exception) -> Outcome:
    if isinstance(error, ChatError):
        return Outcome.of(error.cause)
    if isinstance(error, UnsupportedError):
        return Outcome.UNSUPPORTED
    return Outcome.KEY_REFUSED if isinstance(error, KeyRefusedError) else Outcome.MISPLACED


def _wish(error: ChatError) -> str:
    if error.cause is Cause.RATE_LIMITED and error.retry_after:
        return f"for another {error.retry_after:.0f} seconds"
    return error.detail
