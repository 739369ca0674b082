"""How long a server is waited for, and by whom: retries, and one queue for all workers."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from magazine.edit.model.asking import Cause, NoAnswerError
from magazine.edit.model.chat import ChatError

MOST_ATTEMPTS = 4
"""Of one request, whatever each of them came to."""
_MINUTE = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """Time, as it passes while a server is waited for."""

    clock: Callable[[], float]
    """Seconds that only ever grow."""
    wait: Callable[[float], bool]
    """Waits so many seconds, less when the run is stopped; returns whether it is."""


def real_pace(stop: threading.Event) -> Pace:
    """Return the time of the clock on the wall, which a stop cuts short."""
    return Pace(clock=time.monotonic, wait=stop.wait)


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """When to try again."""

    longest_wait: float
    """Seconds that a server may ask for."""
    jitter: Callable[[], float]
    """A number from 0 to 1, at random: workers that failed together do not come back together."""
    first_pause: float = 2.0
    longest_pause: float = 20.0

    def pause_after(self, error: ChatError, *, attempt: int, left: float) -> float | None:
        """Return the seconds to wait before the next attempt; None: there is to be none.

        Args:
            error: What the attempt came to.
            attempt: Its number, from 1.
            left: Seconds until the request's deadline.
        """
        if not error.may_retry or attempt >= MOST_ATTEMPTS:
            return None
        if error.retry_after is not None:
            pause = error.retry_after
        else:
            pause = self.jitter() * min(self.longest_pause, self.first_pause * 2 ** (attempt - 1))
        return pause if pause <= self.longest_wait and pause < left else None


class Turnstile:
    """Lets requests go, one for all workers: not before a server wants them, nor too many a minute."""

    def __init__(self, pace: Pace, *, per_minute: int | None = None) -> None:
        self._pace = pace
        self._lock = threading.Lock()
        self._not_before = pace.clock()
        self._next_turn = pace.clock()
        self._interval = _MINUTE / per_minute if per_minute else 0.0

    def hold(self, seconds: float) -> None:
        """Let nobody go for so many seconds from now."""
        with self._lock:
            self._not_before = max(self._not_before, self._pace.clock() + seconds)

    def enter(self, *, longest: float) -> None:
        """Wait for one's turn.

        Args:
            longest: Seconds that may be waited for the server's sake; waiting for one's turn
                among the others has no limit.

        Raises:
            NoAnswerError: The server wants to be left alone for longer, or the run was stopped.
        """
        with self._lock:
            turn = max(self._pace.clock(), self._next_turn)
            self._next_turn = turn + self._interval
        while (pause := max(turn, self._held_until(longest)) - self._pace.clock()) > 0:
            if self._pace.wait(pause):
                break
        if self._pace.wait(0):
            raise NoAnswerError(Cause.STOPPED)

    def _held_until(self, longest: float) -> float:
        with self._lock:
            held = self._not_before - self._pace.clock()
            if held > longest:
                raise NoAnswerError(Cause.RATE_LIMITED, f"for another {held:.0f} seconds")
            return self._not_before
