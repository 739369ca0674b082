"""Which articles of some neighbouring days tell of one event.

Average linkage: two groups are one event when their articles are alike enough on the
average of all pairs. A few groups are looked at, those near a new article, and parted
afresh, so that the order in which articles come matters little.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from magazine.core.likeness.texts import Likeness
from magazine.core.likeness.vectors import Vector, cosine

JOINED = 0.18
"""The average likeness from which two groups are one event."""
_SAME_PUBLISHER = 0.6
"""What a likeness counts between articles of one publisher: it has its own turns of phrase for
all that it reports, and seldom tells the same story twice."""
_APART = -1.0
"""The likeness of two fillings of one template: they are never one event by themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """An article among those that are parted into events."""

    number: int
    vector: Vector
    publisher: str
    """Empty when unknown."""
    event: int
    """The event it belonged to so far; 0 for a new article."""


Relation = Callable[[Member, Member], Likeness]
"""Compares the texts of two members; asked only where their vectors are alike."""
Affinity = Callable[[Member, Member], float]
"""How much two members speak for one event: ``affinity``, with a relation."""


def affinity(one: Member, other: Member, relation: Relation) -> float:
    """Return how much two articles speak for one event: -1 to 1."""
    alike = cosine(one.vector, other.vector)
    if not one.publisher or one.publisher != other.publisher:
        return alike
    alike *= _SAME_PUBLISHER
    if alike < JOINED:
        return alike
    match relation(one, other):
        case Likeness.COPY:
            return 1.0
        case Likeness.TEMPLATE:
            return _APART
        case Likeness.NEITHER:
            return alike


def parted(groups: Sequence[Sequence[Member]], affinity: Affinity) -> list[tuple[Member, ...]]:
    """Return the events of these articles.

    Args:
        groups: Articles that stay together; most are alone.
        affinity: How much two of them speak for one event.
    """
    clusters = [tuple(group) for group in groups]
    links = _links(clusters, affinity)
    while links:
        strength = max(links.values())
        if strength < JOINED:
            break
        # Ties break by the order of the groups.
        first, second = next(pair for pair, each in links.items() if each == strength)
        sizes = len(clusters[first]), len(clusters[second])
        clusters[first] += clusters[second]
        clusters[second] = ()
        _merge(links, first, second, sizes)
    return [cluster for cluster in clusters if cluster]


Links = dict[tuple[int, int], float]
"""The average likeness of two clusters, by their places, the smaller first."""


def _links(clusters: Sequence[Sequence[Member]], affinity: Affinity) -> Links:
    return {
        (first, second): sum(affinity(a, b) for a in clusters[first] for b in clusters[second])
        / (len(clusters[first]) * len(clusters[second]))
        for second in range(len(clusters))
        for first in range(second)
    }


def _merge(links: Links, first: int, second: int, sizes: tuple[int, int]) -> None:
    """Make two clusters one, under the first one's place."""
    del links[first, second]
    others = {place for pair in links for place in pair} - {first, second}
    for other in others:
        gone = links.pop(_pair(second, other))
        kept = _pair(first, other)
        links[kept] = (links[kept] * sizes[0] + gone * sizes[1]) / sum(sizes)


def _pair(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)
