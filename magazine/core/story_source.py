"""A printed story's evidence as the guard reads it."""

from collections.abc import Iterable, Sequence
from datetime import date

from magazine.core.dates import calendar_day
from magazine.core.guard import Line, Source
from magazine.core.issue import SourceLine
from magazine.core.statement import Evidence


def source_of(evidence: Iterable[Evidence], sources: Iterable[SourceLine]) -> Source:
    """Return the source that evidence makes; ``today`` in a sentence is the day of its own article."""
    days = days_of(sources)
    lines = [
        Line(id=each.id, text=each.text, title=each.id.endswith(".t"), published=_day_of(each.id, days))
        for each in evidence
    ]
    return Source.of(lines, days[0] if days else None)


def days_of(sources: Iterable[SourceLine]) -> tuple[date | None, ...]:
    """Return the day of each article, None where an edited issue has left none."""
    return tuple(_published(source) for source in sources)


def _published(source: SourceLine) -> date | None:
    try:
        return calendar_day(source.published)
    except ValueError:  # an edited issue may hold any text
        return None


def _day_of(sentence: str, days: Sequence[date | None]) -> date | None:
    """Return the day of the article that a sentence id names: ``a2.s7`` is of the second."""
    number = sentence.partition(".")[0].removeprefix("a")
    place = int(number) - 1 if number.isdecimal() else -1
    return days[place] if 0 <= place < len(days) else None
