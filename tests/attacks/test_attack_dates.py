"""Bar 12, quickly; and that it fails when days are Greenwich's, or weeks begin on Sunday."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from magazine.core.dates import DateRange, calendar_day, parse_period
from magazine.core.errors import UsageError
from tests.attacks import bar_dates, bar_weeks
from tests.attacks.bar_dates import part_with
from tests.attacks.bar_weeks import select_with
from tests.torture.bars import Bar, dice, tried

BARS = (*bar_dates.BARS, *bar_weeks.BARS)


@pytest.mark.parametrize("bar", BARS, ids=[bar.name for bar in BARS])
def test_every_instant_is_of_one_day_and_one_week(bar: Bar) -> None:
    outcome = tried(bar)

    assert outcome.failures == ()
    assert outcome.trials == bar.quick


@given(st.dates(min_value=date(1, 1, 8), max_value=date(9999, 12, 19)))
def test_the_days_of_two_weeks_that_meet_are_fourteen(today: date) -> None:
    last, this = parse_period("last-week", today), parse_period("this-week", today)
    days = [last.first + timedelta(days=number) for number in range(14)]

    assert [(day in last) + (day in this) for day in days] == [1] * 14


@pytest.mark.parametrize(("today", "name"), [(date(1, 1, 3), "last-week"), (date(9999, 12, 31), "this-week")])
def test_a_week_beyond_the_calendar_is_refused_in_a_sentence(today: date, name: str) -> None:
    with pytest.raises(UsageError, match="The calendar has no") as refused:
        parse_period(name, today)

    assert refused.value.hint == "Pin another day with --as-of."


def days_of_greenwich(published: str) -> date:
    return calendar_day(published, UTC)


def weeks_from_sunday(text: str, today: date) -> DateRange:
    period = parse_period(text, today)
    return (
        DateRange(period.first - timedelta(days=1), period.last - timedelta(days=1))
        if "week" in text
        else period
    )


def test_days_of_greenwich_do_not_pass() -> None:
    assert not part_with(dice(1, "control"), 40, days_of_greenwich, parse_period).held


def test_weeks_from_sunday_do_not_pass() -> None:
    assert not part_with(dice(1, "control"), 40, calendar_day, weeks_from_sunday).held


def without_offset(moment: datetime) -> str:
    return moment.replace(tzinfo=None).isoformat()


def test_times_that_lose_their_offset_do_not_pass() -> None:
    assert not select_with(dice(1, "control"), 40, without_offset).held
