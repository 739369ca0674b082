"""Events: every article, as it comes in, joins one or founds one.

Only the neighbours of its days are looked at, and only those that share one of its
weightiest terms; the events near it are then parted afresh with it among them. A copy
joins the event of the text that it copies, whatever its day. Reports in two languages are
two events: a story is told in one.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from magazine.core.article import Article
from magazine.core.likeness import (
    Likeness,
    Member,
    Reading,
    Vector,
    cosine,
    parted,
    terms_of,
    vector_of,
    words_of,
)
from magazine.core.likeness.events import JOINED
from magazine.library.comparisons import Comparisons
from magazine.library.database import Database
from magazine.library.event_tables import EventTables
from magazine.library.likeness import bands_of

NEIGHBOUR_DAYS = 3
"""So many days before and after an article its event is looked for."""
_SUSPICIOUS = 0.7
"""From this likeness of what they speak of, the texts of two neighbours are compared."""
_MOST_EVENTS, _MOST_MEMBERS = 4, 32
"""So much is parted afresh for one article."""
_LARGE = 12
"""An event of more articles is not parted any more: its newest ones speak for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """An article on its way into an event."""

    number: int
    article: Article
    day: date
    vector: Vector
    reading: Reading


@dataclass(frozen=True, slots=True)
class _Nearby:
    """An event near a newcomer, with the members that are looked at."""

    event: int
    members: tuple[Member, ...]

    @property
    def is_large(self) -> bool:
        return len(self.members) > _LARGE


class Events:
    """The events of a library. Call it inside a transaction that writes."""

    def __init__(self, database: Database) -> None:
        self._tables = EventTables(database)
        self._comparisons = Comparisons(self._tables)

    def place(self, backlog: Sequence[tuple[int, date, Article]]) -> int:
        """Give each of these dated articles its event; return how many are copies."""
        self.forget([number for number, _, _ in backlog])
        read = [words_of(article.title, article.body) for _, _, article in backlog]
        terms = [terms_of(words) for words in read]
        said = Counter(code for each in terms for code in each)
        worth = self._tables.count(len(terms), said).worth(said)
        copies = 0
        for (number, day, article), words, each in zip(backlog, read, terms, strict=True):
            copies += self._place(
                Newcomer(
                    number=number,
                    article=article,
                    day=day,
                    vector=vector_of(each, worth),
                    reading=Reading(words),
                )
            )
        return copies

    def forget(self, numbers: Sequence[int]) -> None:
        """Take articles out of their events."""
        if self._tables.forget(numbers):
            self._comparisons.forget()

    def _place(self, newcomer: Newcomer) -> bool:
        self._comparisons.remember(newcomer.number, newcomer.reading)
        bands = bands_of(newcomer.reading.shingles)
        member = self._tables.member_of(newcomer.number, newcomer.article, newcomer.vector)
        neighbours = self._tables.members(self._tables.neighbours(newcomer, NEIGHBOUR_DAYS))
        original = self._original(newcomer, bands, neighbours)
        nearby = self._nearby(member, neighbours, original)
        self._tables.write(newcomer, bands, original.number if original else None)
        self._settle(nearby, _groups(nearby, member, original))
        return original is not None

    def _original(
        self, newcomer: Newcomer, bands: Sequence[int], neighbours: Sequence[Member]
    ) -> Member | None:
        """Return the first article of nearly the same text."""
        suspects = set(self._tables.sharing(bands, newcomer.article.language))
        suspects.update(
            each.number for each in neighbours if cosine(newcomer.vector, each.vector) >= _SUSPICIOUS
        )
        alike = (
            number
            for number in sorted(suspects)
            if self._comparisons.likeness(newcomer.number, number) is Likeness.COPY
        )
        first = next(alike, None)
        return None if first is None else self._tables.members([first])[0]

    def _nearby(self, member: Member, neighbours: Sequence[Member], original: Member | None) -> list[_Nearby]:
        ranked = sorted(
            ((self._comparisons.affinity(member, each), -each.number, each) for each in neighbours),
            key=lambda pair: pair[:2],
            reverse=True,
        )
        events = [each.event for near, _, each in ranked if near >= JOINED]
        if original:
            events.insert(0, original.event)
        found: list[_Nearby] = []
        looked_at = 0
        for event in list(dict.fromkeys(events))[:_MOST_EVENTS]:
            members = tuple(self._tables.members_of(event, _LARGE + 1))
            if looked_at + len(members) <= _MOST_MEMBERS:
                found.append(_Nearby(event, members))
                looked_at += len(members)
        return found

    def _settle(self, nearby: Sequence[_Nearby], groups: Sequence[Sequence[Member]]) -> None:
        """Part the groups into events; write down who changed his."""
        large = {each.event for each in nearby if each.is_large}
        parts = parted(groups, self._comparisons.affinity) if len(groups) > 1 else [tuple(groups[0])]
        taken: set[int] = set()
        # The largest part keeps an event's number; what is too large to be looked at whole, always.
        for part in sorted(parts, key=lambda part: (-_weight(part, large), min(m.number for m in part))):
            events = Counter(member.event for member in part if member.event not in taken | {0})
            kept = [event for event in events if event in large] or [
                event for event, _ in events.most_common(1)
            ]
            event = kept[0] if kept else self._tables.new_event()
            taken.add(event)
            for gone in kept[1:]:
                self._tables.rename(gone, event)
            self._tables.move([member.number for member in part if member.event != event], event)


def _groups(nearby: Sequence[_Nearby], member: Member, original: Member | None) -> list[tuple[Member, ...]]:
    """Return what is parted: every article alone, but for large events and a copy beside its original."""
    groups: list[tuple[Member, ...]] = []
    for each in nearby:
        if each.is_large:
            groups.append(each.members)
        else:
            groups.extend((other,) for other in each.members)
    if original is None:
        return [*groups, (member,)]
    for place, group in enumerate(groups):
        if any(other.event == original.event for other in group) and (
            len(group) > 1 or group[0].number == original.number
        ):
            groups[place] = (*group, member)
            return groups
    return [*groups, (original, member)]


def _weight(part: Sequence[Member], large: set[int]) -> int:
    return len(part) + sum(_MOST_MEMBERS for member in part if member.event in large)
