"""Calendar days in whatever zone a rule names."""

from datetime import date, timedelta, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from magazine.core.dates import IST, DateRange, calendar_day
from magazine.core.errors import ConfigurationError

INDIA = "Asia/Kolkata"
"""The zone of the library's ``day`` column."""


@cache
def zone_of(name: str) -> tzinfo:
    """Return the zone of an IANA name.

    Raises:
        ConfigurationError: There is no such zone.
    """
    if name == INDIA:
        return IST
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ConfigurationError(
            f"There is no time zone {name!r}.", hint=f"Give an IANA name such as {INDIA}."
        ) from error


def local_day(published: str | None, zone: str) -> str | None:
    """Return the ISO day of an article in a zone, or None when it has none."""
    if published is None:
        return None
    try:
        return calendar_day(published, zone_of(zone)).isoformat()
    except ValueError:
        return None


def days_condition(period: DateRange, zone: str) -> tuple[str, list[str]]:
    """Return the SQL condition, and its values, of an article ``a`` published in a period."""
    zone_of(zone)
    first, last = period.first.isoformat(), period.last.isoformat()
    if zone == INDIA:
        return "a.day BETWEEN ? AND ?", [first, last]
    # No zone is more than a day away from India's, so the index still does the work.
    early = _shifted(period.first, -1).isoformat()
    late = _shifted(period.last, 1).isoformat()
    return "a.day BETWEEN ? AND ? AND local_day(a.published, ?) BETWEEN ? AND ?", [
        early,
        late,
        zone,
        first,
        last,
    ]


def _shifted(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day
