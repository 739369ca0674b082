"""Whether the evidence carries a number, in whatever form, and nothing else in its place."""

from collections.abc import Iterator
from functools import partial

from magazine.core.facts.numbers import NumberKind, Quantity
from magazine.core.finding import Problem, ProblemKind
from magazine.core.guard.agreement import HALF_A_DAY, HALF_OR_SO, agrees, widest_tolerance
from magazine.core.guard.bind import Rival, comparable, rival_by_run, rival_by_ties
from magazine.core.guard.derive import derivation
from magazine.core.guard.evidence import Evidence, Place
from magazine.core.guard.reading import Anchor, Reading

_SMALL_WORD, _SMALL_FIGURE = 12, 3
"""Counts up to these may have been counted by the writer: three ministers, named."""
_MOST = 48
"""So many numbers of one sentence are compared."""


def check_numbers(
    statement: Reading, evidence: Evidence, *, cited: bool, computed: list[str]
) -> Iterator[Problem]:
    """Yield the problems of a statement's numbers; add to ``computed`` those that others give."""
    for anchor in statement.numbers:
        quantity = statement.facts.numbers[anchor.index]
        if quantity.kind in {NumberKind.COUNT, NumberKind.ORDINAL} and quantity.value <= 1:
            continue  # "one" and "first" are said of everything
        problem = _check_number(statement, anchor, quantity, evidence, cited=cited, computed=computed)
        if problem is not None:
            yield problem


def _check_number(
    statement: Reading,
    anchor: Anchor,
    quantity: Quantity,
    evidence: Evidence,
    *,
    cited: bool,
    computed: list[str],
) -> Problem | None:
    supporters = _supporters(quantity, evidence)
    rival = rival_by_run(statement, anchor, quantity, supporters, evidence)
    if rival is None and cited:
        rival = rival_by_ties(
            statement, anchor, supporters, partial(_others, quantity), partial(_teller, statement)
        )
    if supporters:
        return _bound(quantity, rival) if rival is not None else None
    if _is_a_year(quantity, evidence) or _is_a_share(quantity, evidence):
        return None
    derived = derivation(statement, quantity, evidence) if cited else None
    if derived is not None:
        computed.append(f"{quantity.text} = {derived}")
        return None
    return _missing(quantity, rival, evidence)


def _others(quantity: Quantity, place: Place) -> Iterator[Place]:
    """Yield the numbers beside a supporter that could stand in its place."""
    for anchor in place.reading.numbers[:_MOST]:
        other = place.reading.facts.numbers[anchor.index]
        if comparable(quantity, other) and other.kind is quantity.kind:
            yield Place(place.reading, anchor)


def _teller(statement: Reading, other: Place) -> Anchor | None:
    """Return where a statement has the number of a place, or None."""
    numbers = statement.facts.numbers
    return next(
        (each for each in statement.numbers[:_MOST] if agrees(numbers[each.index], other.number)), None
    )


def _supporters(quantity: Quantity, evidence: Evidence) -> list[Place]:
    places = [*evidence.places_near(quantity.value, widest_tolerance(quantity))]
    if quantity.face != quantity.value:
        places += evidence.places_near(quantity.face, 0.0)
    if quantity.kind is NumberKind.CLOCK:
        places += [*evidence.places_near((quantity.value + HALF_A_DAY) % (2 * HALF_A_DAY), 0.0)]
    if quantity.kind in {NumberKind.RATIO, NumberKind.PERCENT}:
        places += _shares(quantity, evidence)
    return [place for place in dict.fromkeys(places) if agrees(quantity, place.number)]


def _shares(quantity: Quantity, evidence: Evidence) -> Iterator[Place]:
    if quantity.kind is NumberKind.RATIO:
        for percent in (quantity.value * 100, (quantity.value - 1) * 100):
            yield from evidence.places_near(percent, HALF_OR_SO)
    else:
        for ratio in (quantity.value / 100, quantity.value / 100 + 1):
            yield from evidence.places_near(ratio, HALF_OR_SO / 100)


def _is_a_year(quantity: Quantity, evidence: Evidence) -> bool:
    return quantity.kind is NumberKind.COUNT and quantity.value in evidence.years


def _is_a_share(quantity: Quantity, evidence: Evidence) -> bool:
    """Tell whether a written share or multiple is not out of the blue: the evidence has another."""
    return quantity.kind is NumberKind.RATIO and (quantity.value < 1) in evidence.ratios


def _bound(quantity: Quantity, rival: Rival) -> Problem:
    return Problem(
        kind=ProblemKind.BINDING,
        value=quantity.text,
        text=f"The source has {quantity.text}, but of something else; here it has {rival.text}.",
        nearest=rival.text,
    )


def _missing(quantity: Quantity, rival: Rival | None, evidence: Evidence) -> Problem:
    other_unit = next(
        (
            q
            for q in evidence.numbers_near(quantity.face, 0.0)
            if q.face == quantity.face and q.kind is not NumberKind.COUNT
        ),
        None,
    )
    if other_unit is not None and quantity.kind is not NumberKind.COUNT:
        return Problem(
            kind=ProblemKind.UNIT,
            value=quantity.text,
            text=f"The source has {other_unit.text}, not {quantity.text}.",
            nearest=other_unit.text,
        )
    if rival is None and _may_be_counted(quantity):
        return Problem(
            kind=ProblemKind.COUNT,
            value=quantity.text,
            text=f"The source does not state the number {quantity.text}.",
            hard=False,
        )
    nearest = rival.text if rival is not None else _text_of(evidence.nearest_number(quantity))
    return Problem(
        kind=ProblemKind.NUMBER,
        value=quantity.text,
        text=f"The source does not have the number {quantity.text}.",
        nearest=nearest,
    )


def _may_be_counted(quantity: Quantity) -> bool:
    if quantity.kind is NumberKind.RATIO:
        return True
    if quantity.kind not in {NumberKind.COUNT, NumberKind.ORDINAL} or not quantity.value.is_integer():
        return False
    return quantity.value <= (_SMALL_WORD if quantity.worded else _SMALL_FIGURE)


def _text_of(quantity: Quantity | None) -> str | None:
    return quantity.text if quantity is not None else None
