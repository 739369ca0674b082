"""Bar 12: every instant is of one day and one week, in any zone, to the ends of the calendar."""

import random
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from magazine.core.dates import DateRange, calendar_day, parse_period, today_in
from magazine.core.errors import MagazineError, UsageError
from magazine.ingest.dates import published_from
from tests.torture.bars import Bar, Outcome

DayOf = Callable[[str], date]
Named = Callable[[str, date], DateRange]
_INDIA = ZoneInfo("Asia/Kolkata")
ZONES = (
    "Asia/Kolkata",
    "America/New_York",
    "Europe/London",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "Asia/Kathmandu",
)
_LAST = date(9999, 12, 31)
_PERIODS = ("today", "yesterday", "last-7-days", "this-week", "last-week", "this-month", "last-month")
_EDGES = (
    *(
        date(year, month, day)
        for year in (1, 2, 1900, 1970, 2000, 2020, 2024, 2026, 9998, 9999)
        for month, day in ((1, 1), (1, 3), (2, 28), (3, 1), (12, 28), (12, 31))
    ),
    date(2000, 2, 29),
    date(2024, 2, 29),
    date(2020, 12, 28),
    date(2021, 1, 3),
    date(2026, 12, 31),
    date(2027, 1, 3),
)
"""Ends of the calendar, leap days, weeks 53."""


def part_time(dice: random.Random, trials: int) -> Outcome:
    """Take days and instants from all of the calendar."""
    return part_with(dice, trials, calendar_day, parse_period)


def part_with(dice: random.Random, trials: int, day_of: DayOf, named: Named) -> Outcome:
    """See with these clocks that weeks and months part time without gap and without overlap."""
    faults: list[str] = []
    for number in range(trials):
        today = (
            _EDGES[number] if number < len(_EDGES) else date.fromordinal(dice.randint(1, _LAST.toordinal()))
        )
        try:
            faults += _week_faults(today, named)
            faults += _day_faults(_instant(dice, number), day_of)
        except Exception as error:  # noqa: BLE001 - no day of the calendar may break it
            faults.append(f"{today}: {type(error).__name__}")
    return Outcome(
        trials, tuple(faults), "weeks and months part the calendar; the day changes at midnight in India"
    )


def _week_faults(today: date, named: Named) -> list[str]:
    found = {name: period for name in _PERIODS if (period := _named(name, today, named))}
    if date(1, 3, 1) < today < date(9999, 12, 20) and len(found) < len(_PERIODS):
        return [f"{today}: there is no {', '.join({*_PERIODS} - found.keys())}"]
    faults = []
    for unit in ("week", "month"):
        last, this = found.get(f"last-{unit}"), found.get(f"this-{unit}")
        if this and today not in this:
            faults.append(f"{today}: not in its own {unit}")
        if last and this and last.last + timedelta(days=1) != this.first:
            faults.append(f"{today}: the {unit}s do not meet")
    week = found.get("this-week")
    return faults + (
        [] if week is None or _is_iso_week(week, today, named) else [f"{today}: its week is no week"]
    )


def _named(name: str, today: date, named: Named) -> DateRange | None:
    try:
        return named(name, today)
    except UsageError:
        return None


def _is_iso_week(week: DateRange, today: date, named: Named) -> bool:
    year, number, _ = today.isocalendar()
    whole = (week.days, week.first.weekday()) == (7, 0)
    return whole and named(f"{year:04}-W{number:02}", today) == week


def _instant(dice: random.Random, number: int) -> datetime:
    """Return an instant of the centuries that are printed, often within a second of midnight in India."""
    days = dice.randint(0, 200 * 365)
    moment = datetime(1950, 1, 1, 18, 30, tzinfo=UTC) + timedelta(days=days)
    near = (-60, -1, 0, 1, 60)
    return moment + timedelta(seconds=near[number % 5] if number % 2 else dice.randint(0, 86_399))


def _day_faults(moment: datetime, day_of: DayOf) -> list[str]:
    # The oracle counts from the epoch; zone files tell of other hours before 1945 alone.
    right = (datetime(1970, 1, 1) + timedelta(seconds=moment.timestamp() + 19_800)).date()  # noqa: DTZ001 - counted
    told = {day_of(moment.astimezone(ZoneInfo(zone)).isoformat()) for zone in ZONES}
    told.add(today_in(_INDIA, moment))
    return (
        []
        if told == {right}
        else [f"{moment.isoformat()}: it is of {sorted(map(str, told))}, not of {right}"]
    )


def read_times(dice: random.Random, trials: int) -> Outcome:
    """Read the times that feeds and pages write, possible and impossible."""
    faults: list[str] = []
    for number in range(trials):
        text = _ODD[number] if number < len(_ODD) else _some_time(dice)
        try:
            read = published_from(text, _INDIA)
            if read is not None:
                calendar_day(read)
                faults += [] if 1900 <= int(read[:4]) <= 2199 else [f"{text!r} is read as {read}"]
        except Exception as error:  # noqa: BLE001 - no text may break it
            faults.append(f"{text!r}: {type(error).__name__}")
    return Outcome(trials, tuple(faults), "absent, impossible, year 0 and 9999: read or undated")


_ODD: tuple[object, ...] = (
    "",
    " ",
    None,
    0,
    -1,
    10**30,
    True,
    "0000-00-00",
    "0000-01-01",
    "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-12:00",
    "30 Feb 2026",
    "31/04/2026",
    "2026-02-29",
    "2024-02-29",
    "29 Feb 1900",
    "2026-W53-7",
    "2020-W53-7",
    "2026-366",
    "Wed, 17 Jun 2026 22:03:00 +9999",
    "Wed, 17 Jun 2026 22:03:00 -2400",
    "2026-03-08T24:00:00",
    "2026-03-08T23:59:60Z",
    "2026-03-08T18:30:00.999999999Z",
    "99999999999999",
    "1781712180",
    "1781712180000",
    "yesterday",
    "१७ जून २०२६",
    "१/२/३",
    "1e400",
    "२०२६-०३-०९",
    "12/13/14",
    "00/00/00",
    "9" * 79,
    "2026-03-09" * 7,
    "May",
    "Monday",
    "AM",
    "+",
    "T",
    "10:00",
)


def _some_time(dice: random.Random) -> str:
    pieces = (
        "2026",
        "9999",
        "0",
        "31",
        "30",
        "Feb",
        "Mar",
        "-",
        "/",
        ".",
        " ",
        ":",
        "T",
        "Z",
        "+05:30",
        "-12:00",
        "IST",
        "PM",
        "12",
        "09",
        "W53",
        "Thu,",
        "मार्च",
        "of",
        "GMT",
        "24:00",
        "99",
        "18:29:59",
        "18:30:00",
    )
    return "".join(dice.choice(pieces) for _ in range(dice.randint(1, 9)))


def refuse_days(_dice: random.Random, trials: int) -> Outcome:
    """Ask for periods that there are not, on days at the ends of the calendar: a sentence, and no bug."""
    faults: list[str] = []
    texts = (
        *_PERIODS,
        "0000-W01",
        "0001-W01",
        "9999-W53",
        "9999-W52",
        "2025-W53",
        "2026-W00",
        "0000-00",
        "9999-13",
        "9999-12",
        "0001-01",
        "9999-12-31..0001-01-01",
        "0001-01-01..9999-12-31",
        "9999-12-31",
        "32/1/26",
        "..",
    )
    cases = [
        (text, day) for text in texts for day in (date(1, 1, 1), date(1, 1, 8), date(2026, 3, 9), _LAST)
    ][:trials]
    for text, day in cases:
        try:
            parse_period(text, day)
        except MagazineError as error:
            faults += [] if error.hint else [f"{text} on {day}: there is no hint"]
        except Exception as error:  # noqa: BLE001 - what is looked for
            faults.append(f"{text} on {day}: {type(error).__name__}")
    return Outcome(len(cases), tuple(faults), "a period or a sentence that says why there is none")


BARS = (
    Bar(number=12, name="weeks-part-time", trials=20_000, quick=400, run=part_time),
    Bar(number=12, name="times-as-written", trials=20_000, quick=400, run=read_times),
    Bar(number=12, name="periods-there-are-not", trials=88, quick=88, run=refuse_days),
)
