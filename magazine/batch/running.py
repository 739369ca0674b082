"""A batch is run: every order made or accounted for, one order's trouble kept from the others."""

import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import AbstractContextManager
from dataclasses import dataclass, field

from magazine.batch.crew import DismissedError
from magazine.batch.orders import Fault, Order, Result, State
from magazine.core.errors import (
    ConfigurationError,
    DiskError,
    KeyRefusedError,
    NothingToPrintError,
    UnreachableError,
)
from magazine.core.ports import Reviser
from magazine.core.selection import LeftOutReason
from magazine.press import RENDER, SUMMARISE, Press, pages_of
from magazine.steps import StepOutcome

FATAL = (KeyRefusedError, UnreachableError, DiskError, ConfigurationError)
"""Troubles that every other issue would meet as well."""
_MOST_NOTES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Makes orders, several at a time.

    Args:
        open_press: Gives a press over the library for one order, for the thread that asks.
        at_once: Orders in hand; each waits for its workers most of the time.
        fault: Tells what an error of an order means: its exit status, and a sentence.
        heard: Is told each result as it comes, in the thread that runs the batch.
        give_up: Ends what is on its way, when the batch is interrupted.
        reviser: Takes a person's edit of an edition into the issue.
        fail_fast: Start nothing more after a failure.
        seconds: A clock that only counts.
        halt: Set when nothing more is to be started.
    """

    open_press: Callable[[Order], AbstractContextManager[Press]]
    at_once: int
    fault: Callable[[Order, Exception], Fault]
    heard: Callable[[Result], None]
    give_up: Callable[[], None]
    reviser: Reviser | None = None
    fail_fast: bool = False
    seconds: Callable[[], float]
    halt: threading.Event = field(default_factory=threading.Event)

    def run(self, orders: Sequence[Order]) -> list[Result]:
        """Make the orders; return their results, in the same order."""
        results: dict[str, Result] = {}
        pool = ThreadPoolExecutor(max(1, self.at_once), thread_name_prefix="order")
        try:
            futures = [pool.submit(self._made, order) for order in _neighbours(orders)]
            for future in as_completed(futures):
                result = future.result()
                results[result.name] = result
                self.heard(result)
        except BaseException:
            self.halt.set()
            self.give_up()
            pool.shutdown(cancel_futures=True)
            raise
        pool.shutdown()
        return [results[order.name] for order in orders]

    def _made(self, order: Order) -> Result:
        """Return what became of an order; nothing that happens to it goes any further."""
        if self.halt.is_set():
            return _result(order, State.NOT_STARTED)
        begun = self.seconds()
        try:
            with self.open_press(order) as press:
                outcomes = press.make(
                    order.rule,
                    order.folder,
                    order.editor,
                    *order.renderers,
                    reviser=self.reviser,
                    fewest=order.fewest,
                )
            return _account(order, outcomes, _questions(order), self.seconds() - begun)
        except NothingToPrintError as error:
            return _result(order, State.KEPT, self.fault(order, error))
        except (KeyboardInterrupt, DismissedError):  # the batch is being given up
            return _result(order, State.NOT_STARTED)
        except Exception as error:  # noqa: BLE001 - a bug in one issue must not take the others with it
            if self.fail_fast or isinstance(error, FATAL):
                self.halt.set()
            return _result(order, State.FAILED, self.fault(order, error))


def _neighbours(orders: Iterable[Order]) -> list[Order]:
    """Return the orders with those of equal rule and editor together, so that little need be kept."""
    groups: dict[object, list[Order]] = {}
    for order in orders:
        groups.setdefault((order.rule, id(order.editor)), []).append(order)
    return [order for group in groups.values() for order in group]


def _questions(order: Order) -> int:
    """Return how many questions an order's issue asks."""
    return len(order.folder.read_issue().questions)


def _result(order: Order, state: State, fault: Fault | None = None) -> Result:
    period = order.rule.period
    return Result(
        name=order.name,
        state=state,
        fault=fault,
        first=period.first.isoformat(),
        last=period.last.isoformat(),
    )


def _account(order: Order, outcomes: Sequence[StepOutcome], questions: int, seconds: float) -> Result:
    last = {outcome.step: outcome for outcome in outcomes}
    summarised = last[SUMMARISE]
    chosen, edited = outcomes[0].report.counts, summarised.report.counts
    spent = edited if summarised.redone else {}
    verdicts = [remark.verdict.value for outcome in last.values() for remark in outcome.report.remarks]
    notes = dict.fromkeys(note for outcome in last.values() for note in outcome.report.notes)
    period = order.rule.period
    return Result(
        name=order.name,
        state=State.MADE if any(outcome.redone for outcome in outcomes) else State.UNCHANGED,
        first=period.first.isoformat(),
        last=period.last.isoformat(),
        files=tuple(one.path.name for one in last.values() if one.step.startswith(RENDER)),
        stories=edited.get("stories", 0),
        pages=pages_of(last.values()),
        questions=questions,
        statements=edited.get("statements", 0),
        statements_dropped=edited.get("statements_dropped", 0),
        left_out={
            reason.value: count
            for reason in LeftOutReason
            if (count := chosen.get(f"left_out_{reason.value.replace('-', '_')}", 0))
        },
        dropped={verdict: verdicts.count(verdict) for verdict in dict.fromkeys(verdicts)},
        notes=tuple(notes)[:_MOST_NOTES],
        calls=spent.get("model_calls", 0),
        cost=spent.get("model_cost_micro_usd", 0) / 1_000_000,
        seconds=round(seconds, 2),
    )
