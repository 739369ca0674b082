"""Numbers that no sentence states, but that its numbers give when they are computed."""

from itertools import combinations

from magazine.core.facts.numbers import NumberKind, Quantity
from magazine.core.facts.script import words_of
from magazine.core.facts.words import stem
from magazine.core.guard.evidence import Evidence
from magazine.core.guard.reading import Reading

_SUM = frozenset(map(stem, words_of("total together combined altogether all overall sum both")))
_DIFFERENCE = frozenset(
    map(
        stem,
        words_of(
            "difference more less fewer rise rose increase increased fall fell decrease decreased"
            " decline declined up down gain gained drop dropped grew growth gap remaining rest left"
            " higher lower over additional"
        ),
    )
)


def derivation(statement: Reading, quantity: Quantity, evidence: Evidence) -> str | None:
    """Return how two numbers of the evidence give a number, such as ``149 - 117``, or None.

    Only a statement that speaks of a total or a difference may compute one.
    """
    sums, differences = bool(_SUM & statement.stems), bool(_DIFFERENCE & statement.stems)
    for left, right in combinations(evidence.few_numbers, 2):
        if left.kind is not right.kind or left.unit != right.unit:
            continue
        found = _computed(quantity, left, right, sums=sums, differences=differences)
        if found is not None:
            return found
    return None


def _computed(
    quantity: Quantity, left: Quantity, right: Quantity, *, sums: bool, differences: bool
) -> str | None:
    low, high = sorted((left, right), key=lambda number: number.value)
    alike = quantity.kind is left.kind and quantity.unit == left.unit
    if alike and sums and _is(quantity, left.value + right.value):
        return f"{left.text} + {right.text}"
    if alike and differences and _is(quantity, high.value - low.value):
        return f"{high.text} - {low.text}"
    if differences and quantity.kind is NumberKind.PERCENT and low.kind is not NumberKind.PERCENT:
        # A rise is measured against the smaller figure, a fall against the greater.
        change = high.value - low.value
        for base in (low.value, high.value):
            if base and _is(quantity, 100 * change / base):
                return f"({high.text} - {low.text}) / {low.text if base == low.value else high.text}"
    return None


def _is(quantity: Quantity, value: float) -> bool:
    slack = max(
        quantity.tolerance, 0.5 if quantity.kind is NumberKind.PERCENT and quantity.value.is_integer() else 0
    )
    return abs(quantity.value - value) <= slack + 1e-9 * abs(value)
