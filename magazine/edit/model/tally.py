"""What a run has asked and paid, in figures for its report."""

import threading
from dataclasses import dataclass, replace

from magazine.edit.model.ledger import Attempt, Outcome

_MICRO = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Figures of a run, retries and repairs included."""

    calls: int = 0
    """Attempts that were made."""
    failed: int = 0
    """Of these, the ones without an answer that could be used."""
    kept: int = 0
    """Requests that the ledger answered: nothing was asked."""
    prompt: int = 0
    """Tokens."""
    cached: int = 0
    completion: int = 0
    cost: float = 0.0
    """US dollars, of the calls whose cost is known."""
    calls_of_unknown_cost: int = 0

    def with_attempt(self, attempt: Attempt) -> "Tally":
        """Return the figures with an attempt more."""
        return replace(
            self,
            calls=self.calls + 1,
            failed=self.failed + (attempt.outcome is not Outcome.ANSWERED),
            prompt=self.prompt + attempt.usage.prompt,
            cached=self.cached + attempt.usage.cached,
            completion=self.completion + attempt.usage.completion,
            cost=self.cost + (attempt.cost or 0.0),
            calls_of_unknown_cost=self.calls_of_unknown_cost + (attempt.cost is None),
        )

    def counts(self) -> dict[str, int]:
        """Return the figures for the report; the cost in millionths of a dollar."""
        return {
            "model_calls": self.calls,
            "model_calls_failed": self.failed,
            "model_answers_kept": self.kept,
            "model_tokens_in": self.prompt,
            "model_tokens_cached": self.cached,
            "model_tokens_out": self.completion,
            "model_cost_micro_usd": round(self.cost * _MICRO),
            "model_calls_of_unknown_cost": self.calls_of_unknown_cost,
        }


class Counter:
    """Keeps the tally, for several workers.

    Args:
        whole: Counts the same for everybody.
    """

    def __init__(self, whole: "Counter | None" = None) -> None:
        self._lock = threading.Lock()
        self._whole = whole
        self._tally = Tally()

    @property
    def tally(self) -> Tally:
        """The figures at this moment."""
        return self._tally

    def count(self, attempt: Attempt) -> None:
        """Count an attempt."""
        if self._whole:
            self._whole.count(attempt)
        with self._lock:
            self._tally = self._tally.with_attempt(attempt)

    def count_kept(self) -> None:
        """Count a request that the ledger answered."""
        if self._whole:
            self._whole.count_kept()
        with self._lock:
            self._tally = replace(self._tally, kept=self._tally.kept + 1)
