"""Whether the evidence carries a date, in whatever form, or the day from which it counts."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from magazine.core.facts.calendar_facts import CalendarFact, CalendarKind
from magazine.core.finding import Problem, ProblemKind
from magazine.core.guard.bind import comparable, rival_by_run, rival_by_ties
from magazine.core.guard.evidence import Evidence, Place
from magazine.core.guard.reading import Anchor, Reading

_MOST = 48
"""So many dates of one sentence are compared."""


def check_dates(statement: Reading, evidence: Evidence, *, cited: bool) -> Iterator[Problem]:
    """Yield the problems of a statement's dates."""
    for anchor in statement.dates:
        fact = statement.facts.dates[anchor.index]
        if not _carries(fact, evidence):
            nearest = _nearest(fact, evidence)
            yield Problem(
                kind=ProblemKind.DATE,
                value=fact.text,
                text=f"The source does not have the date {fact.text}.",
                nearest=nearest,
            )
        elif (problem := _moved(statement, anchor, fact, evidence, cited=cited)) is not None:
            yield problem


def _moved(
    statement: Reading, anchor: Anchor, fact: CalendarFact, evidence: Evidence, *, cited: bool
) -> Problem | None:
    supporters = evidence.dated(fact)
    rival = rival_by_run(statement, anchor, fact, supporters, evidence) if supporters else None
    if rival is None and cited:
        rival = rival_by_ties(statement, anchor, supporters, partial(_others, statement, anchor, fact))
    if rival is None:
        return None
    return Problem(
        kind=ProblemKind.BINDING,
        value=fact.text,
        text=f"The source has {fact.text}, but of something else; here it has {rival.text}.",
        nearest=rival.text,
    )


def _others(statement: Reading, anchor: Anchor, fact: CalendarFact, place: Place) -> Iterator[Place]:
    """Yield the dates beside a supporter that could stand in its place; not the other end of its range."""
    range_keys = {statement.facts.dates[a.index].key for a in statement.dates if a.place == anchor.place}
    for other_anchor in place.reading.dates[:_MOST]:
        other = place.reading.facts.dates[other_anchor.index]
        if (
            comparable(fact, other)
            and other.key not in range_keys
            and other_anchor.place != place.anchor.place
        ):
            yield Place(place.reading, other_anchor, dated=True)


def _carries(fact: CalendarFact, evidence: Evidence) -> bool:
    match fact.kind:
        case CalendarKind.WEEKDAY:
            return _carries_weekday(fact, evidence)
        case CalendarKind.DECADE:
            return any(fact.year is not None and 0 <= year - fact.year < 10 for year in evidence.years)  # noqa: PLR2004
        case CalendarKind.FISCAL | CalendarKind.SPAN:
            span = (fact.year, fact.end_year)
            return span in evidence.spans or {fact.year, fact.end_year} <= evidence.years
        case CalendarKind.DAY:
            return _carries_day(fact, evidence) or _is_dateline(fact, evidence)


def _carries_weekday(fact: CalendarFact, evidence: Evidence) -> bool:
    if fact.weekday in evidence.weekdays:
        return True
    return (
        evidence.published is not None
        and evidence.is_undated
        and fact.weekday == evidence.published.weekday()
    )


def _carries_day(fact: CalendarFact, evidence: Evidence) -> bool:
    if fact.month is None:
        return fact.year in evidence.years
    years = evidence.days.get((fact.month, fact.day))
    if years is not None and any(_is_year(fact, year, evidence) for year in years):
        return True
    return any(
        (fact.month, fact.day) == (day.month, day.day) and fact.year in {None, day.year}
        for day in evidence.weekday_dates
    )


def _is_year(fact: CalendarFact, year: int | None, evidence: Evidence) -> bool:
    """Tell whether the year of a date is that of the evidence, which may leave it to the reader."""
    if fact.year is None or year == fact.year:
        return True
    if year is not None:
        return False
    if evidence.published is None:
        return fact.year in evidence.years
    return fact.year == evidence.published.year or fact.year == _nearest_year(fact, evidence.published)


def _nearest_year(fact: CalendarFact, published: date) -> int:
    """Return the year that puts a day or month without one nearest to the day of publication."""
    middle = fact.day or 15
    years = (published.year - 1, published.year, published.year + 1)
    return min(years, key=lambda year: abs((year - published.year) * 365 + _ordinal(fact, middle, published)))


def _ordinal(fact: CalendarFact, day: int, published: date) -> int:
    return ((fact.month or 1) - published.month) * 30 + day - published.day


def _is_dateline(fact: CalendarFact, evidence: Evidence) -> bool:
    """Tell whether a date is that of publication, and the evidence puts its event there."""
    published = evidence.published
    if published is None or fact.year not in {None, published.year}:
        return False
    if fact.month is None:
        return True
    if fact.month != published.month:
        return False
    return fact.day is None or (fact.day == published.day and evidence.is_undated)


def _nearest(fact: CalendarFact, evidence: Evidence) -> str | None:
    """Return the date of the evidence that shares most with a date."""

    def shared(other: CalendarFact) -> int:
        pairs = ((fact.month, other.month), (fact.day, other.day), (fact.year, other.year))
        return sum(one is not None and one == two for one, two in pairs)

    alike = [other for other in evidence.dates[:_MOST] if other.kind is fact.kind]
    best = max(alike, key=shared, default=None)
    return best.text if best is not None else None
