"""What a run may spend, in calls and in dollars; asked for before each attempt."""

import math
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from magazine.core.errors import UsageError
from magazine.edit.model.asking import Cause, NoAnswerError
from magazine.edit.model.chat import Letter
from magazine.edit.model.prices import Price
from magazine.server import Server

_FRAME_TOKENS = 64
"""What a server puts around the messages, at the most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a run may spend; None: as much as it needs."""

    max_calls: int | None = None
    max_cost: float | None = None
    """US dollars."""


@dataclass(slots=True)
class Reservation:
    """Dollars that an attempt may come to, until it is known what it came to."""

    worst: float
    cost: float | None = field(default=None, init=False)

    def settle(self, cost: float | None) -> None:
        """Say what the attempt came to; None: it is not known, and the worst is taken."""
        self.cost = cost


class Budget:
    """Keeps a run within its limits, also with several workers.

    Each attempt reserves the most it can cost, so that all together never exceed the limit;
    one that does not fit beside what others have reserved waits until those are settled.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._calls = 0
        self._spent = 0.0
        self._outstanding: list[float] = []
        """What the attempts on their way have reserved."""
        self._changed = threading.Condition()

    @contextmanager
    def reserved(self, worst: float) -> Iterator[Reservation]:
        """Reserve one call and so many dollars, until the block is left.

        Raises:
            NoAnswerError: They are not there.
        """
        self._reserve(worst)
        reservation = Reservation(worst)
        try:
            yield reservation
        finally:
            with self._changed:
                self._outstanding.remove(worst)
                self._spent += worst if reservation.cost is None else reservation.cost
                self._changed.notify_all()

    def _reserve(self, worst: float) -> None:
        with self._changed:
            # A reservation lasts no longer than an attempt, which its deadline ends.
            while self._outstanding and not self._fits(worst) and self._has_calls():
                self._changed.wait()
            if not self._has_calls():
                raise NoAnswerError(Cause.BUDGET, f"{self._limits.max_calls} calls")
            if not self._fits(worst):
                raise NoAnswerError(Cause.BUDGET, f"US$ {self._limits.max_cost:.2f}")
            self._calls += 1
            self._outstanding.append(worst)

    def _has_calls(self) -> bool:
        return self._limits.max_calls is None or self._calls < self._limits.max_calls

    def _fits(self, worst: float) -> bool:
        most = self._limits.max_cost
        # Summed anew: a sum that is added to and taken from is never quite nothing again.
        return most is None or self._spent + math.fsum(self._outstanding) + worst <= most


def worst_cost(letter: Letter, price: Price | None) -> float:
    """Return the most that an attempt can cost, from a server that keeps to the room it is given.

    A token is never less than a byte.
    """
    if price is None:
        return 0.0
    sent = len(letter.system.encode()) + len(letter.user.encode()) + len(str(letter.schema).encode())
    return ((sent + _FRAME_TOKENS) * price.prompt + letter.room * price.completion) / 1_000_000


def check_limits(limits: Limits, server: Server, price: Price | None) -> None:
    """Refuse a limit in dollars where nobody knows the price.

    Raises:
        UsageError: There is one.
    """
    if limits.max_cost is not None and price is None:
        raise UsageError(
            f"The price of {server.name} at {server.host} is not known, so --max-cost cannot hold.",
            hint=f'Add it to prices.toml beside magazine.toml: [host."{server.host}"] '
            f'"{server.name}" = {{ input = …, output = … }} in US dollars for a million tokens; '
            "or use --max-calls.",
        )
