"""What a run may spend, when several attempts are on their way."""

import threading

from magazine.edit.model.asking import Cause, NoAnswerError
from magazine.edit.model.budget import Budget, Limits


def refused(budget: Budget, worst: float) -> list[Cause]:
    """Ask for so many dollars in another thread; return why there are none, or nothing while it waits."""
    causes: list[Cause] = []

    def ask() -> None:
        try:
            with budget.reserved(worst):
                pass
        except NoAnswerError as none:
            causes.append(none.cause)

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(20)
    return causes


def test_nobody_waits_for_reservations_that_are_all_settled() -> None:
    budget = Budget(Limits(max_cost=1.0))
    # In binary 0.1 + 0.2 - 0.2 - 0.1 is more than nothing.
    with budget.reserved(0.1) as one, budget.reserved(0.2) as other:
        one.settle(0.0)
        other.settle(0.0)

    assert refused(budget, 2.0) == [Cause.BUDGET]


def test_what_does_not_fit_beside_a_reservation_waits_until_that_is_settled() -> None:
    budget = Budget(Limits(max_cost=1.0))
    spent: list[float] = []

    def ask() -> None:
        with budget.reserved(0.7) as later:
            spent.append(0.7)
            later.settle(0.7)

    with budget.reserved(0.6) as first:
        asking = threading.Thread(target=ask)
        asking.start()
        first.settle(0.1)
        assert spent == []
    asking.join(20)

    assert spent == [0.7]
    assert refused(budget, 0.7) == [Cause.BUDGET]
