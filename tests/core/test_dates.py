"""Calendar days and periods."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from magazine.core.dates import IST as INDIA
from magazine.core.dates import DateRange, between, calendar_day, parse_day, parse_period, today_in
from magazine.core.errors import UsageError

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2026-03-09", date(2026, 3, 9)),
        ("2026-03-09T00:00:00+05:30", date(2026, 3, 9)),
        ("2026-03-09T23:59:59+05:30", date(2026, 3, 9)),
        ("2026-03-08T18:29:59+00:00", date(2026, 3, 8)),
        ("2026-03-08T18:30:00+00:00", date(2026, 3, 9)),
        ("2026-03-08T18:31:00Z", date(2026, 3, 9)),
        ("2026-03-09T07:16:00", date(2026, 3, 9)),
        ("0001-01-01T00:00:00+14:00", date(1, 1, 1)),
        ("9999-12-31T23:00:00-12:00", date(9999, 12, 31)),
    ],
)
def test_a_day_is_the_calendar_day_in_india(published: str, day: date) -> None:
    assert calendar_day(published) == day


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("today", MONDAY, MONDAY),
        ("yesterday", date(2026, 11, 22), date(2026, 11, 22)),
        ("last-7-days", date(2026, 11, 16), date(2026, 11, 22)),
        ("this-week", MONDAY, date(2026, 11, 29)),
        ("last-week", date(2026, 11, 16), date(2026, 11, 22)),
        ("this-month", date(2026, 11, 1), date(2026, 11, 30)),
        ("last-month", date(2026, 10, 1), date(2026, 10, 31)),
        ("2026-W12", date(2026, 3, 16), date(2026, 3, 22)),
        ("2020-w53", date(2020, 12, 28), date(2021, 1, 3)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-06-22", date(2024, 6, 22), date(2024, 6, 22)),
        ("2026-03-02..2026-03-08", date(2026, 3, 2), date(2026, 3, 8)),
        ("04/12/24", date(2024, 12, 4), date(2024, 12, 4)),
    ],
)
def test_a_period_is_its_days_with_both_ends(period: str, first: date, last: date) -> None:
    assert parse_period(period, MONDAY) == DateRange(first, last)


@pytest.mark.parametrize(
    "period",
    [
        "",
        "soon",
        "2026-13",
        "2026-W54",
        "2025-W53",
        "2026-02-30",
        "2026-03-08..2026-03-02",
        "2026-03-02..",
        "0000-01",
    ],
)
def test_an_impossible_period_is_refused_in_a_sentence_with_a_hint(period: str) -> None:
    with pytest.raises(UsageError) as refusal:
        parse_period(period, MONDAY)

    assert refusal.value.hint


@given(st.dates(min_value=date(1990, 1, 8), max_value=date(2090, 1, 1)))
def test_weeks_partition_time(today: date) -> None:
    last, this = parse_period("last-week", today), parse_period("this-week", today)

    assert today in this
    assert last.last + timedelta(days=1) == this.first
    assert last.days == this.days == 7
    assert this.first.weekday() == 0


def test_the_day_changes_at_midnight_in_india_and_not_in_greenwich() -> None:
    assert today_in(INDIA, datetime(2026, 3, 8, 18, 29, tzinfo=UTC)) == date(2026, 3, 8)
    assert today_in(INDIA, datetime(2026, 3, 8, 18, 30, tzinfo=UTC)) == date(2026, 3, 9)


@pytest.mark.parametrize(
    ("text", "year"), [("1/1/00", 2000), ("1/1/69", 2069), ("1/1/70", 1970), ("1.1.1999", 1999)]
)
def test_years_of_two_digits_are_read_around_now(text: str, year: int) -> None:
    assert parse_day(text).year == year


def test_a_period_of_one_day_is_a_period() -> None:
    assert between(MONDAY, MONDAY).days == 1
