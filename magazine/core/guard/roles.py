"""Whether a name stands where the source has another one: another minister, another state."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from magazine.core.facts.kindred import RELATED
from magazine.core.facts.words import stem
from magazine.core.finding import Problem, ProblemKind
from magazine.core.guard.bind import Rival, runs
from magazine.core.guard.kinship import coverage
from magazine.core.guard.offices import rightful
from magazine.core.guard.reading import Anchor, Reading
from magazine.core.guard.source import Source

_BOTH, _ONE_SIDE, _LEAD = 3, 4, 2
"""Shared words that show the same place: around a name, on one side of it; more than its own."""
_NEAR = 0.6
"""A sentence with this share of the statement's words is taken over rather than retold."""
_MOST = 24
"""So many sentences with a name are compared."""


def check_roles(statement: Reading, retold: Sequence[Reading], source: Source) -> Iterator[Problem]:
    """Yield the names that the source puts, or whose office it gives, to somebody else."""
    for anchor in () if statement.is_list else statement.names:
        proper = _proper(statement, anchor)
        if not proper <= source.stems:
            continue  # unknown names are another check's problem
        other = rightful(statement, anchor, proper, source)
        if other is None:
            rival = _rival(statement, anchor, proper, retold, source)
            other = rival.text if rival is not None else None
        if other is not None:
            name = statement.facts.names[anchor.index].text
            yield Problem(
                kind=ProblemKind.BINDING,
                value=name,
                text=f"The source names {name}, but has {other} here.",
                nearest=other,
            )


def _rival(
    statement: Reading, anchor: Anchor, proper: frozenset[str], retold: Sequence[Reading], source: Source
) -> Rival | None:
    best: Rival | None = None
    for reading in retold:
        if coverage(statement, reading) < _NEAR:
            continue
        for other in _others(proper, reading):
            left, right = runs(statement, anchor, reading, other)
            total = left + right
            alike = (min(left, right) > 0 and total >= _BOTH) or total >= _ONE_SIDE
            if alike and (best is None or total > best.lead):
                best = Rival(reading.facts.names[other.index].text, float(total))
    if best is None or best.lead < _own_run(statement, anchor, proper, source) + _LEAD:
        return None
    return None if _is_inside(best.text, proper, source) else best


def _is_inside(rival: str, proper: frozenset[str], source: Source) -> bool:
    """Tell whether the source writes a place and then the one it lies in: ``Goldsboro, North Carolina``."""
    last = stem(rival.rsplit(maxsplit=1)[-1].lower())
    for serial in {serial for word in proper for serial in source.lines_of.get(word, ())[:_MOST]}:
        reading = source.whole.readings[serial]
        for own in _standing(reading, proper):
            before, after = reading.neighbours(own)
            listed = after == "and" or any(other.place == own.last + 1 for other in reading.names)
            if before == last and not listed:
                return True
    return False


def _own_run(statement: Reading, anchor: Anchor, proper: frozenset[str], source: Source) -> int:
    """Return the longest run that a name has in the source where it stands itself."""
    serials = {serial for word in proper for serial in islice(source.lines_of.get(word, ()), _MOST)}
    readings = (source.whole.readings[serial] for serial in serials)
    places = ((reading, own) for reading in readings for own in _standing(reading, proper))
    return max((sum(runs(statement, anchor, reading, own)) for reading, own in places), default=0)


def _proper(reading: Reading, anchor: Anchor) -> frozenset[str]:
    return frozenset(reading.stream[anchor.place : anchor.last + 1])


def _standing(reading: Reading, proper: frozenset[str]) -> Iterable[Anchor]:
    anchors = () if reading.is_list else reading.names
    return (anchor for anchor in anchors if proper & _proper(reading, anchor))


def _others(proper: frozenset[str], reading: Reading) -> Iterator[Anchor]:
    """Yield the names of a sentence that do not share a word with a name, nor a country."""
    related = proper.union(*(RELATED.get(word, frozenset()) for word in proper))
    for anchor in () if reading.is_list else reading.names:
        whole = {stem(word.lower()) for word in reading.facts.names[anchor.index].words}
        if not related & (whole | _proper(reading, anchor)):
            yield anchor
