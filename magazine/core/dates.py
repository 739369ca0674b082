"""Calendar days in one time zone, and the periods of an issue.

Days are calendar days in Asia/Kolkata unless another zone is given; weeks run
from Monday to Sunday. The clock is always handed in.
"""

import calendar
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone, tzinfo
from types import MappingProxyType

from magazine.core.errors import UsageError

IST = timezone(timedelta(hours=5, minutes=30), "IST")
"""Asia/Kolkata. A fixed offset: India has had no daylight saving since 1945."""

PERIODS = (
    "today, yesterday, last-7-days, this-week, last-week, this-month, last-month, "
    "2026-W12, 2026-03, 2026-03-02 or 2026-03-02..2026-03-08"
)
"""The forms a period can take, for messages and help."""


@dataclass(frozen=True, slots=True)
class DateRange:
    """A period of whole days, both ends included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """The number of days, at least 1."""
        return (self.last - self.first).days + 1

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def calendar_day(published: str, zone: tzinfo = IST) -> date:
    """Return the calendar day of an article in a zone.

    Args:
        published: An ISO day, which is its own day in every zone, or an ISO time
            with offset. A time without offset is taken to be in ``zone``.
        zone: The zone whose midnight parts the days.

    Raises:
        ValueError: ``published`` is neither.
    """
    if len(published) <= len("2026-03-09"):
        return date.fromisoformat(published)
    moment = datetime.fromisoformat(published)
    if moment.tzinfo is None:
        return moment.date()
    try:
        return moment.astimezone(zone).date()
    except OverflowError:  # year 1 or 9999: the zone would leave the calendar
        return moment.date()


def parse_period(text: str, today: date) -> DateRange:
    """Return the days that a period's name stands for.

    ``last-7-days`` are the seven days before today.

    Raises:
        UsageError: The text names no period, or one that runs backwards.
    """
    text = text.strip().lower()
    if text in _NAMED:
        return _named_period(text, today)
    if match := re.fullmatch(r"(\d{4})-w(\d{1,2})", text):
        return _iso_week(text, int(match[1]), int(match[2]))
    if match := re.fullmatch(r"(\d{4})-(\d{1,2})", text):
        return _month(text, int(match[1]), int(match[2]))
    if ".." in text:
        first, _, last = text.partition("..")
        return between(parse_day(first), parse_day(last))
    try:
        day = parse_day(text)
    except UsageError as error:
        raise UsageError(f"{text!r} is not a period.", hint=f"Give one of: {PERIODS}.") from error
    return DateRange(day, day)


def between(first: date, last: date) -> DateRange:
    """Return the period from ``first`` to ``last``, both included.

    Raises:
        UsageError: ``last`` lies before ``first``.
    """
    if last < first:
        raise UsageError(
            f"The period ends ({last}) before it begins ({first}).", hint="Exchange the two days."
        )
    return DateRange(first, last)


def parse_day(text: str) -> date:
    """Return the day of an ISO date, or of a day-first one (``22/06/2024``, ``22.6.24``).

    Two-digit years 00-69 are 2000-2069, others 1970-1999.

    Raises:
        UsageError: The text is no day of the calendar.
    """
    text = text.strip()
    try:
        if match := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match := re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})", text):
            return date(full_year(match[3]), int(match[2]), int(match[1]))
    except ValueError as error:
        raise UsageError(f"{text!r} is not a day of the calendar.", hint="Write it as 2026-03-09.") from error
    raise UsageError(f"{text!r} is not a day.", hint="Write it as 2026-03-09.")


def full_year(digits: str) -> int:
    """Return a year of two or four digits in full: 00-69 are 20xx, 70-99 are 19xx."""
    year = int(digits)
    if len(digits) > 2:  # noqa: PLR2004 - two digits are the short form
        return year
    return year + (2000 if year < 70 else 1900)  # noqa: PLR2004 - the POSIX pivot


def today_in(zone: tzinfo, now: datetime) -> date:
    """Return the calendar day of an instant in a zone."""
    return now.astimezone(zone).date()


def _named_period(name: str, today: date) -> DateRange:
    try:
        return _NAMED[name](today)
    except OverflowError as error:
        raise UsageError(
            f"The calendar has no {name} as seen from {today}.", hint="Pin another day with --as-of."
        ) from error


def _days_before(today: date, first: int, last: int) -> DateRange:
    return DateRange(today - timedelta(days=first), today - timedelta(days=last))


def _week_of(day: date) -> DateRange:
    monday = day - timedelta(days=day.weekday())
    return DateRange(monday, monday + timedelta(days=6))


def _month_before(today: date) -> DateRange:
    last = today.replace(day=1) - timedelta(days=1)
    return DateRange(last.replace(day=1), last)


_NAMED: Mapping[str, Callable[[date], DateRange]] = MappingProxyType({
    "today": lambda today: DateRange(today, today),
    "yesterday": lambda today: _days_before(today, 1, 1),
    "last-7-days": lambda today: _days_before(today, 7, 1),
    "this-week": _week_of,
    "last-week": lambda today: _week_of(today - timedelta(days=7)),
    "this-month": lambda today: _whole_month(today.year, today.month),
    "last-month": _month_before,
})  # fmt: skip


def _whole_month(year: int, month: int) -> DateRange:
    return DateRange(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def _month(text: str, year: int, month: int) -> DateRange:
    try:
        return _whole_month(year, month)
    except (ValueError, calendar.IllegalMonthError) as error:
        raise UsageError(f"{text!r} is not a month.", hint="Write it as 2026-03.") from error


def _iso_week(text: str, year: int, week: int) -> DateRange:
    try:
        monday = date.fromisocalendar(year, week, 1)
        return DateRange(monday, monday + timedelta(days=6))
    except (ValueError, OverflowError) as error:
        raise UsageError(f"{text!r} is not a week of that year.", hint="Write it as 2026-W12.") from error
