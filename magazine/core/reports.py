"""Several reports of one event: which articles are one story, and which of them leads it."""

from collections import defaultdict
from collections.abc import Iterable

from magazine.core.selection import Candidate
from magazine.core.topics import fold

OFFICIAL_SOURCES = frozenset(
    fold(name)
    for name in (
        "PIB",
        "Press Information Bureau",
        "Reserve Bank of India",
        "RBI",
        "SEBI",
        "PMO",
        "Prime Minister's Office",
        "Ministry of External Affairs",
        "Election Commission of India",
        "Supreme Court of India",
        "ISRO",
        "UN News",
        "World Health Organization",
    )
)
"""Publishers that make the news they tell."""

_FULLER, _FULL = 150, 3
"""Words by which one report is fuller than another; from so many times that, all are full."""


def told_once(candidates: Iterable[Candidate]) -> list[tuple[Candidate, ...]]:
    """Return the candidates grouped by event, or by equal text where the event is not known.

    Each group is in reading order.
    """
    matters: dict[str, str] = {}
    groups: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        text = candidate.reference.text_hash
        # Equal texts are one story whatever their events.
        groups[matters.setdefault(text, candidate.event or text)].append(candidate)
    return [_in_reading_order(group) for group in groups.values()]


def is_official(candidate: Candidate) -> bool:
    """Tell whether its publisher makes the news it tells."""
    return fold(candidate.reference.source) in OFFICIAL_SOURCES


def _in_reading_order(group: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Return the report that leads the story, then the others as they came.

    One of an official source leads, the fullest before others; between reports of about
    the same fullness the earliest.
    """
    by_day = sorted(group, key=lambda one: (one.reference.published, one.reference.id))
    lead = min(by_day, key=lambda one: (not is_official(one), -min(one.reference.words // _FULLER, _FULL)))
    return (lead, *(one for one in by_day if one is not lead))
