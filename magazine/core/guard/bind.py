"""What a number, date or name is said of: the same value in another's place is another fact.

Two measures, each on the words around a value. *Runs*: how many words go on unchanged to
its left and right, as in a sentence taken over with one value exchanged. *Ties*: which
words stand near it, the nearer the stronger and weaker across a clause, as in a paraphrase.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import isclose

from magazine.core.facts.calendar_facts import CalendarFact, CalendarKind
from magazine.core.facts.numbers import NumberKind, Quantity
from magazine.core.facts.words import EMPTY_WORDS, FUNCTION_WORDS
from magazine.core.guard.evidence import Evidence, Place
from magazine.core.guard.reading import BREAK, MARK, Anchor, Reading

_REACH = 8
"""Words to either side that are compared as a run."""
_SPREAD = 14
"""Places to either side whose words can be tied to a value."""
_LEAST_RUN, _LEAD_RUN, _SURE_RUN = 3, 2, 5
"""A run that shows the same place; by how much it beats the value's own; one that shows it from one side."""
_LEAST_TIE, _LEAD_TIE, _FACTOR_TIE = 0.3, 0.1, 1.2
"""The same for ties: the least, and by how much and how many times it beats the value's own."""
_BACKWARDS, _FORWARDS = 0.8, 0.2
"""What is left of a tie to a word before, or after, another value or the begin of a clause."""
_MOST, _FEW = 48, 12
"""So many places are compared for one value."""

Value = Quantity | CalendarFact


@dataclass(frozen=True, slots=True)
class Rival:
    """Another value that the source has where the statement puts this one."""

    text: str
    lead: float


def value_at(place: Place) -> Value:
    """Return the number or date of a place."""
    return place.date if place.dated else place.number


def rival_by_run(
    statement: Reading, anchor: Anchor, value: Value, supporters: Sequence[Place], evidence: Evidence
) -> Rival | None:
    """Return the value that the evidence has between the same words as this one, or None."""
    own = max((sum(_runs(statement, anchor, place)) for place in supporters[:_MOST]), default=-1)
    least = max(_LEAST_RUN if supporters else _LEAD_RUN, own + _LEAD_RUN)
    best: Rival | None = None
    for place in evidence.alike(*statement.neighbours(anchor)):
        other = value_at(place)
        if not comparable(value, other):
            continue
        runs = _runs(statement, anchor, place)
        total = sum(runs)
        if total >= least and (min(runs) > 0 or total >= _SURE_RUN) and (best is None or total > best.lead):
            best = Rival(other.text, float(total))
    return best


def comparable(one: Value, other: Value) -> bool:
    """Tell whether two different values could stand in each other's place."""
    if one.key == other.key:
        return False
    if isinstance(one, CalendarFact) and isinstance(other, CalendarFact):
        return one.kind is other.kind
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return one.value != other.value and _same_kind(one, other)
    number, day = (one, other) if isinstance(one, Quantity) else (other, one)
    return (
        isinstance(number, Quantity)
        and isinstance(day, CalendarFact)
        and number.kind is NumberKind.COUNT
        and day.kind is CalendarKind.DAY
        and day.month is None
        and number.value != day.year
    )


def _same_kind(one: Quantity, other: Quantity) -> bool:
    if one.kind is other.kind:
        return one.unit == other.unit
    return NumberKind.COUNT in {one.kind, other.kind} and NumberKind.PROVISION not in {one.kind, other.kind}


def sides(reading: Reading, anchor: Anchor) -> tuple[Sequence[str], Sequence[str]]:
    """Return the words to the left of an anchor, nearest first, and to its right."""
    left = reading.stream[max(0, anchor.place - _REACH) : anchor.place][::-1]
    return left, reading.stream[anchor.last + 1 : anchor.last + 1 + _REACH]


def _runs(statement: Reading, anchor: Anchor, place: Place) -> tuple[int, int]:
    return runs(statement, anchor, place.reading, place.anchor)


def runs(one: Reading, anchor: Anchor, other: Reading, other_anchor: Anchor) -> tuple[int, int]:
    """Return how many words two anchors share to the left and to the right, without a gap."""
    left, right = sides(one, anchor)
    other_left, other_right = sides(other, other_anchor)
    return _shared(left, other_left), _shared(right, other_right)


def _shared(one: Iterable[str], other: Iterable[str]) -> int:
    length = 0
    for word, counterpart in zip(one, other, strict=False):
        if word != counterpart or word == BREAK:
            break
        length += word != MARK  # scores and tables share marks without end
    return length


def rival_by_ties(
    statement: Reading,
    anchor: Anchor,
    supporters: Sequence[Place],
    others: Callable[[Place], Iterable[Place]],
    teller: Callable[[Place], Anchor | None] = lambda _: None,
) -> Rival | None:
    """Return another value of the supporting sentence, to which the statement's words are tied more strongly.

    Args:
        statement: The statement.
        anchor: The value in it.
        supporters: The places where the evidence has the value.
        others: Gives, for a supporter, the values of its sentence that could stand in its place.
        teller: Gives, for one of those, where the statement has that value too.
    """
    if statement.is_list:
        return None
    claimed = ties(statement, anchor)
    best: Rival | None = None
    own = -1.0
    for place in supporters[:_FEW]:
        if place.reading.is_list:
            continue
        strength = _strength(claimed, ties(place.reading, place.anchor))
        if strength <= own:
            continue
        own, best = strength, None
        counted = _counted_alike(statement, anchor, place.reading, place.anchor)
        for other in others(place):
            if counted and not _counted_alike(statement, anchor, place.reading, other.anchor):
                continue  # five innings are no runs, whatever stands near
            rival = _strength(claimed, ties(place.reading, other.anchor))
            least = max(_LEAST_TIE, own + _LEAD_TIE, _FACTOR_TIE * own)
            if rival >= least and not _keep_their_places(statement, claimed, teller(other), place, other):
                best = Rival(value_at(other).text, rival - own)
    return best


def _keep_their_places(
    statement: Reading, claimed: dict[str, float], twin: Anchor | None, own: Place, rival: Place
) -> bool:
    """Tell whether a statement has a rival value too, and both as the source has them, not exchanged.

    A word tied as strongly to either is the nearer one's: ``12 per cent of boys and 15 of girls``.
    """
    if twin is None:
        return False
    here, there = ties(own.reading, own.anchor), ties(rival.reading, rival.anchor)
    other = ties(statement, twin)
    for measure in (_strength, _nearness):
        kept = measure(claimed, here) + measure(other, there)
        exchanged = measure(claimed, there) + measure(other, here)
        if not isclose(kept, exchanged):
            return kept > exchanged
    return False


def _nearness(claimed: dict[str, float], given: dict[str, float]) -> float:
    return sum(weight for word, weight in claimed.items() if word in given)


def ties(reading: Reading, anchor: Anchor) -> dict[str, float]:
    """Return the words around an anchor with the strength of their tie: 1 beside it, less further off.

    What stands before a list of values is said of all of them; what stands in a later
    clause is said of the value there.
    """
    found: dict[str, float] = defaultdict(float)
    for direction, place, across in ((-1, anchor.place, _BACKWARDS), (1, anchor.last, _FORWARDS)):
        here, weight = reading.steps[place], 1.0
        for at in range(place + direction, place + direction * (_SPREAD + 1), direction):
            if not 0 <= at < len(reading.stream) or reading.stream[at] == BREAK:
                break
            if (at if direction > 0 else at + 1) in reading.clauses:
                weight *= across
            word = reading.stream[at]
            if word == MARK:
                weight *= across
                word = reading.marks.get(at, MARK)
            if word not in EMPTY_WORDS:
                found[word] = max(found[word], weight / (0.5 + 0.5 * abs(reading.steps[at] - here)))
    return found


def _counted_alike(one: Reading, anchor: Anchor, other: Reading, other_anchor: Anchor) -> bool:
    """Tell whether the same word follows two values: what they count."""
    word = one.neighbours(anchor)[1]
    return word == other.neighbours(other_anchor)[1] and word not in _NOT_COUNTED


_NOT_COUNTED = FUNCTION_WORDS | {"", MARK, BREAK}


def _strength(one: dict[str, float], other: dict[str, float]) -> float:
    return sum(min(weight, other[word]) for word, weight in one.items() if word in other)
